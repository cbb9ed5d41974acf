// Prints what the assessment says of many generated teams, to look at and to tune the pack by.

import { answerMap } from '../src/core/assessment/answers.ts';
import { packOf } from '../src/core/assessment/pack.ts';
import { scoreVariable } from '../src/core/assessment/score.ts';
import { report } from '../src/core/report.ts';
import { loadKnowledgeBase } from '../src/load/knowledge-base.ts';
import { generateTeam } from '../tests/support/teams.ts';

const count = Number(process.argv[2] ?? 2000);
const original = packOf(loadKnowledgeBase());
// The stability of each plan is not looked at here, and would take most of the time.
const pack = {
  ...original,
  constants: { ...original.constants, stability: { ...original.constants.stability, count: 1 } },
};
const tally = new Map<string, number>();
const add = (key: string) => tally.set(key, (tally.get(key) ?? 0) + 1);
/** How far the quick check lies from the full assessment of the same team, for each V. */
const errors: number[] = [];
const raised: Record<string, number[]> = Object.fromEntries(pack.signals.map(({ id }) => [id, []]));

for (let seed = 0; seed < count; seed += 1) {
  const team = generateTeam(pack, seed);
  const made = report(team, pack);
  for (const { id } of pack.variables) {
    const [quick, full] = (['quick', 'full'] as const).map(
      (depth) => scoreVariable(id, answerMap(team), pack, depth).point,
    );
    if (quick != null && full != null) errors.push(Math.abs(quick - full));
  }
  for (const { id, word, leaning } of made.variables) add(`word: ${id} ${leaning ? 'leaning ' : ''}${word}`);
  add(`lowest: ${made.lowest.ids.join(' + ') || 'none'}${made.lowest.firm ? ' (firm)' : ''}`);
  for (const { id, status } of made.signals) {
    add(`signal: ${id} ${status}`);
    raised[id]?.push(status === 'likely' || status === 'exposed' ? 1 : 0);
  }
  for (const { id, status } of made.tensions) add(`tension: ${id} ${status}`);
  for (const { practice } of made.moves.slice(0, pack.constants.moves.headline)) add(`first three: ${practice}`);
  add(`moves: ${made.moves.length}`);
}
for (const { id } of pack.items.filter(({ kind }) => kind === 'practice'))
  tally.set(`first three: ${id}`, tally.get(`first three: ${id}`) ?? 0);

/** Pearson's correlation of two lists of 0 and 1. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((total, value) => total + value, 0) / list.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const covariance = mean(a.map((value, index) => (value - meanA) * ((b[index] ?? 0) - meanB)));
  return covariance / Math.sqrt(meanA * (1 - meanA) * meanB * (1 - meanB));
}
const ids = Object.keys(raised);
const pairs = ids.flatMap((a, index) =>
  ids.slice(index + 1).map((b) => ({ a, b, r: correlation(raised[a] ?? [], raised[b] ?? []) })),
);

const kindOf = (key: string) => key.split(':')[0] ?? '';
process.stdout.write(`${count} generated teams\n\n`);
for (const [key, times] of [...tally].toSorted(([a, m], [b, n]) => kindOf(a).localeCompare(kindOf(b)) || n - m)) {
  process.stdout.write(`${((100 * times) / count).toFixed(1).padStart(6)} %  ${key}\n`);
}
const error = errors.toSorted((a, b) => a - b)[Math.floor(0.95 * errors.length)] ?? 0;
process.stdout.write(
  `\nA quick score lies within ${error.toFixed(3)} of the full one 95 times in 100 (quickBand: ${pack.constants.quickBand}).\n`,
);
process.stdout.write('\nSignals that go together most:\n');
for (const { a, b, r } of pairs.toSorted((x, y) => y.r - x.r).slice(0, 5))
  process.stdout.write(`  ${r.toFixed(2)}  ${a}, ${b}\n`);
