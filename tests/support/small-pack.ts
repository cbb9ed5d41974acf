import type { Pack, PackItem } from '../../src/core/model/pack.ts';
import type { Constants } from '../../src/core/model/pack-schema.ts';

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
  quickBand: 0.19,
  lowest: { within: 0.05, gap: 0.15 },
  cellKnown: 2,
  signals: { likely: { point: 0.65, low: 0.5 }, possible: 0.55, unlikely: 0.4, raisedBy: 0.5, shown: 5 },
  tensions: { likely: 0.75, possible: 0.5 },
  moves: {
    target: 3,
    aimFrom: 2,
    grade: { A: 1.15, B: 1, C: 0.9 },
    relief: { step: 0.15, most: 1.45 },
    lift: 1.2,
    safety: 1.5,
    unsafeLevel: 1,
    effort: { S: 1, M: 1.3, L: 1.6 },
    personWeeks: { S: 1, M: 4, L: 12 },
    findOut: { effort: 'S', gapShare: 0.5 },
    prerequisiteLevel: 2,
    deepenFrom: 2,
    threshold: 0.05,
    raisedThreshold: 0.05,
    headline: 3,
    plan: 7,
  },
  change: { factor: 2 },
  respondents: { talk: 0.8, range: 2, few: 3, conflict: 1, role: 3, signals: ['split-views'] },
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
    effort: 'M',
    needs: [],
    safety: false,
    claims: ['some-claim'],
    title: id,
    question: `How is ${id}?`,
    anchors: ['none', 'little', 'half', 'much', 'all'],
    ...part,
  };
}

/** A symptom item. */
export const symptom = (id: string): PackItem =>
  practice(id, { kind: 'symptom', variable: null, effort: null, weight: 0 });

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
    verdicts: {
      'nothing-known': 'Nothing known.',
      'some-known': 'Too little known: {unknown} {needs} more.',
      'none-lowest': 'None lowest: {profile}.',
      'all-strong': 'All strong: {profile}.',
      'one-firm': '{lowest} lowest ({n}, {word}), below {highest} ({m}), firm.',
      'one-leaning': '{lowest} lowest ({n}, {word}), below {highest} ({m}), leaning.',
      'two-firm': '{lowest} lowest ({n}), below {highest} ({m}), firm.',
      'two-leaning': '{lowest} lowest ({n}), below {highest} ({m}), leaning.',
    },
    constants,
    migrations: [],
    former: [],
    ...part,
  };
}
