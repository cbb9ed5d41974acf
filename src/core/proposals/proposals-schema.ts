import { levelsSwapped } from '#messages/answers.ts';
import * as messages from '#messages/proposals.ts';
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
import { readValue } from '../model/read-value.ts';

// The file format trivium-proposals, version 1.

/** Limits of a proposals file, in addition to those of every file. */
export const proposalLimits = { items: 200, reasons: 50 };

/** Who may have found something. */
const sourceKinds = ['tool', 'agent', 'person'] as const;

/** A text that is not empty. */
const text = string({ min: 1, max: longestText });
/** A number of lines, cells or places. */
const count = int({ min: 1, max: 1_000_000_000 });

const isPlain = (path: string): boolean => !/\p{Cc}/u.test(path);
const staysInside = (path: string): boolean => !/^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(path);

/** A relative path with forward slashes that stays in its folder, for example `src/train.py`. */
const file = withRule(withRule(text, isPlain, messages.controlCharacters), staysInside, messages.pathOutside);

/** Whether a reason can name a file by this path. */
export const canBeNamed = (path: string): boolean => readValue(file, path).issues.length === 0;

const url = string({
  max: longestText,
  pattern: { regex: /^https?:\/\/\S+$/, error: messages.addressExpected },
});

/** Levels 0 to 4, as in answers: 0 is the first answer of a question. */
const range = withRule(object({ min: level, max: level }), ({ min, max }) => min <= max, levelsSwapped);

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
    messages.reasonWithoutPlace,
  ),
  (found) => found.line === undefined || found.file !== undefined,
  messages.lineWithoutFile,
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
        error: messages.tooManyReasons(proposalLimits.reasons),
      }),
      () => [],
    ),
    note: optional(line),
  }),
  (each) => each.answer?.state !== 'level' || each.reasons.length > 0,
  messages.answerWithoutReason,
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
          error: messages.noCommit,
        },
      }),
    ),
  }),
  items: array(proposal, {
    max: proposalLimits.items,
    error: messages.tooManyItems(proposalLimits.items),
  }),
});
