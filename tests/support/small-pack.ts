import type { Pack, PackItem, PackSignal } from '../../src/core/model/pack.ts';
import type { Constants } from '../../src/core/model/pack-schema.ts';
import { diagnosis } from './small-diagnosis.ts';

/** Constants like those of the released pack. A test that depends on one says so. */
export const constants: Constants = {
  pointCoverage: 0.5,
  word: {
    coverage: 0.7,
    applicableShare: 0.5,
    known: { quick: 3, full: 5 },
    cuts: [
      { word: 'gap', from: 0 },
      { word: 'mixed', from: 0.45 },
      { word: 'strong', from: 0.65 },
    ],
  },
  wobble: 0.25,
  quickBand: 0.19,
  lowest: { within: 0.1, gap: 0.15 },
  cellKnown: 2,
  signals: {
    likely: { point: 0.65, low: 0.5 },
    possible: 0.55,
    possibleKnown: 2,
    unlikely: 0.4,
    raisedBy: 0.5,
    shown: 5,
  },
  tensions: { likely: 0.75, possible: 0.5, apart: 0.5 },
  diagnosis: { holds: 3, hurts: 3, explains: 1, words: 30 },
  moves: {
    target: 3,
    grade: { A: 1.15, B: 1, C: 0.9 },
    relief: { step: 0.15, most: 1.45 },
    lift: 1.2,
    safety: 1.5,
    unsafeLevel: 1,
    unsafeLevelHighStakes: 2,
    stakes: 2,
    effort: { S: 1, M: 1.3, L: 1.6 },
    personWeeks: { S: 1, M: 4, L: 12 },
    findOut: { effort: 'S', gapShare: 0.5 },
    prerequisiteLevel: 2,
    deepenFrom: 2,
    threshold: 0.05,
    fillBelow: 0.1,
    headline: 3,
    plan: 7,
  },
  change: { factor: 2 },
  respondents: { range: 2, shown: 10, conflict: 1, role: 3, signals: ['split-views'] },
  stability: {
    count: 64,
    from: 0.5,
    to: 1.5,
    words: [
      { word: 'hardly-any', from: 0 },
      { word: 'about-half', from: 0.4 },
      { word: 'all', from: 1 },
    ],
  },
  reading: { wordsPerMinute: 200, secondsPerQuestion: 5 },
};

type Effort = 'S' | 'M' | 'L';

/** The two moves of a practice, both of one effort: `start` reaches level 2, `deepen` level 4. */
export const movesOf = (id: string, effort: Effort = 'M'): NonNullable<PackItem['moves']> => ({
  start: { title: `Start ${id}`, goal: `Goal: ${id} are started.`, reaches: 2, effort },
  deepen: { title: `Deepen ${id}`, goal: `Goal: ${id} are complete.`, reaches: 4, effort },
});

const saysOf = (id: string, states: string): string[] => states.split(', ').map((state) => `${id} ${state}`);

/** A practice item with ordinary values, except for those in `part`. */
export function practice(id: string, part: Partial<PackItem> = {}): PackItem {
  return {
    id,
    rev: 1,
    kind: 'practice',
    variable: 'velocity',
    stage: 'experimentation',
    layers: [],
    depth: 'full',
    weight: 1,
    grade: 'B',
    moves: movesOf(id),
    needs: [],
    safety: false,
    claims: ['some-claim'],
    title: id,
    question: `How is ${id}?`,
    anchors: ['none', 'little', 'half', 'much', 'all'],
    says: saysOf(id, 'are missing, are rare, are half there, mostly work, work'),
    look: [`The log of ${id}.`],
    readings: [],
    ...part,
  };
}

/** A symptom item with ordinary values, except for those in `part`. */
export const symptom = (id: string, part: Partial<PackItem> = {}): PackItem =>
  practice(id, {
    kind: 'symptom',
    variable: null,
    moves: null,
    weight: 0,
    says: saysOf(id, 'never happen, hardly happen, happen at times, happen often, always happen'),
    ...part,
  });

/** A signal of one symptom and one practice, which also helps against it, except for what is in `part`. */
export const signalOf = (id: string, trouble: string, cause: string, part: Partial<PackSignal> = {}): PackSignal => ({
  id,
  kind: 'pain-point',
  title: id,
  say: `${id} is here`,
  check: `Check ${id} for thirty minutes.`,
  indicators: [
    { item: trouble, weight: 1, direction: 'direct' },
    { item: cause, weight: 1, direction: 'inverse' },
  ],
  visible: true,
  requires: [],
  helps: [cause],
  claims: ['some-claim'],
  ...part,
});

/** A pack of these items with ordinary values, except for those in `part`. */
export function packWith(items: PackItem[], part: Partial<Pack> = {}): Pack {
  return {
    id: 'small',
    version: '1.0.0',
    fingerprint: '00000000',
    variables: [
      { id: 'velocity', name: 'Velocity' },
      { id: 'validation', name: 'Validation' },
      { id: 'versioning', name: 'Versioning' },
    ],
    stages: [
      { id: 'data-collection-labeling', name: 'Data' },
      { id: 'experimentation', name: 'Experimentation' },
      { id: 'evaluation-deployment', name: 'Evaluation' },
      { id: 'monitoring-response', name: 'Monitoring' },
    ],
    items,
    signals: [],
    tensions: [],
    targets: [],
    naReasons: [{ id: 'no-such-part', label: 'No such part' }],
    diagnosis,
    findings: [],
    constants,
    migrations: [],
    former: [],
    ...part,
  };
}
