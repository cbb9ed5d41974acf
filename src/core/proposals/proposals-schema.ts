import * as z from 'zod/mini';
import { date, level, line } from '../answers/answers-schema.ts';

// The file format trivium-proposals, version 1. In zod/mini, because this schema also runs in the browser.

/** Limits of a proposals file, in addition to those of every file. */
export const proposalLimits = { items: 200, reasons: 50 };

/** Who may have found something. */
export const sourceKinds = ['tool', 'agent', 'person'] as const;

/** A relative path with forward slashes that stays in its folder, for example `src/train.py`. */
const file = line.check(
  z.minLength(1),
  z.refine((path) => !/\p{Cc}/u.test(path), { error: 'Expected a path without control characters.' }),
  z.refine((path) => !/^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(path), {
    error: 'Expected a path inside the repository, relative to its root, for example "src/train.py".',
  }),
);
const url = line.check(
  z.regex(/^https?:\/\/\S+$/, { error: 'Expected an address that starts with "https://" or "http://".' }),
);

/** Levels 0 to 4, as in answers: 0 is the first answer of a question. */
const range = z.looseObject({ min: level, max: level }).check(
  z.refine(({ min, max }) => min <= max, {
    error: 'The lowest level, "min", is above the highest, "max". Check whether the two are swapped.',
  }),
);

/** What was found, where, and what it shows. */
const reason = z
  .looseObject({
    /** What it shows, in a sentence. */
    says: line.check(z.minLength(1)),
    file: z.optional(file),
    /** The cell of a notebook, from 1; then `line` is a line of that cell. */
    cell: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000_000))),
    /** The line in the file, from 1. */
    line: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000_000))),
    url: z.optional(url),
    /** The levels that it points to; absent if it points to none. */
    points: z.optional(range),
    /** Whether it is trouble in itself. */
    trouble: z.optional(z.boolean()),
    /** How many further places show the same. */
    more: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000_000))),
  })
  .check(
    z.refine((found) => (found.file ?? found.url) !== undefined, {
      error: 'A reason has a place. Add "file", with "line" if there is one, or "url".',
    }),
    z.refine((found) => found.line === undefined || found.file !== undefined, {
      error: 'A "line" belongs to a file. Add "file", or remove "line".',
      path: ['line'],
    }),
  );

/** An answer that somebody has yet to confirm. */
const answer = z.discriminatedUnion('state', [
  z.looseObject({ state: z.literal('level'), level }),
  z.looseObject({ state: z.literal('na'), reason: z.optional(line) }),
  z.looseObject({ state: z.literal('dk') }),
]);

/** What was found about one question. Without an answer, people decide from the reasons alone. */
const proposal = z
  .looseObject({
    item: z.string(),
    rev: z.int(),
    answer: z.optional(answer),
    reasons: z._default(
      z.array(reason).check(
        z.maxLength(proposalLimits.reasons, {
          error: `Expected at most ${proposalLimits.reasons} reasons. Keep the strongest.`,
        }),
      ),
      [],
    ),
    note: z.optional(line),
  })
  .check(
    z.refine((each) => each.answer?.state !== 'level' || each.reasons.length > 0, {
      error: 'An answer with a level has at least one reason. Add one, or remove the answer.',
      path: ['answer'],
    }),
  );

/** A whole proposals file. */
export const proposalsSchema = z.looseObject({
  format: z.literal('trivium-proposals'),
  version: z.literal(1),
  pack: z.looseObject({ id: z.string(), version: z.string() }),
  /** Who or what made the proposals, and the state of the repository: the day and the id of its commit. */
  source: z.looseObject({
    kind: z.enum(sourceKinds),
    name: line.check(z.minLength(1)),
    date: z.optional(date),
    commit: z.optional(
      z.string().check(
        z.regex(/^[0-9a-f]{7,64}$/, {
          error: 'Expected the id of a commit: 7 to 64 of the letters 0 to 9 and a to f.',
        }),
      ),
    ),
  }),
  items: z.array(proposal).check(
    z.maxLength(proposalLimits.items, {
      error: `Expected at most ${proposalLimits.items} items, one for each question.`,
    }),
  ),
});
