import { z } from 'zod';
import { contextValues, tensionEntryIds } from './ids.ts';
import { basis, day, depth, id, layer, stage, text, variable, words } from './vocabulary.ts';

/** Fields of the context that a team may give; they preset hints and targets, never answers. */
export const contextFields = {
  serving: z.enum(contextValues.serving),
  userLabels: z.enum(contextValues.userLabels),
  highStakes: z.enum(contextValues.highStakes),
  models: z.enum(contextValues.models),
  teamSize: z.enum(contextValues.teamSize),
};
const contextMatch = z.strictObject(contextFields).partial();

/** Five observable states of affairs, low to high. */
const anchors = z
  .array(words(20))
  .length(5, { error: 'A question has exactly five anchors, low to high; add or remove some.' });

const asked = {
  /** Rises when the meaning changes, not for a typo. */
  rev: z.int().min(1),
  stage,
  layers: z.array(layer),
  title: words(8),
  question: words(25),
  anchors,
  claims: z.array(id).min(1),
  /** A: finding of the authors with several voices. B: several voices. C: one voice or our inference. */
  grade: z.enum(['A', 'B', 'C']),
  depth,
  /** Why we ask, in a sentence or two. */
  why: words(60),
  /** When "does not apply" is a real answer. */
  notApplicable: z.strictObject({ when: contextMatch, hint: words(45), claims: z.array(id) }).optional(),
};

/** What to do about a practice: the move to its next anchor. */
const move = z.strictObject({
  title: words(12),
  /** First steps, for a team at one of the two low anchors. */
  start: z.array(words(30)).min(1).max(5),
  /** Steps for a team further up. */
  deepen: z.array(words(30)).min(1).max(5),
  doneWhen: words(35),
  leads: words(8),
  /** A leading measure to watch, with its unit. */
  measure: words(25),
  /** What waiting costs, as interviewees tell it. */
  waiting: z.strictObject({ text: words(60), claims: z.array(id).min(1) }),
  /** What usually goes wrong when teams try. Our advice. */
  risk: words(35),
});

/** A practice question; its id is the practice's. */
export const practiceQuestion = z.strictObject({
  ...asked,
  variable,
  weight: z.number().min(0),
  /** S about 1, M about 4, L about 12 person-weeks for one anchor. */
  effort: z.enum(['S', 'M', 'L']),
  /** Practices that have to stand first. */
  needs: z.array(id).max(2),
  /** One of the few without which the rest is unsafe. */
  safety: z.boolean(),
  goodEnough: words(50),
  move,
});

/** A symptom question: facts of a recent window, from no trouble to trouble. */
export const symptomQuestion = z.strictObject({ ...asked, weight: z.literal(0) });

/** The rule by which a pain point or an anti-pattern is suspected. */
export const signal = z.strictObject({
  kind: z.enum(['pain-point', 'anti-pattern']),
  title: words(8),
  summary: words(45),
  indicators: z.array(z.strictObject({ item: id, weight: z.number().positive() })).min(2),
  /** Without what this question asks about, the trouble cannot be: where it does not apply, neither does the signal. */
  requires: id.optional(),
  /** False where self-report cannot see it: then it is at most "exposed". */
  visible: z.boolean(),
  /** A check of at most thirty minutes that would settle it. */
  check: words(60),
  cost: words(45),
  costClaims: z.array(id).min(1),
  claims: z.array(id).min(1),
  /** Practices that ease it. */
  helps: z.array(id).min(1),
});

/** One face of a tension: a strong practice beside a weak one. */
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

const share = z.number().min(0).max(1);
/** How often a move stays among the first three, in words that the interface and Markdown have. */
export const stabilityWords = ['hardly-any', 'few', 'about-half', 'most', 'nearly-all', 'all'] as const;
const isScale = (cuts: readonly { from: number }[]) =>
  cuts.every((cut, at) => (at === 0 ? cut.from === 0 : cut.from > (cuts[at - 1]?.from ?? 1)));
const factor = z.number().positive();

/** Every number of the assessment. A rule that needs another number gets it here, never in code. */
export const constants = z.strictObject({
  /** Share of the applicable weight that has to be known before a point is given. */
  pointCoverage: share,
  word: z.strictObject({
    coverage: share,
    applicableShare: share,
    known: z.strictObject({ quick: z.int().positive(), full: z.int().positive() }),
    /** Words from low to high, each with the point it starts at; the first starts at 0. */
    cuts: z
      .array(z.strictObject({ word: id, from: share }))
      .min(2)
      .refine((cuts) => cuts[0]?.from === 0, { error: 'The first word has to start at 0, or the scale has a gap.' })
      .refine((cuts) => cuts.every((cut, index) => index === 0 || cut.from > (cuts[index - 1]?.from ?? 1)), {
        error: 'Each word has to start above the one before it, or two words overlap.',
      }),
  }),
  /** The 95 % error of quick against full in simulation; widens the band of a quick check. */
  quickBand: share,
  lowest: z.strictObject({ within: share, gap: share }),
  cellKnown: z.int().positive(),
  signals: z.strictObject({
    likely: z.strictObject({ point: share, low: share }),
    possible: share,
    unlikely: share,
    /** Risk from which an answer counts among those that raise a signal. */
    raisedBy: share,
    shown: z.int(),
  }),
  tensions: z.strictObject({ likely: share, possible: share }),
  moves: z.strictObject({
    /** Level a practice is meant to reach unless the team or its context says otherwise. */
    target: z.int().min(0).max(4),
    /** Lowest level that a move aims at: the second anchor mostly describes a habit and no goal. */
    aimFrom: z.int().min(0).max(4),
    grade: z.strictObject({ A: factor, B: factor, C: factor }),
    relief: z.strictObject({ step: share, most: factor }),
    lift: factor,
    safety: factor,
    /** Highest level at which a safety practice still counts as unsafe. */
    unsafeLevel: z.int().min(0).max(4),
    effort: z.strictObject({ S: factor, M: factor, L: factor }),
    personWeeks: z.strictObject({ S: factor, M: factor, L: factor }),
    findOut: z.strictObject({ effort: z.enum(['S', 'M', 'L']), gapShare: share }),
    /** A prerequisite below this level has to be raised first. */
    prerequisiteLevel: z.int().min(0).max(4),
    /** Lowest level from which a team deepens a practice; below it, it starts one. */
    deepenFrom: z.int().min(0).max(4),
    threshold: z.number().min(0),
    /** The same where the team or its context aims above the usual target: then a small gap counts, too. */
    raisedThreshold: z.number().min(0),
    headline: z.int().positive(),
    plan: z.int().positive(),
  }),
  /** A change of n common practices is clear beyond sqrt(factor x n) summed levels. */
  change: z.strictObject({ factor }),
  respondents: z.strictObject({
    /** Mean absolute deviation from the median, in levels, above which a question is talked about first. */
    talk: factor,
    /** With at most `few` levels known, a range of so many levels is enough. */
    range: z.int().positive(),
    few: z.int().positive(),
    /** Levels that count at least where a question does not apply to some and has a level for others. */
    conflict: factor,
    /** People with a level that a role needs before it is shown apart. */
    role: z.int().positive(),
    /** Signals that are a disagreement: read from the spread of respondents. */
    signals: z.array(id).min(1),
  }),
  stability: z.strictObject({
    count: z.int().positive(),
    from: factor,
    to: factor,
    /** Words for how often a move stays among the first, from the share at which each starts; the first starts at 0. */
    words: z
      .array(z.strictObject({ word: z.enum(stabilityWords), from: share }))
      .min(2)
      .refine(isScale, { error: 'The first word has to start at 0, and each above the one before it.' }),
  }),
  /** For the time estimate: reading speed, and seconds to choose an answer. */
  reading: z.strictObject({ wordsPerMinute: factor, secondsPerQuestion: factor }),
});

const named = z.strictObject({ id, name: text, summary: words(40) });
const option = z.strictObject({ value: text, label: text });

const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'A version has three numbers: 1.0.0.');

/** How many ids each kind of change leads from and to; `many` is two or more. */
const counts = {
  same: { from: 'one', to: 'one' },
  reworded: { from: 'one', to: 'one' },
  split: { from: 'one', to: 'many' },
  merged: { from: 'many', to: 'one' },
  retired: { from: 'some', to: 'none' },
  added: { from: 'none', to: 'some' },
} as const;
const fits = {
  none: (n: number) => n === 0,
  one: (n: number) => n === 1,
  some: (n: number) => n > 0,
  many: (n: number) => n > 1,
};

/** What became of some questions from one version of the pack to a later one. */
const itemChange = z
  .strictObject({
    kind: z.enum(['same', 'reworded', 'split', 'merged', 'retired', 'added']),
    from: z.array(id),
    to: z.array(id),
  })
  .superRefine(({ kind, from, to }, context) => {
    const { from: before, to: after } = counts[kind];
    if (fits[before](from.length) && fits[after](to.length)) return;
    context.addIssue({
      code: 'custom',
      message: `"${kind}" leads from ${before} to ${after} of the ids. Correct the kind or the ids.`,
    });
  });

/** content/assessment/migrations.yaml: how answers to older versions are carried over, oldest step first. */
export const migrationsFile = z.strictObject({
  steps: z.array(z.strictObject({ from: version, to: version, items: z.array(itemChange) })),
  /** Older released versions, by which links to them are read: ids and revisions in their frozen order. */
  packs: z
    .array(
      z.strictObject({
        version,
        items: z.array(z.strictObject({ id, rev: z.int().min(1) })).min(1),
        naReasons: z.array(z.strictObject({ id })).min(1),
      }),
    )
    .default([]),
});

/** content/assessment/pack.yaml. */
export const packFile = z.strictObject({
  id,
  version,
  variables: z.array(z.strictObject({ ...named.shape, id: variable })).length(3),
  stages: z.array(z.strictObject({ ...named.shape, id: stage })).length(4),
  layers: z.array(z.strictObject({ ...named.shape, id: layer })).length(4),
  /** Sentences of the verdict; {names} are filled in. */
  verdicts: z.record(id, text),
  /** Coded reasons for "does not apply"; the order is frozen, since links name them by place, in four bits. */
  naReasons: z
    .array(z.strictObject({ id, label: text }))
    .min(1)
    .max(14),
  context: z.array(
    z.strictObject({
      id: z.enum(Object.keys(contextFields) as [keyof typeof contextFields]),
      question: words(25),
      options: z.array(option).min(2),
    }),
  ),
  /** Targets that a context presets, with the reason shown to the team. */
  targets: z.array(
    z.strictObject({ when: contextMatch, items: z.array(id).min(1), level: z.int().min(0).max(4), reason: words(40) }),
  ),
  constants,
  /** What each version changed for teams, newest first. The version above has an entry. */
  changelog: z.array(z.strictObject({ version, date: day, text: words(60) })).min(1),
  /** Frozen order of all items: links and files of this pack depend on it. */
  order: z.array(id).min(1),
});

export type Constants = z.output<typeof constants>;
export type MigrationStep = z.output<typeof migrationsFile>['steps'][number];
export type FormerPack = z.output<typeof migrationsFile>['packs'][number];
export type PackFile = z.output<typeof packFile>;
export type PracticeQuestion = z.output<typeof practiceQuestion>;
export type SymptomQuestion = z.output<typeof symptomQuestion>;
export type Signal = z.output<typeof signal>;
export type Tension = z.output<typeof tension>;
