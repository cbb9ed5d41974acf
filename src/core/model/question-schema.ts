import { z } from 'zod';
import * as messages from '#messages/content-model.ts';
import { type ContextField, contextValues, tensionEntryIds } from './ids.ts';
import { basis, depth, id, layer, stage, text, variable, words } from './vocabulary.ts';

/** Fields of the context that a team may give. They preset hints and targets, never answers. */
const contextSchema = z.strictObject({
  serving: z.enum(contextValues.serving),
  userLabels: z.enum(contextValues.userLabels),
  highStakes: z.enum(contextValues.highStakes),
  models: z.enum(contextValues.models),
  teamSize: z.enum(contextValues.teamSize),
  model: z.enum(contextValues.model),
});
/** A condition on the context: every field that it has must match. */
export const contextMatch = contextSchema.partial();

/** Five observable situations, low to high. */
const anchors = z.array(words(20)).length(5, { error: messages.fiveAnchors });

/** The state of affairs that each anchor describes: in plain words, without "we" or "you", and without a full stop. */
const says = z
  .array(
    words(14)
      .refine((say) => !say.endsWith('.'), { error: messages.statementFullStop })
      .refine((say) => !messages.personWords.test(say), {
        error: messages.statementPerson,
      }),
  )
  .length(5, { error: messages.fiveStatements });

/** What changes in a move for a team with another kind of model. */
const moveReading = z.strictObject({
  title: words(12).optional(),
  goal: words(30).optional(),
  steps: z.array(words(30)).min(2).max(5).optional(),
  doneWhen: words(35).optional(),
  measure: words(25).optional(),
  risk: words(35).optional(),
});

/** How a question reads in a context: what to look at. It never changes what a level means. Ours, not the study's. */
const reading = z.strictObject({ when: contextMatch, question: words(30).optional(), says: says.optional() });

const practiceReading = reading.extend({
  look: words(25).optional(),
  goodEnough: words(50).optional(),
  moves: z.strictObject({ start: moveReading.optional(), deepen: moveReading.optional() }).optional(),
});

/** Where to look if the practices do not explain the trouble. */
const places = z.array(words(25)).min(1).max(3);

/** Maximum length of a short title, in characters. */
export const shortTitleLength = 23;

/** A title with the mark of those who added what it names: `Prompt review (Acme)`. */
export const markedTitle = (title: string, mark: string): string => `${title} (${mark})`;

/** Fields of every question. */
const questionFields = {
  /** Raised when the meaning changes, not for a typo. */
  rev: z.int().min(1),
  stage,
  layers: z.array(layer),
  title: words(8),
  /** The title for narrow lines. If absent, the title itself has at most 23 characters and is used. */
  short: text.max(shortTitleLength).optional(),
  question: words(25),
  /** The subject of the question in a few words, for lists of answers: says what an anchor describes. */
  gist: words(10),
  anchors,
  says,
  /** What it rests on; empty only for a question of an overlay. */
  claims: z.array(id),
  /**
   * The evidence for the practice, not for the pain that it eases. A: a finding of the authors with several voices.
   * B: several voices. C: one voice, or our inference.
   */
  grade: z.enum(['A', 'B', 'C']),
  depth,
  /** Why we ask, in one or two sentences. */
  why: words(60),
  /** The part of the reasons that is our own inference. */
  ours: words(45).optional(),
  /** When "does not apply" is a valid answer. */
  notApplicable: z.strictObject({ when: contextMatch, hint: words(45), claims: z.array(id) }).optional(),
};

/** One complete move of a practice. */
const move = z.strictObject({
  title: words(12),
  /** The state to reach, worded differently from the anchors and statements. */
  goal: words(30),
  /** The level that a team has once it reaches the goal. */
  reaches: z.int().min(2).max(4),
  steps: z.array(words(30)).min(2).max(5),
  /** How to tell that the goal is reached. */
  doneWhen: words(35),
  /** Of this move alone: S is days, up to one person-week; M up to four; L up to twelve. */
  effort: z.enum(['S', 'M', 'L']),
  /** Hours a week to keep up the result. */
  upkeep: z.number().positive().optional(),
  leads: words(8),
  /** A leading measure to watch, with its unit. */
  measure: words(25),
  /** What usually goes wrong when teams try. Our advice. */
  risk: words(35),
});

/** A practice question. Its id is that of the practice. */
export const practiceQuestion = z.strictObject({
  ...questionFields,
  readings: z.array(practiceReading).default([]),
  variable,
  weight: z.number().min(0),
  /** Practices that it builds on. */
  needs: z.array(id).max(2),
  /** One of the few practices without which the others are unsafe. */
  safety: z.boolean(),
  /** Where the answer can be checked within minutes. */
  look: words(25),
  goodEnough: words(50),
  /** `start` is for teams below the level `deepenFrom`, `deepen` for those from there up. */
  moves: z.strictObject({ start: move, deepen: move.extend({ reaches: z.int().min(3).max(4) }) }),
  /** The cost of waiting; only where interviewees tell one. */
  waiting: z.strictObject({ text: words(60), claims: z.array(id).min(1) }).optional(),
});

/** A symptom question about a recent period. Its anchors go from no trouble to trouble. */
export const symptomQuestion = z.strictObject({
  ...questionFields,
  readings: z.array(reading.extend({ look: places.optional() })).default([]),
  weight: z.literal(0),
  look: places,
});

/**
 * A condition for a signal to apply: a question that must apply, at `from` or above if that is given, or a value that
 * the context must not have. A question without an answer counts as meeting it, and so does an open context.
 */
const requirement = z.union([
  z.strictObject({ item: id, from: z.int().min(1).max(4).optional() }),
  z.strictObject({ context: z.enum(Object.keys(contextValues) as [ContextField]), not: text }),
]);

/** The sentences about a signal that may read differently in a context. */
const signalTexts = {
  /** The state of affairs if the signal is likely. */
  say: words(14),
  summary: words(45),
  /** A check of at most thirty minutes that settles it. */
  check: words(60),
};

/** A rule that suspects a pain point or an anti-pattern. */
export const signal = z.strictObject({
  ...signalTexts,
  kind: z.enum(['pain-point', 'anti-pattern']),
  title: words(8),
  /** How the signal reads in a context. The rule stays the same. */
  readings: z.array(z.strictObject(signalTexts).partial().extend({ when: contextMatch })).default([]),
  indicators: z.array(z.strictObject({ item: id, weight: z.number().positive() })).min(2),
  requires: z.array(requirement).default([]),
  /** False if self-report cannot reveal the trouble; then the signal is at most "exposed". */
  visible: z.boolean(),
  cost: words(45),
  /** Empty only for a signal of an overlay, like the claims. */
  costClaims: z.array(id),
  claims: z.array(id),
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
  /** Empty only for a tension of an overlay. */
  claims: z.array(id),
  basis,
});
