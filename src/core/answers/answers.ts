import * as z from 'zod/mini';
import { contextValues } from '../model/ids.ts';
import type { PackOutline } from '../model/pack.ts';
import { choices, describeIssue, placeOf, show } from '../model/problem.ts';
import type { Result } from '../model/result.ts';

// zod tries out eval unless told not to, which a strict content security policy reports. Has to run before any schema.
z.config({ jitless: true });

// The file format trivium-answers, version 1. zod/mini, because this schema also runs in the browser.
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const level = z.int().check(z.minimum(0), z.maximum(4));
const line = z.string().check(z.maxLength(2000));
const moment = z.string().check(z.maxLength(40));

const evidence = z.looseObject({
  kind: z.enum(['claimed', 'shown', 'measured']),
  url: z.optional(line),
  date: z.optional(date),
});
/** How sure somebody is of an answer, from most to least. */
export const confidences = ['sure', 'fairly', 'guessing'] as const;
/** What every answer may carry. */
const common = {
  item: z.string(),
  rev: z.int(),
  note: z.optional(line),
  evidence: z.optional(evidence),
  /** How sure those who answered are; it changes no score. */
  confidence: z.optional(z.enum(confidences)),
  /** When it was given, as an ISO 8601 time. */
  at: z.optional(moment),
};
const answer = z.discriminatedUnion('state', [
  z.looseObject({ ...common, state: z.literal('level'), level }),
  z.looseObject({ ...common, state: z.literal('na'), reason: z.optional(line) }),
  z.looseObject({ ...common, state: z.literal('dk') }),
  z.looseObject({ ...common, state: z.literal('unanswered') }),
]);

const target = z.looseObject({ item: z.string(), level, reason: z.optional(line) });
const decision = z.looseObject({
  practice: z.string(),
  decision: z.optional(z.enum(['do', 'later', 'no'])),
  owner: z.optional(line),
  /** What the team does next, in its own words. */
  next: z.optional(line),
  due: z.optional(date),
  reason: z.optional(line),
});
const override = z.looseObject({ signal: z.string(), reason: line });
const rereads = z.optional(
  z.array(z.looseObject({ item: z.string(), why: z.enum(['reworded', 'split', 'merged', 'rev']), before: answer })),
);

export const answersSchema = z.looseObject({
  format: z.literal('trivium-answers'),
  version: z.literal(1),
  pack: z.looseObject({ id: z.string(), version: z.string() }),
  /** The system's name; empty where the team gave none. */
  system: z._default(line, ''),
  date: z.optional(date),
  respondent: z.optional(z.looseObject({ role: z.optional(line), name: z.optional(line) })),
  /** What belongs to the system, and which "last change" is meant. */
  scope: z.optional(z.looseObject({ boundary: z.optional(line), lastChange: z.optional(line) })),
  context: z._default(
    z.looseObject({
      serving: z.optional(z.enum(contextValues.serving)),
      userLabels: z.optional(z.enum(contextValues.userLabels)),
      highStakes: z.optional(z.enum(contextValues.highStakes)),
      models: z.optional(z.enum(contextValues.models)),
      teamSize: z.optional(z.enum(contextValues.teamSize)),
    }),
    {},
  ),
  answers: z.array(answer),
  targets: z._default(z.array(target), []),
  decisions: z._default(z.array(decision), []),
  overrides: z._default(z.array(override), []),
  /** Former answers to questions that have changed since; one whose item has an answer again is settled. */
  reread: rereads,
  /** What an earlier assessment of the system said, shown as hints; `reread` where the question has changed since. */
  previous: z.optional(z.looseObject({ date: z.optional(date), answers: z.array(answer), reread: rereads })),
  /** What belongs to questions that are no longer asked, or no longer in these words. Kept, never scored. */
  setAside: z.optional(
    z.looseObject({
      answers: z._default(z.array(answer), []),
      targets: z._default(z.array(target), []),
      decisions: z._default(z.array(decision), []),
      overrides: z._default(z.array(override), []),
    }),
  ),
  /** The assessments that these answers were agreed on from, where several people answered. */
  sources: z.optional(
    z.array(z.looseObject({ name: z.optional(line), role: z.optional(line), date: z.optional(date) })),
  ),
  review: z.optional(date),
});

/** One answer in one of its four states; `unanswered` and no answer at all mean the same. */
export type Answer = z.output<typeof answer>;
/** A whole answers file. */
export type Answers = z.output<typeof answersSchema>;
export type Context = Answers['context'];
/** What the team has decided about a move. */
export type Decision = Answers['decisions'][number];
/** What an earlier assessment of the same system said. Only hints: never scored, and passed over where unknown. */
export type Previous = NonNullable<Answers['previous']>;
/** A former answer, as a hint to an item that has to be read again. */
export type Reread = NonNullable<Answers['reread']>[number];

/** Says that answers belong to another pack, or to a version of it that cannot be read; undefined where neither is so. */
export function packProblem(answers: Answers, pack: PackOutline, canRead: (version: string) => boolean) {
  const { id, version } = answers.pack;
  if (id !== pack.id)
    return `pack.id: Found ${show(id)}; these answers belong to another pack. This one is "${pack.id}".`;
  if (canRead(version)) return undefined;
  return `pack.version: Found ${show(version)}; this Trivium knows version ${pack.version}. Open the file with the Trivium that wrote it.`;
}

/**
 * Problems of ids and revisions: what the file names has to exist in the pack, once.
 * @param former ids of questions that only older versions ask; given, a lower revision is no problem either
 */
export function idProblems(answers: Answers, pack: PackOutline, former?: readonly string[]): string[] {
  const problems: string[] = [];
  const revs = new Map<string, number>(pack.items.map(({ id, rev }) => [id, rev]));
  const items = new Set([...revs.keys(), ...(former ?? [])]);
  const practices = new Set([
    ...pack.items.filter(({ kind }) => kind === 'practice').map(({ id }) => id),
    ...(former ?? []),
  ]);
  const signals = new Set(pack.signals.map(({ id }) => id));
  const unique = (
    list: readonly string[],
    place: string,
    key: string,
    known: { has(id: string): boolean },
    noun: string,
  ) =>
    list.forEach((id, index) => {
      const where = `${place}[${index}].${key}`;
      if (!known.has(id))
        problems.push(`${where}: There is no ${noun} ${show(id)}. "trivium questions" lists those that exist.`);
      else if (list.indexOf(id) < index) problems.push(`${where}: "${id}" stands here twice. Keep one.`);
    });
  unique(
    answers.answers.map(({ item }) => item),
    'answers',
    'item',
    items,
    'question',
  );
  answers.answers.forEach(({ item, rev }, index) => {
    const known = revs.get(item);
    if (known !== undefined && (former ? rev > known : rev !== known)) {
      problems.push(
        `answers[${index}].rev: Found ${rev}; "${item}" has revision ${known} in this pack. Read the question again and answer it anew.`,
      );
    }
  });
  unique(
    answers.targets.map(({ item }) => item),
    'targets',
    'item',
    practices,
    'practice',
  );
  unique(
    answers.decisions.map(({ practice }) => practice),
    'decisions',
    'practice',
    practices,
    'practice',
  );
  unique(
    answers.overrides.map(({ signal }) => signal),
    'overrides',
    'signal',
    signals,
    'signal',
  );
  return problems;
}

/**
 * Reads a value, for example parsed JSON, as an answers file, whatever pack it answers. Unknown extra fields are kept.
 * Bad input gives every problem as a sentence that starts with its place.
 */
export function parseShape(data: unknown): Result<Answers> {
  const head = data as { format?: unknown; version?: unknown } | null;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return {
      ok: false,
      problems: [`Found ${show(data)}; an object with "format": "trivium-answers" has to stand here.`],
    };
  }
  if (head?.format === 'trivium-answers' && typeof head.version === 'number' && head.version > 1) {
    return {
      ok: false,
      problems: [`version: Found ${head.version}; this Trivium reads version ${choices([1])}. Use a newer Trivium.`],
    };
  }
  const parsed = answersSchema.safeParse(data);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => {
        const place = placeOf(issue.path);
        return `${place === '' ? '' : `${place}: `}${describeIssue(issue, data)}`;
      }),
    };
  }
  return { ok: true, value: parsed.data };
}

/**
 * Reads a value as answers to this very pack: same questions, same revisions. `openAnswers` reads older ones, too.
 * Bad input gives every problem as a sentence that starts with its place.
 */
export function parseAnswers(data: unknown, pack: PackOutline): Result<Answers> {
  const parsed = parseShape(data);
  if (!parsed.ok) return parsed;
  const major = (version: string) => version.split('.')[0];
  const foreign = packProblem(parsed.value, pack, (version) => major(version) === major(pack.version));
  const problems = foreign === undefined ? idProblems(parsed.value, pack) : [foreign];
  return problems.length > 0 ? { ok: false, problems } : parsed;
}

/** Answers by item; an item that is not in it is unanswered. */
export type AnswerMap = ReadonlyMap<string, Answer>;

/** Whether something stands beside an answer: it may be kept before there is an answer, as in a meeting. */
export const isNoted = ({ note, evidence, confidence }: Answer): boolean => Boolean(note || evidence || confidence);

/** Answers by item, without those that say nothing. */
export function answerMap(answers: Pick<Answers, 'answers'>): AnswerMap {
  return new Map(answers.answers.filter(({ state }) => state !== 'unanswered').map((answer) => [answer.item, answer]));
}

/** The hints that still need a person: those whose item has no answer yet. */
export function openRereads({ reread = [], answers }: Pick<Answers, 'reread' | 'answers'>): Reread[] {
  const answered = new Set(answers.filter(({ state }) => state !== 'unanswered').map(({ item }) => item));
  return reread.filter(({ item }) => !answered.has(item));
}

/** The level of an item, 0 to 4, or null where none is known. */
export function levelOf(answers: AnswerMap, item: string): number | null {
  const answer = answers.get(item);
  return answer?.state === 'level' ? answer.level : null;
}

/** The state of an item. */
export function stateOf(answers: AnswerMap, item: string): Answer['state'] {
  return answers.get(item)?.state ?? 'unanswered';
}

/** Highest level of an anchor; a level's value is its share of this. */
export const topLevel = 4;
