import type { Answer, Answers } from '../answers/answers.ts';
import { parseJson } from '../answers/json.ts';
import type { LinkPack } from '../model/pack.ts';
import { withoutUndefined } from '../model/without-undefined.ts';

type OptionalText = string | null;
/** The text part of a link, as JSON before it is deflated. Items are given by their index in the pack. */
interface TextFields {
  system?: string;
  role?: string;
  name?: string;
  boundary?: string;
  lastChange?: string;
  stakes?: string;
  notes?: [number, string][];
  evidence?: [number, string, OptionalText, OptionalText][];
  confidence?: [number, string][];
  reasons?: [number, string][];
  targets?: [number, string][];
  decisions?: [number, OptionalText, OptionalText, OptionalText, OptionalText][];
  next?: [number, string][];
  overrides?: [string, string][];
  review?: string;
}

/** One row for each entry that has something to write; undefined if none has. */
function rowsOf<T, Row>(entries: readonly T[], rowOf: (entry: T) => Row | undefined): Row[] | undefined {
  const rows = entries.map(rowOf).filter((row) => row !== undefined);
  return rows.length > 0 ? rows : undefined;
}

type IndexOf = (id: string) => number;

/** The texts of answers: notes, evidence, confidence, and reasons in the team's own words. */
function answerTexts({ answers }: Answers, pack: LinkPack, indexOf: IndexOf) {
  const codedReasons = new Set(pack.naReasons.map(({ id }) => id));
  return {
    notes: rowsOf(answers, ({ item, note }) => (note === undefined ? undefined : [indexOf(item), note])),
    evidence: rowsOf(
      answers,
      ({ item, evidence }) => evidence && [indexOf(item), evidence.kind, evidence.url ?? null, evidence.date ?? null],
    ),
    confidence: rowsOf(answers, ({ item, confidence }) => confidence && [indexOf(item), confidence]),
    reasons: rowsOf(answers, (answer) =>
      answer.state !== 'na' || answer.reason === undefined || codedReasons.has(answer.reason)
        ? undefined
        : [indexOf(answer.item), answer.reason],
    ),
  };
}

/** The texts of what the team plans: reasons of targets, decisions, overrides, the date of review. */
function planTexts({ targets, decisions, overrides, review }: Answers, indexOf: IndexOf) {
  return {
    targets: rowsOf(targets, ({ item, reason }) => (reason === undefined ? undefined : [indexOf(item), reason])),
    decisions: rowsOf(decisions, ({ practice, decision, owner, due, reason }) => [
      indexOf(practice),
      decision ?? null,
      owner ?? null,
      due ?? null,
      reason ?? null,
    ]),
    next: rowsOf(decisions, ({ practice, next }) => (next === undefined ? undefined : [indexOf(practice), next])),
    overrides: rowsOf(overrides, ({ signal, reason }) => [signal, reason]),
    review,
  };
}

/** The text fields of an assessment as JSON; undefined if there are none. The order of the keys is part of the format. */
export function writeTextFields(answers: Answers, pack: LinkPack): string | undefined {
  const indexById = new Map(pack.items.map(({ id }, index) => [id, index]));
  const indexOf: IndexOf = (id) => indexById.get(id) ?? -1;
  const { system, respondent, scope, stakes } = answers;
  const json = JSON.stringify({
    system: system || undefined,
    role: respondent?.role,
    name: respondent?.name,
    boundary: scope?.boundary,
    lastChange: scope?.lastChange,
    stakes,
    ...answerTexts(answers, pack, indexOf),
    ...planTexts(answers, indexOf),
  });
  return json === '{}' ? undefined : json;
}

/** A list from JSON that `writeTextFields` may not have written: anything but a list of lists counts as empty. */
const rowsFrom = <Row>(value: Row[] | undefined): Row[] =>
  Array.isArray(value) && value.every((row) => Array.isArray(row)) ? value : [];

/** Rows by the id of their item. */
const rowsByItem = <Row extends [number, ...unknown[]]>(rows: Row[] | undefined, pack: LinkPack) =>
  new Map(rowsFrom(rows).map((row) => [pack.items[row[0]]?.id, row]));

/** The fields without undefined and null ones. */
const withoutGaps = (fields: Record<string, string | null | undefined>) =>
  withoutUndefined(Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? undefined])));

/** A group of fields under its key; empty if the group is. */
function groupOf(key: string, fields: Record<string, string | undefined>): object {
  const group = withoutGaps(fields);
  return Object.keys(group).length > 0 ? { [key]: group } : {};
}

/** Adds the texts to the answers. */
function addAnswerTexts(answers: readonly Answer[], texts: TextFields, pack: LinkPack): object[] {
  const [notes, evidence] = [rowsByItem(texts.notes, pack), rowsByItem(texts.evidence, pack)];
  const [reasons, confidence] = [rowsByItem(texts.reasons, pack), rowsByItem(texts.confidence, pack)];
  const answersByItem = new Map(answers.map((answer) => [answer.item, answer]));
  return pack.items.flatMap(({ id: item, rev }) => {
    const answer: Answer = answersByItem.get(item) ?? { item, rev, state: 'unanswered' };
    const evidenceRow = evidence.get(item);
    if (answer.state === 'unanswered' && !notes.has(item) && !evidenceRow && !confidence.has(item)) return [];
    const fields = {
      reason: reasons.get(item)?.[1],
      note: notes.get(item)?.[1],
      confidence: confidence.get(item)?.[1],
    };
    const [, kind, url, date] = evidenceRow ?? [];
    return [
      {
        ...answer,
        ...withoutGaps(fields),
        ...(evidenceRow ? { evidence: { kind, ...withoutGaps({ url, date }) } } : {}),
      },
    ];
  });
}

/** Puts the decisions together, each with its next step. */
function decisionsFrom(texts: TextFields, pack: LinkPack): object[] {
  const next = rowsByItem(texts.next, pack);
  return rowsFrom(texts.decisions).map(([index, decision, owner, due, reason]) => {
    const practice = pack.items[index]?.id ?? '';
    return { practice, ...withoutGaps({ decision, owner, due, reason, next: next.get(practice)?.[1] }) };
  });
}

/**
 * Adds text fields to the answers that the packed fields gave; undefined if the text is not a JSON object. Checks only
 * the form of lists: the caller has to parse the result, and to compare what writing it again gives.
 */
export function readTextFields(answers: Answers, json: string, pack: LinkPack): unknown {
  const parsed = parseJson(json);
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return undefined;
  const texts: TextFields = parsed.value;
  const targetReasons = rowsByItem(texts.targets, pack);
  const { date, context, group, format, version, pack: answeredPack } = answers;
  return {
    format,
    version,
    pack: answeredPack,
    system: texts.system ?? '',
    ...withoutUndefined({ date }),
    ...groupOf('respondent', { role: texts.role, name: texts.name }),
    ...groupOf('scope', { boundary: texts.boundary, lastChange: texts.lastChange }),
    context,
    ...withoutGaps({ stakes: texts.stakes }),
    ...withoutUndefined({ group }),
    answers: addAnswerTexts(answers.answers, texts, pack),
    targets: answers.targets.map((target) => ({
      ...target,
      ...withoutGaps({ reason: targetReasons.get(target.item)?.[1] }),
    })),
    decisions: decisionsFrom(texts, pack),
    overrides: rowsFrom(texts.overrides).map(([signal, reason]) => ({ signal, reason })),
    ...withoutGaps({ review: texts.review }),
  };
}
