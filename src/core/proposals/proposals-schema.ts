import { date, level, line } from '../answers/answers-schema.ts';
import { longestText } from '../answers/limits.ts';
import {
  array,
  boolean,
  int,
  object,
  oneOf,
  optional,
  string,
  union,
  withDefault,
  withRule,
} from '../model/file-schema.ts';

// The file format trivium-proposals, version 1.

/** Limits of a proposals file, in addition to those of every file. */
export const proposalLimits = { items: 200, reasons: 50 };

/** Who may have found something. */
export const sourceKinds = ['tool', 'agent', 'person'] as const;

/** A text that is not empty. */
const text = string({ min: 1, max: longestText });
/** A number of lines, cells or places. */
const count = int({ min: 1, max: 1_000_000_000 });

/** A relative path with forward slashes that stays in its folder, for example `src/train.py`. */
const file = withRule(
  withRule(text, (path) => !/\p{Cc}/u.test(path), 'Expected a path without control characters.'),
  (path) => !/^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(path),
  'Expected a path inside the repository, relative to its root, for example "src/train.py".',
);
const url = string({
  max: longestText,
  pattern: { regex: /^https?:\/\/\S+$/, error: 'Expected an address that starts with "https://" or "http://".' },
});

/** Levels 0 to 4, as in answers: 0 is the first answer of a question. */
const range = withRule(
  object({ min: level, max: level }),
  ({ min, max }) => min <= max,
  'The lowest level, "min", is above the highest, "max". Check whether the two are swapped.',
);

/** What was found, where, and what it shows. */
const reason = withRule(
  withRule(
    object({
      /** What it shows, in a sentence. */
      says: text,
      file: optional(file),
      /** The cell of a notebook, from 1; then `line` is a line of that cell. */
      cell: optional(count),
      /** The line in the file, from 1. */
      line: optional(count),
      url: optional(url),
      /** The levels that it points to; absent if it points to none. */
      points: optional(range),
      /** Whether it is trouble in itself. */
      trouble: optional(boolean()),
      /** How many further places show the same. */
      more: optional(count),
    }),
    (found) => (found.file ?? found.url) !== undefined,
    'A reason has a place. Add "file", with "line" if there is one, or "url".',
  ),
  (found) => found.line === undefined || found.file !== undefined,
  'A "line" belongs to a file. Add "file", or remove "line".',
  ['line'],
);

/** An answer that somebody has yet to confirm. */
const answer = union(
  'state',
  object({ state: oneOf('level'), level }),
  object({ state: oneOf('na'), reason: optional(line) }),
  object({ state: oneOf('dk') }),
);

/** What was found about one question. Without an answer, people decide from the reasons alone. */
const proposal = withRule(
  object({
    item: string(),
    rev: int(),
    answer: optional(answer),
    reasons: withDefault(
      array(reason, {
        max: proposalLimits.reasons,
        error: `Expected at most ${proposalLimits.reasons} reasons. Keep the strongest.`,
      }),
      () => [],
    ),
    note: optional(line),
  }),
  (each) => each.answer?.state !== 'level' || each.reasons.length > 0,
  'An answer with a level has at least one reason. Add one, or remove the answer.',
  ['answer'],
);

/** A whole proposals file. */
export const proposalsSchema = object({
  format: oneOf('trivium-proposals'),
  version: oneOf(1),
  pack: object({ id: string(), version: string() }),
  /** Who or what made the proposals, and the state of the repository: the day and the id of its commit. */
  source: object({
    kind: oneOf(...sourceKinds),
    name: text,
    date: optional(date),
    commit: optional(
      string({
        pattern: {
          regex: /^[0-9a-f]{7,64}$/,
          error: 'Expected the id of a commit: 7 to 64 of the letters 0 to 9 and a to f.',
        },
      }),
    ),
  }),
  items: array(proposal, {
    max: proposalLimits.items,
    error: `Expected at most ${proposalLimits.items} items, one for each question.`,
  }),
});
