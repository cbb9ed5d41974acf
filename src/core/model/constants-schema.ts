import { z } from 'zod';
import * as messages from '#messages/content-model.ts';
import { stabilityWords } from './ids.ts';
import { id } from './vocabulary.ts';

const share = z.number().min(0).max(1);
/** Whether cuts start at 0 and rise: a scale without gaps and overlaps. */
const isScale = (cuts: readonly { from: number }[]) =>
  cuts.every((cut, index) => (index === 0 ? cut.from === 0 : cut.from > (cuts[index - 1]?.from ?? 1)));
const factor = z.number().positive();

/** Every number that scores, signals and plans depend on. A rule that needs another one adds it here, never in code. */
export const constants = z.strictObject({
  /** Share of the applicable weight that has to be known for a point. */
  pointCoverage: share,
  word: z.strictObject({
    coverage: share,
    applicableShare: share,
    known: z.strictObject({ quick: z.int().positive(), full: z.int().positive() }),
    /** Words from low to high, each with the point at which it starts; the first starts at 0. */
    cuts: z
      .array(z.strictObject({ word: id, from: share }))
      .min(2)
      .refine(isScale, { error: messages.wordOrder }),
  }),
  /**
   * How far a score may move because each answer may be off by an anchor: this, divided by the root of the number of
   * known answers. The band reaches at least that far on each side.
   */
  wobble: share,
  /** The 95 % error of the quick check against all questions, from simulation: the smallest wobble of a quick check. */
  quickBand: share,
  lowest: z.strictObject({ within: share, gap: share }),
  cellKnown: z.int().positive(),
  signals: z.strictObject({
    likely: z.strictObject({ point: share, low: share }),
    possible: share,
    /** Known indicators that a possible signal needs; one of them is a symptom. */
    possibleKnown: z.int().positive(),
    unlikely: share,
    /** Lowest risk at which an answer counts as raising a signal. */
    raisedBy: share,
    shown: z.int(),
  }),
  /** `apart`: by how much the strong practice has to be stronger than the weak one. */
  tensions: z.strictObject({ likely: share, possible: share, apart: share }),
  diagnosis: z.strictObject({
    /** Lowest level of a practice that holds. */
    holds: z.int().min(0).max(4),
    /** Lowest level of a symptom that hurts. */
    hurts: z.int().min(0).max(4),
    /** Highest level of a practice that may explain a symptom. */
    explains: z.int().min(0).max(4),
    /** Maximum number of words in a headline. */
    words: z.int().positive(),
  }),
  moves: z.strictObject({
    /** The level that a practice should reach, unless the team or its context sets another. */
    target: z.int().min(0).max(4),
    grade: z.strictObject({ A: factor, B: factor, C: factor }),
    relief: z.strictObject({ step: share, most: factor }),
    lift: factor,
    safety: factor,
    /** The highest level at which a safety practice still counts as unsafe: normally, and with high stakes. */
    unsafeLevel: z.int().min(0).max(4),
    unsafeLevelHighStakes: z.int().min(0).max(4),
    /** Factor of a safety practice where the stakes are high. */
    stakes: factor,
    effort: z.strictObject({ S: factor, M: factor, L: factor }),
    personWeeks: z.strictObject({ S: factor, M: factor, L: factor }),
    /** Finding out an answer: the effort it counts as, and the share of the gap that counts. */
    findOut: z.strictObject({ effort: z.enum(['S', 'M', 'L']), gapShare: share }),
    /** A prerequisite below this level has to be raised first. */
    prerequisiteLevel: z.int().min(0).max(4),
    /** The level from which a team deepens a practice; below it, the team starts it. */
    deepenFrom: z.int().min(0).max(4),
    /** Lowest priority of a move in the plan. Below `fillBelow`, moves only fill up the headline. */
    threshold: z.number().min(0),
    fillBelow: z.number().min(0),
    headline: z.int().positive(),
    plan: z.int().positive(),
  }),
  /** A change over n common practices is clear if the levels change by more than sqrt(factor x n) in sum. */
  change: z.strictObject({ factor }),
  respondents: z.strictObject({
    /** A range of this many levels or more puts a question on the agenda. */
    range: z.int().positive(),
    /** Maximum number of questions in `talkFirst`. */
    shown: z.int().positive(),
    /** Minimum deviation, in levels, if a question does not apply to some and has a level for others. */
    conflict: factor,
    /** How many people of a role need a level before the role is shown separately. */
    role: z.int().positive(),
    /** Signals that are themselves a disagreement, read from the spread of the answers. */
    signals: z.array(id).min(1),
  }),
  stability: z.strictObject({
    count: z.int().positive(),
    from: factor,
    to: factor,
    /** Words for how often a move stays among the first, each with the share at which it starts; the first starts at 0. */
    words: z
      .array(z.strictObject({ word: z.enum(stabilityWords), from: share }))
      .min(2)
      .refine(isScale, { error: messages.wordOrder }),
  }),
  /** For the time estimate: reading speed, and seconds to choose an answer. */
  reading: z.strictObject({ wordsPerMinute: factor, secondsPerQuestion: factor }),
});
