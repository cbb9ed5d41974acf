import type { Answer, Answers } from '../answers/answers.ts';
import { type ContextField, contextValues } from '../model/ids.ts';
import type { LinkPack } from '../model/pack.ts';
import { withoutUndefined } from '../model/without-undefined.ts';
import { BitReader, BitWriter } from './bits.ts';
import type { LinkFormat } from './format.ts';
import { readGroup, writeGroup } from './group-fields.ts';

// The part of a link without text, as bits: date, context, answers, coded reasons, targets.
const stateCode = { unanswered: 0, dk: 6, na: 7 } as const;
/** The code of level 0, in answers and in targets; the other four levels follow. 0 means no level. */
const firstLevelCode = 1;
/** The code of a reason in the team's own words. The words, if they are included, are among the text fields. */
const ownWordsCode = 15;

/** The fields of the context that a format version holds, and the bits of each. */
const contextLayouts: Record<LinkFormat, { fields: ContextField[]; bits: number }> = {
  1: { fields: ['serving', 'userLabels', 'highStakes', 'models', 'teamSize'], bits: 2 },
  2: { fields: Object.keys(contextValues) as ContextField[], bits: 3 },
};

/** Writes a date as eight digits in 27 bits. */
function writeDate(out: BitWriter, date: string | undefined): void {
  out.write(date === undefined ? 0 : 1, 1);
  if (date !== undefined) out.write(Number(date.replaceAll('-', '')), 27);
}

/** Writes each field of the context as the place of its value, from 1; 0 if it is missing. */
function writeContext(out: BitWriter, context: Answers['context'], format: LinkFormat): void {
  const { fields, bits } = contextLayouts[format];
  for (const field of fields) {
    const values: readonly unknown[] = contextValues[field];
    out.write(values.indexOf(context[field]) + 1, bits);
  }
}

/** Writes the states of all questions, then the codes of the reasons for "does not apply". */
function writeAnswers(out: BitWriter, answers: Answers, pack: LinkPack): void {
  const answersByItem = new Map(answers.answers.map((answer) => [answer.item, answer]));
  const answersInOrder = pack.items.map(({ id }) => answersByItem.get(id));
  for (const answer of answersInOrder)
    out.write(answer?.state === 'level' ? answer.level + firstLevelCode : stateCode[answer?.state ?? 'unanswered'], 3);
  for (const answer of answersInOrder) {
    if (answer?.state !== 'na') continue;
    const reasonCode = pack.naReasons.findIndex(({ id }) => id === answer.reason) + 1;
    out.write(answer.reason === undefined ? 0 : reasonCode || ownWordsCode, 4);
  }
}

/** Writes the target of every question, if there are any targets. Format 2 spends one bit on a question without one. */
function writeTargets(out: BitWriter, answers: Answers, pack: LinkPack, format: LinkFormat): void {
  const targetLevels = new Map(answers.targets.map(({ item, level }) => [item, level]));
  out.write(targetLevels.size > 0 ? 1 : 0, 1);
  for (const { id } of targetLevels.size > 0 ? pack.items : []) {
    const level = targetLevels.get(id);
    if (format > 1) out.write(level === undefined ? 0 : 1, 1);
    if (format === 1 || level !== undefined) out.write(level === undefined ? 0 : level + firstLevelCode, 3);
  }
}

/** Writes the part of an assessment that has no text. */
export function writePackedFields(
  answers: Answers,
  pack: LinkPack,
  hasText: boolean,
  format: LinkFormat,
): Uint8Array<ArrayBuffer> {
  const out = new BitWriter();
  writeDate(out, answers.date);
  writeContext(out, answers.context, format);
  writeAnswers(out, answers, pack);
  writeTargets(out, answers, pack, format);
  if (format > 1) writeGroup(out, answers, pack);
  out.write(hasText ? 1 : 0, 1);
  return out.bytes();
}

/** What the bits of a link hold. */
export interface PackedFields {
  answers: Answers;
  /** Whether text fields follow. */
  hasText: boolean;
  usedBytes: number;
}

function readDate(bits: BitReader): string | undefined {
  if (bits.read(1) === 0) return undefined;
  const digits = String(bits.read(27)).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

function readContext(bits: BitReader, format: LinkFormat): Answers['context'] {
  const layout = contextLayouts[format];
  return withoutUndefined(
    Object.fromEntries(layout.fields.map((field) => [field, contextValues[field][bits.read(layout.bits) - 1]])),
  );
}

function readAnswers(bits: BitReader, pack: LinkPack): Answer[] {
  const codes = pack.items.map(() => bits.read(3));
  return pack.items.flatMap(({ id: item, rev }, index): Answer[] => {
    const code = codes[index] ?? 0;
    if (code === stateCode.unanswered) return [];
    if (code === stateCode.dk) return [{ item, rev, state: 'dk' }];
    if (code !== stateCode.na) return [{ item, rev, state: 'level', level: code - firstLevelCode }];
    const reason = pack.naReasons[bits.read(4) - 1]?.id;
    return [{ item, rev, state: 'na', ...withoutUndefined({ reason }) }];
  });
}

function readTargets(bits: BitReader, pack: LinkPack, format: LinkFormat): Answers['targets'] {
  if (bits.read(1) === 0) return [];
  return pack.items.flatMap(({ id: item }) => {
    const code = format > 1 && bits.read(1) === 0 ? 0 : bits.read(3);
    return code === 0 ? [] : [{ item, level: code - firstLevelCode }];
  });
}

/**
 * Reads what `writePackedFields` wrote; undefined if the bytes end too early. A code without a meaning reads as none:
 * the caller notices by writing the result again.
 */
export function readPackedFields(bytes: Uint8Array, pack: LinkPack, format: LinkFormat): PackedFields | undefined {
  const bits = new BitReader(bytes);
  const date = readDate(bits);
  const context = readContext(bits, format);
  const answers = readAnswers(bits, pack);
  const targets = readTargets(bits, pack, format);
  const { group, spreadByItem } = format > 1 ? readGroup(bits, answers, pack) : {};
  const hasText = bits.read(1) === 1;
  if (bits.isPastEnd) return undefined;
  return {
    answers: {
      format: 'trivium-answers',
      version: 1,
      pack: { id: pack.id, version: pack.version },
      system: '',
      ...withoutUndefined({ date }),
      context,
      answers: answers.map((answer) => ({
        ...answer,
        ...withoutUndefined({ spread: spreadByItem?.get(answer.item) }),
      })),
      ...withoutUndefined({ group }),
      targets,
      decisions: [],
      overrides: [],
    },
    hasText,
    usedBytes: bits.usedBytes,
  };
}
