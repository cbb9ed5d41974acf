import * as messages from '#messages/answers.ts';
import {
  array,
  boolean,
  int,
  number,
  object,
  oneOf,
  optional,
  string,
  union,
  withDefault,
  withRule,
} from '../model/file-schema.ts';
import { confidenceIds, contextValues, evidenceKinds, variableIds } from '../model/ids.ts';
import { dayPattern, isDay, longestText } from './limits.ts';

// The file format trivium-answers, version 1.

/** A day that exists, as year-month-day. */
export const date = withRule(
  string({
    pattern: { regex: dayPattern, error: messages.day },
  }),
  isDay,
  messages.existingDay,
);
/** An answer on the scale, 0 to 4. */
export const level = int({ min: 0, max: 4 });
/** A text of a file, of limited length. */
export const line = string({ max: longestText });
const score = number({ min: 0, max: 1 });
const moment = string({ max: 40 });
const spread = withRule(
  object({ n: int({ min: 1 }), min: level, max: level, na: optional(int({ min: 1 })) }),
  ({ min, max }) => min <= max,
  messages.levelsSwapped,
);
const range = withRule(
  object({ id: oneOf(...variableIds), low: score, high: score }),
  ({ low, high }) => low <= high,
  messages.scoresSwapped,
);

const evidence = object({
  kind: oneOf(...evidenceKinds),
  url: optional(line),
  date: optional(date),
});
/** Fields of every answer. */
const commonFields = {
  item: string(),
  rev: int(),
  note: optional(line),
  evidence: optional(evidence),
  /** How sure the respondents are; does not affect any score. */
  confidence: optional(oneOf(...confidenceIds)),
  /** When the answer was given, as an ISO 8601 time. */
  at: optional(moment),
  /**
   * The answers behind a group's answer: how many people gave a level, the lowest and the highest of them, and how many
   * said that the question does not apply.
   */
  spread: optional(spread),
  /** The answer was carried over from an earlier assessment of this day, instead of being asked again. */
  carried: optional(object({ date: optional(date) })),
};
/** One answer, in one of four states. */
export const answerSchema = union(
  'state',
  object({ ...commonFields, state: oneOf('level'), level }),
  object({ ...commonFields, state: oneOf('na'), reason: optional(line) }),
  object({ ...commonFields, state: oneOf('dk') }),
  object({ ...commonFields, state: oneOf('unanswered') }),
);

const target = object({ item: string(), level, reason: optional(line) });
const decision = object({
  practice: string(),
  decision: optional(oneOf('do', 'later', 'no')),
  owner: optional(line),
  /** What the team does next, in its own words. */
  next: optional(line),
  due: optional(date),
  reason: optional(line),
  /** The last day on which "later" or "no" holds; links do not hold it. */
  until: optional(date),
  /** Whether the team decided anew after the goal of an earlier decision was reached; links do not hold it. */
  renewed: optional(boolean()),
});
const override = object({ signal: string(), reason: line });
const context = object({
  serving: optional(oneOf(...contextValues.serving)),
  userLabels: optional(oneOf(...contextValues.userLabels)),
  highStakes: optional(oneOf(...contextValues.highStakes)),
  models: optional(oneOf(...contextValues.models)),
  teamSize: optional(oneOf(...contextValues.teamSize)),
  model: optional(oneOf(...contextValues.model)),
});
/** Former answers as hints, each with why its question has to be read again. */
const rereads = optional(
  array(object({ item: string(), why: oneOf('reworded', 'split', 'merged', 'rev'), before: answerSchema })),
);

/** A whole answers file. */
export const answersSchema = object({
  format: oneOf('trivium-answers'),
  version: oneOf(1),
  pack: object({ id: string(), version: string() }),
  /** The system's name; empty if the team gave none. */
  system: withDefault(line, () => ''),
  date: optional(date),
  respondent: optional(object({ role: optional(line), name: optional(line) })),
  /** What belongs to the system, and which change "the last change" refers to. */
  scope: optional(object({ boundary: optional(line), lastChange: optional(line) })),
  context: withDefault(context, () => ({})),
  /** What is at stake when the system fails, in one line. */
  stakes: optional(line),
  answers: array(answerSchema),
  targets: withDefault(array(target), () => []),
  decisions: withDefault(array(decision), () => []),
  overrides: withDefault(array(override), () => []),
  /** Former answers to questions that have changed since. A new answer to the item settles the hint. */
  reread: rereads,
  /**
   * An earlier assessment of the system. Its answers are hints; `reread` holds answers to questions that have changed
   * since. The rest says what the team had decided to do, and what the goals of these moves depend on.
   */
  previous: optional(
    object({
      date: optional(date),
      answers: array(answerSchema),
      reread: rereads,
      decisions: optional(array(decision)),
      targets: optional(array(target)),
      context: optional(context),
    }),
  ),
  /** Answers and plans for questions that no longer exist or have been reworded. Kept, never scored. */
  setAside: optional(
    object({
      answers: withDefault(array(answerSchema), () => []),
      targets: withDefault(array(target), () => []),
      decisions: withDefault(array(decision), () => []),
      overrides: withDefault(array(override), () => []),
    }),
  ),
  /** The individual assessments behind these answers, if several people answered and then agreed. */
  sources: optional(array(object({ name: optional(line), role: optional(line), date: optional(date) }))),
  /** If several people answered: how many, and the lowest and the highest personal score in each V, 0 to 1. */
  group: optional(
    object({
      people: int({ min: 1 }),
      /** The version of the pack that the scores were calculated with. Scores from other versions are ignored. */
      version: string(),
      variables: array(range),
    }),
  ),
  review: optional(date),
});
