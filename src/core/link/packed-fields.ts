import type { Answer, Answers } from '../answers/answers.ts';
import { type ContextField, contextValues } from '../model/ids.ts';
import type { LinkPack } from '../model/pack.ts';
import { BitReader, BitWriter } from './bits.ts';

// What a link says without words, in bits: date, context, answers, coded reasons, targets.
const stateCode = { unanswered: 0, dk: 6, na: 7 } as const;
/** The first of five codes for levels, in answers and in targets; 0 is none. */
const firstLevel = 1;
/** The code of a reason in own words; the words, where they go along, stand in the text. */
const ownWords = 15;

const contextFields = Object.keys(contextValues) as ContextField[];

/** Writes the part of an assessment that needs no words. A date counts as a number of eight digits. */
export function writePackedFields(answers: Answers, pack: LinkPack, hasWords: boolean): Uint8Array<ArrayBuffer> {
  const out = new BitWriter();
  const given = new Map(answers.answers.map((answer) => [answer.item, answer]));
  const targets = new Map(answers.targets.map(({ item, level }) => [item, level]));
  out.write(answers.date === undefined ? 0 : 1, 1);
  if (answers.date !== undefined) out.write(Number(answers.date.replaceAll('-', '')), 27);
  for (const field of contextFields) {
    const values: readonly unknown[] = contextValues[field];
    out.write(values.indexOf(answers.context[field]) + 1, 2);
  }
  const stated = pack.items.map(({ id }) => given.get(id));
  for (const answer of stated) {
    const code = answer?.state === 'level' ? answer.level + firstLevel : stateCode[answer?.state ?? 'unanswered'];
    out.write(code, 3);
  }
  for (const answer of stated) {
    if (answer?.state !== 'na') continue;
    const known = pack.naReasons.findIndex(({ id }) => id === answer.reason) + 1;
    out.write(answer.reason === undefined ? 0 : known || ownWords, 4);
  }
  out.write(targets.size > 0 ? 1 : 0, 1);
  for (const { id } of targets.size > 0 ? pack.items : []) {
    const level = targets.get(id);
    out.write(level === undefined ? 0 : level + firstLevel, 3);
  }
  out.write(hasWords ? 1 : 0, 1);
  return out.bytes();
}

/** What was read from the bits. */
export interface PackedFields {
  answers: Answers;
  hasWords: boolean;
  /** How many bytes it took. */
  used: number;
}

/** Reads what `writeFields` wrote. A code that means nothing reads as none; writing the result again then tells. */
export function readPackedFields(bytes: Uint8Array, pack: LinkPack): PackedFields | undefined {
  const bits = new BitReader(bytes);
  const digits = bits.read(1) === 1 ? String(bits.read(27)).padStart(8, '0') : undefined;
  const context = Object.fromEntries(
    contextFields.flatMap((field) => {
      const value = contextValues[field][bits.read(2) - 1];
      return value === undefined ? [] : [[field, value]];
    }),
  );
  const codes = pack.items.map(() => bits.read(3));
  const answers = pack.items.flatMap(({ id: item, rev }, at): Answer[] => {
    const code = codes[at] ?? 0;
    if (code === stateCode.unanswered) return [];
    if (code === stateCode.dk) return [{ item, rev, state: 'dk' }];
    if (code !== stateCode.na) return [{ item, rev, state: 'level', level: code - firstLevel }];
    const reason = pack.naReasons[bits.read(4) - 1]?.id;
    return [{ item, rev, state: 'na', ...(reason === undefined ? {} : { reason }) }];
  });
  const hasTargets = bits.read(1) === 1;
  const targets = (hasTargets ? pack.items : []).flatMap(({ id: item }) => {
    const code = bits.read(3);
    return code === 0 ? [] : [{ item, level: code - firstLevel }];
  });
  const hasWords = bits.read(1) === 1;
  if (bits.ended) return undefined;
  return {
    answers: {
      format: 'trivium-answers',
      version: 1,
      pack: { id: pack.id, version: pack.version },
      system: '',
      ...(digits === undefined ? {} : { date: `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` }),
      context,
      answers,
      targets,
      decisions: [],
      overrides: [],
    },
    hasWords,
    used: bits.used,
  };
}
