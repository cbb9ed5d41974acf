import type { Answer, Answers } from '../answers/answers.ts';
import { parseJson } from '../answers/json.ts';
import type { LinkPack } from '../model/pack.ts';

type Maybe = string | null;
/** What a link says in words, as JSON before it is packed. Items are named by their place in the pack. */
interface Words {
  system?: string | undefined;
  role?: string | undefined;
  name?: string | undefined;
  boundary?: string | undefined;
  lastChange?: string | undefined;
  notes?: [number, string][] | undefined;
  evidence?: [number, string, Maybe, Maybe][] | undefined;
  confidence?: [number, string][] | undefined;
  reasons?: [number, string][] | undefined;
  targets?: [number, string][] | undefined;
  decisions?: [number, Maybe, Maybe, Maybe, Maybe][] | undefined;
  next?: [number, string][] | undefined;
  overrides?: [string, string][] | undefined;
  review?: string | undefined;
}

/** The words of an assessment as a text; undefined where there are none. */
export function writeTextFields(answers: Answers, pack: LinkPack): string | undefined {
  const placeOf = new Map(pack.items.map(({ id }, at) => [id, at]));
  const at = (id: string) => placeOf.get(id) ?? -1;
  const codes = new Set(pack.naReasons.map(({ id }) => id));
  const each = <T, Entry>(entries: readonly T[], write: (entry: T) => Entry | undefined): Entry[] | undefined => {
    const written = entries.map(write).filter((entry) => entry !== undefined);
    return written.length > 0 ? written : undefined;
  };
  const { respondent, scope } = answers;
  const words: Words = {
    system: answers.system || undefined,
    role: respondent?.role,
    name: respondent?.name,
    boundary: scope?.boundary,
    lastChange: scope?.lastChange,
    notes: each(answers.answers, ({ item, note }) => (note === undefined ? undefined : [at(item), note])),
    evidence: each(
      answers.answers,
      ({ item, evidence }) => evidence && [at(item), evidence.kind, evidence.url ?? null, evidence.date ?? null],
    ),
    confidence: each(answers.answers, ({ item, confidence }) => confidence && [at(item), confidence]),
    reasons: each(answers.answers, (answer) =>
      answer.state !== 'na' || answer.reason === undefined || codes.has(answer.reason)
        ? undefined
        : [at(answer.item), answer.reason],
    ),
    targets: each(answers.targets, ({ item, reason }) => (reason === undefined ? undefined : [at(item), reason])),
    decisions: each(answers.decisions, ({ practice, decision, owner, due, reason }) => [
      at(practice),
      decision ?? null,
      owner ?? null,
      due ?? null,
      reason ?? null,
    ]),
    next: each(answers.decisions, ({ practice, next }) => (next === undefined ? undefined : [at(practice), next])),
    overrides: each(answers.overrides, ({ signal, reason }) => [signal, reason]),
    review: answers.review,
  };
  const written = JSON.stringify(words);
  return written === '{}' ? undefined : written;
}

/** Keeps the fields that are not null. */
const known = (fields: Record<string, string | null | undefined>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/** Lists of a text that may not be one by `writeWords`: anything else than a list of lists counts as none. */
const rows = <Row>(value: Row[] | undefined): Row[] =>
  Array.isArray(value) && value.every((row) => Array.isArray(row)) ? value : [];

/**
 * Puts words back into what the bits told. Nothing but the form of lists is checked here: the result has to be parsed,
 * and to give the same words when it is written again. Undefined where the text is no object.
 */
export function readTextFields(answers: Answers, written: string, pack: LinkPack): unknown {
  const parsed = parseJson(written);
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return undefined;
  const words: Words = parsed.value;
  const by = <T extends [number, ...unknown[]]>(entries: T[] | undefined) =>
    new Map(rows(entries).map((entry) => [pack.items[entry[0]]?.id, entry]));
  const [notes, reasons, targets] = [by(words.notes), by(words.reasons), by(words.targets)];
  const [evidence, confidence, next] = [by(words.evidence), by(words.confidence), by(words.next)];
  const given = new Map(answers.answers.map((answer) => [answer.item, answer]));
  const told = pack.items.flatMap(({ id: item, rev }) => {
    const shown = evidence.get(item);
    const answer: Answer = given.get(item) ?? { item, rev, state: 'unanswered' };
    if (answer.state === 'unanswered' && !notes.has(item) && !shown && !confidence.has(item)) return [];
    const proof = shown && { kind: shown[1], ...known({ url: shown[2], date: shown[3] }) };
    const said = { reason: reasons.get(item)?.[1], note: notes.get(item)?.[1], confidence: confidence.get(item)?.[1] };
    return [{ ...answer, ...known(said), ...(proof ? { evidence: proof } : {}) }];
  });
  const group = (key: string, fields: Record<string, string | undefined>) => {
    const inner = known(fields);
    return Object.keys(inner).length > 0 ? { [key]: inner } : {};
  };
  const { date, context, format, version, pack: of } = answers;
  return {
    format,
    version,
    pack: of,
    system: words.system ?? '',
    ...known({ date }),
    ...group('respondent', { role: words.role, name: words.name }),
    ...group('scope', { boundary: words.boundary, lastChange: words.lastChange }),
    context,
    answers: told,
    targets: answers.targets.map((target) => ({ ...target, ...known({ reason: targets.get(target.item)?.[1] }) })),
    decisions: rows(words.decisions).map(([at, decision, owner, due, reason]) => {
      const practice = pack.items[at]?.id ?? '';
      return { practice, ...known({ decision, owner, due, reason, next: next.get(practice)?.[1] }) };
    }),
    overrides: rows(words.overrides).map(([signal, reason]) => ({ signal, reason })),
    ...known({ review: words.review }),
  };
}
