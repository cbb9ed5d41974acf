import { topLevel } from '../../core/answers/answers.ts';
import { formatPoints, practicesOf } from '../../core/assessment/score.ts';
import { exampleLevels, scoreExample } from '../../core/render/method-example.ts';
import { pack } from '../pack.ts';

const { pointCoverage, quickBand, wobble, moves, signals, word, lowest, stability, diagnosis } = pack.constants;

/** How many practices of each V the quick check asks. */
const quickCounts = pack.variables.map(
  ({ id }) => practicesOf(pack, 'quick').filter(({ variable }) => variable === id).length,
);

/**
 * The numbers of the assessment as the sentences of the method name them: scores in points, 0 to 100, and levels from 0
 * to 4.
 */
export const methodValues = {
  ...Object.fromEntries(word.cuts.map(({ word: name, from }) => [name, formatPoints(from)])),
  ...moves.grade,
  ...moves.effort,
  coverage: formatPoints(pointCoverage),
  band: formatPoints(quickBand),
  wobble: formatPoints(wobble),
  word: formatPoints(word.coverage),
  applies: formatPoints(word.applicableShare),
  full: word.known.full,
  quick: word.known.quick,
  quickAsked: [...new Set(quickCounts)].join('–'),
  within: formatPoints(lowest.within),
  gap: formatPoints(lowest.gap),
  holds: diagnosis.holds,
  hurts: diagnosis.hurts,
  likely: formatPoints(signals.likely.point),
  low: formatPoints(signals.likely.low),
  possible: formatPoints(signals.possible),
  possibleKnown: signals.possibleKnown,
  unlikely: formatPoints(signals.unlikely),
  target: formatPoints(moves.target / topLevel),
  relief: `${formatPoints(moves.relief.step)} %`,
  most: moves.relief.most,
  lift: moves.lift,
  safety: moves.safety,
  unsafe: moves.unsafeLevel,
  unsafeAtStake: moves.unsafeLevelHighStakes,
  deepen: moves.deepenFrom,
  gapShare: formatPoints(moves.findOut.gapShare),
  stakes: moves.stakes,
  threshold: moves.threshold,
  fillBelow: moves.fillBelow,
  plan: moves.plan,
  headline: moves.headline,
  count: stability.count,
  from: stability.from,
  to: stability.to,
};

const example = scoreExample(exampleLevels, pack.constants);

/** The sums behind the example score; null where so few answers give no point. */
export const exampleSums = [
  ['coverage', `${example.coverage} %`],
  ['point', example.point],
  ['worst', example.worst],
  ['best', example.best],
  ['wobble', example.wobble],
  ['low', example.low],
  ['high', example.high],
] as const;

/** Whether enough of the example is known for a word. */
export const isExampleRated = (example.score.coverage ?? 0) >= word.coverage;
