import { z } from 'zod';
import { contextValues, tensionEntryIds } from './ids.ts';
import { basis, depth, id, layer, stage, variable, words } from './vocabulary.ts';

/** Fields of the context that a team may give. They preset hints and targets, never answers. */
const contextSchema = z.strictObject({
  serving: z.enum(contextValues.serving),
  userLabels: z.enum(contextValues.userLabels),
  highStakes: z.enum(contextValues.highStakes),
  models: z.enum(contextValues.models),
  teamSize: z.enum(contextValues.teamSize),
});
/** A condition on the context: every field that it has must match. */
export const contextMatch = contextSchema.partial();

/** Five observable situations, low to high. */
const anchors = z
  .array(words(20))
  .length(5, { error: 'A question has exactly five anchors, low to high; add or remove some.' });

/** Fields of every question. */
const questionFields = {
  /** Raised when the meaning changes, not for a typo. */
  rev: z.int().min(1),
  stage,
  layers: z.array(layer),
  title: words(8),
  question: words(25),
  anchors,
  claims: z.array(id).min(1),
  /** A: a finding of the authors with several voices. B: several voices. C: one voice, or our inference. */
  grade: z.enum(['A', 'B', 'C']),
  depth,
  /** Why we ask, in one or two sentences. */
  why: words(60),
  /** When "does not apply" is a valid answer. */
  notApplicable: z.strictObject({ when: contextMatch, hint: words(45), claims: z.array(id) }).optional(),
};

/** How to improve a practice: the move to its next anchor. */
const move = z.strictObject({
  title: words(12),
  /** First steps, for a team at one of the two lowest anchors. */
  start: z.array(words(30)).min(1).max(5),
  /** Steps for a team at a higher anchor. */
  deepen: z.array(words(30)).min(1).max(5),
  doneWhen: words(35),
  leads: words(8),
  /** A leading measure to watch, with its unit. */
  measure: words(25),
  /** The cost of waiting, as interviewees describe it. */
  waiting: z.strictObject({ text: words(60), claims: z.array(id).min(1) }),
  /** What usually goes wrong when teams try. Our advice. */
  risk: words(35),
});

/** A practice question. Its id is that of the practice. */
export const practiceQuestion = z.strictObject({
  ...questionFields,
  variable,
  weight: z.number().min(0),
  /** Person-weeks for one anchor: S about 1, M about 4, L about 12. */
  effort: z.enum(['S', 'M', 'L']),
  /** Practices that it builds on. */
  needs: z.array(id).max(2),
  /** One of the few practices without which the others are unsafe. */
  safety: z.boolean(),
  goodEnough: words(50),
  move,
});

/** A symptom question about a recent period. Its anchors go from no trouble to trouble. */
export const symptomQuestion = z.strictObject({ ...questionFields, weight: z.literal(0) });

/** A rule that suspects a pain point or an anti-pattern. */
export const signal = z.strictObject({
  kind: z.enum(['pain-point', 'anti-pattern']),
  title: words(8),
  summary: words(45),
  indicators: z.array(z.strictObject({ item: id, weight: z.number().positive() })).min(2),
  /** A question whose subject the trouble presupposes: if it does not apply, the signal does not either. */
  requires: id.optional(),
  /** False if self-report cannot reveal the trouble; then the signal is at most "exposed". */
  visible: z.boolean(),
  /** A check of at most thirty minutes that settles it. */
  check: words(60),
  cost: words(45),
  costClaims: z.array(id).min(1),
  claims: z.array(id).min(1),
  /** Practices that ease the trouble. */
  helps: z.array(id).min(1),
});

/** One form of a tension: a strong practice next to a weak one. */
export const tension = z.strictObject({
  entry: z.enum(tensionEntryIds),
  title: words(8),
  high: id,
  low: id,
  summary: words(50),
  question: words(30),
  claims: z.array(id).min(1),
  basis,
});
