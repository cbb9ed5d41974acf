import * as z from 'zod/mini';
import { confidenceIds, contextValues, evidenceKinds, variableIds } from '../model/ids.ts';
import { cutText, dayPattern, isDay, longestText } from './limits.ts';

// Without this, zod tries eval, which a strict content security policy reports. It has to run before any schema.
z.config({ jitless: true });

// The file format trivium-answers, version 1. In zod/mini, because this schema also runs in the browser.
/** A day that exists, as year-month-day. */
export const date = z.string().check(
  z.regex(dayPattern, {
    error: 'Expected a day as year-month-day, for example 2026-11-20.',
    abort: true,
  }),
  z.refine(isDay, { error: 'Expected a day that exists, as year-month-day, for example 2026-11-20.' }),
);
/** An answer on the scale, 0 to 4. */
export const level = z.int().check(z.minimum(0), z.maximum(4));
// Count code points, as JSON Schema does; zod alone counts UTF-16 units.
const longest = z.maxLength(longestText);
const checkUnits = longest._zod.check;
longest._zod.check = (payload) => (cutText(String(payload.value)) ? checkUnits(payload) : undefined);
/** A text of a file, of limited length. */
export const line = z.string().check(longest);
const score = z.number().check(z.minimum(0), z.maximum(1));
const moment = z.string().check(z.maxLength(40));
const spread = z.looseObject({ n: z.int().check(z.minimum(1)), min: level, max: level }).check(
  z.refine(({ min, max }) => min <= max, {
    error: 'The lowest level, "min", is above the highest, "max". Check whether the two are swapped.',
  }),
);
const range = z.looseObject({ id: z.enum(variableIds), low: score, high: score }).check(
  z.refine(({ low, high }) => low <= high, {
    error: 'The lowest score, "low", is above the highest, "high". Check whether the two are swapped.',
  }),
);

const evidence = z.looseObject({
  kind: z.enum(evidenceKinds),
  url: z.optional(line),
  date: z.optional(date),
});
/** Fields of every answer. */
const commonFields = {
  item: z.string(),
  rev: z.int(),
  note: z.optional(line),
  evidence: z.optional(evidence),
  /** How sure the respondents are; does not affect any score. */
  confidence: z.optional(z.enum(confidenceIds)),
  /** When the answer was given, as an ISO 8601 time. */
  at: z.optional(moment),
  /** The levels behind a group's answer: how many people gave one, the lowest and the highest. */
  spread: z.optional(spread),
  /** The answer was taken over from an earlier assessment, of this day, instead of being asked again. */
  carried: z.optional(z.looseObject({ date: z.optional(date) })),
};
/** One answer, in one of four states. */
export const answerSchema = z.discriminatedUnion('state', [
  z.looseObject({ ...commonFields, state: z.literal('level'), level }),
  z.looseObject({ ...commonFields, state: z.literal('na'), reason: z.optional(line) }),
  z.looseObject({ ...commonFields, state: z.literal('dk') }),
  z.looseObject({ ...commonFields, state: z.literal('unanswered') }),
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
  /** The last day on which "later" or "no" holds; links do not hold it. */
  until: z.optional(date),
});
const override = z.looseObject({ signal: z.string(), reason: line });
const context = z.looseObject({
  serving: z.optional(z.enum(contextValues.serving)),
  userLabels: z.optional(z.enum(contextValues.userLabels)),
  highStakes: z.optional(z.enum(contextValues.highStakes)),
  models: z.optional(z.enum(contextValues.models)),
  teamSize: z.optional(z.enum(contextValues.teamSize)),
  model: z.optional(z.enum(contextValues.model)),
});
/** Former answers as hints, each with why its question has to be read again. */
const rereads = z.optional(
  z.array(
    z.looseObject({ item: z.string(), why: z.enum(['reworded', 'split', 'merged', 'rev']), before: answerSchema }),
  ),
);

/** A whole answers file. */
export const answersSchema = z.looseObject({
  format: z.literal('trivium-answers'),
  version: z.literal(1),
  pack: z.looseObject({ id: z.string(), version: z.string() }),
  /** The system's name; empty if the team gave none. */
  system: z._default(line, ''),
  date: z.optional(date),
  respondent: z.optional(z.looseObject({ role: z.optional(line), name: z.optional(line) })),
  /** What belongs to the system, and which change "the last change" refers to. */
  scope: z.optional(z.looseObject({ boundary: z.optional(line), lastChange: z.optional(line) })),
  context: z._default(context, {}),
  /** What is at stake when the system fails, in one line. */
  stakes: z.optional(line),
  answers: z.array(answerSchema),
  targets: z._default(z.array(target), []),
  decisions: z._default(z.array(decision), []),
  overrides: z._default(z.array(override), []),
  /** Former answers to questions that have changed since. A new answer to the item settles the hint. */
  reread: rereads,
  /**
   * An earlier assessment of the system. Its answers are hints; `reread` holds answers to questions that have changed since.
   * The rest says what the team had decided to do, and what the goals of these moves depend on.
   */
  previous: z.optional(
    z.looseObject({
      date: z.optional(date),
      answers: z.array(answerSchema),
      reread: rereads,
      decisions: z.optional(z.array(decision)),
      targets: z.optional(z.array(target)),
      context: z.optional(context),
    }),
  ),
  /** Answers and plans for questions that no longer exist or have been reworded. Kept, never scored. */
  setAside: z.optional(
    z.looseObject({
      answers: z._default(z.array(answerSchema), []),
      targets: z._default(z.array(target), []),
      decisions: z._default(z.array(decision), []),
      overrides: z._default(z.array(override), []),
    }),
  ),
  /** The individual assessments behind these answers, if several people answered and then agreed. */
  sources: z.optional(
    z.array(z.looseObject({ name: z.optional(line), role: z.optional(line), date: z.optional(date) })),
  ),
  /** If several people answered: how many, and the lowest and the highest personal score in each V, 0 to 1. */
  group: z.optional(
    z.looseObject({
      people: z.int().check(z.minimum(1)),
      /** The version of the pack that the scores were calculated with. Scores from other versions are ignored. */
      version: z.string(),
      variables: z.array(range),
    }),
  ),
  review: z.optional(date),
});
