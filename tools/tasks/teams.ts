// Prints what the assessment says of many generated teams, to review and tune the pack: npm run teams -- [count]
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { answerMap } from '../../src/core/answers/answers.ts';
import { scoreVariable } from '../../src/core/assessment/score.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { type Report, report } from '../../src/core/report/report.ts';
import { arms, correlations, generateTeam, withoutStability, wobbled } from '../../tests/support/teams.ts';
import { quantile } from '../bench/quantile.ts';
import { countArgument } from './count-argument.ts';

const count = countArgument(0, 'count', 2000);
// The stability of plans is not printed here, and would take most of the time.
const pack = withoutStability(packOf(loadKnowledgeBase()));
const practices = pack.items.filter(({ kind }) => kind === 'practice').map(({ id }) => id);
/** How often each result occurred, by table. */
const tables = new Map([['First threes', new Map(practices.map((id) => [id, 0]))]]);
const add = (table: string, key: string) => {
  const times = tables.get(table) ?? new Map<string, number>();
  tables.set(table, times.set(key, (times.get(key) ?? 0) + 1));
};
/** Distances between the quick and the full score of a V, for the same team. */
const errors: number[] = [];
const raised: Record<string, number[]> = Object.fromEntries(pack.signals.map(({ id }) => [id, []]));
/** Risks by signal, 0.5 where a signal has none. */
const risks: Record<string, number[]> = Object.fromEntries(pack.signals.map(({ id }) => [id, []]));

for (let seed = 0; seed < count; seed += 1) {
  const team = generateTeam(pack, seed);
  const teamReport = report(team, pack);
  for (const { id } of pack.variables) {
    const [quick, full] = (['quick', 'full'] as const).map(
      (depth) => scoreVariable(id, answerMap(team), pack, depth).point,
    );
    if (quick != null && full != null) errors.push(Math.abs(quick - full));
  }
  for (const { id, word, leaning } of teamReport.variables)
    add(`Words of ${id}`, `${leaning ? 'leaning ' : ''}${word}`);
  add('Looks lowest', `${teamReport.lowest.ids.join(' + ') || 'none'}${teamReport.lowest.firm ? ' (firm)' : ''}`);
  for (const { id, status, point } of teamReport.signals) {
    add('Signals', `${id} ${status}`);
    raised[id]?.push(status === 'likely' || status === 'exposed' ? 1 : 0);
    risks[id]?.push(point ?? 0.5);
  }
  for (const { id, status } of teamReport.tensions) add('Tensions', `${id} ${status}`);
  for (const { practice } of teamReport.moves.slice(0, pack.constants.moves.headline)) add('First threes', practice);
  add('Situations', teamReport.diagnosis.situation);
  add('Moves in the plan', teamReport.moves.length === 0 ? 'no move at all' : String(teamReport.moves.length));
}

const print = (text: string) => process.stdout.write(`${text}\n`);
print(`${count} generated teams`);
for (const [table, times] of [...tables].toSorted(([a], [b]) => a.localeCompare(b))) {
  print(`\n${table}`);
  for (const [key, number] of [...times].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b)))
    print(`${((100 * number) / count).toFixed(1).padStart(6)} %  ${key}`);
}
for (const [what, lists] of Object.entries({ 'likely or exposed': raised, 'by their risks': risks })) {
  print(`\nSignals that go together most, ${what}`);
  for (const { a, b, r } of correlations(lists).slice(0, 6)) print(`  ${r.toFixed(2)}  ${a}, ${b}`);
}
const error = quantile(errors, 0.95);
print(
  `\nA quick score lies within ${error.toFixed(3)} of the full one 95 times in 100 (quickBand: ${pack.constants.quickBand}).`,
);

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const firstThree = ({ moves }: Report) => moves.slice(0, pack.constants.moves.headline).map(({ practice }) => practice);

for (const [arm, make] of Object.entries(arms)) {
  const reports = Array.from({ length: count }, (_, seed) => report(make(pack, seed), pack));
  const situations = Map.groupBy(reports, ({ diagnosis }) => diagnosis.situation);
  const shares = practices.map((id) => reports.filter((each) => firstThree(each).includes(id)).length);
  print(`\nTeams: ${arm}`);
  for (const [situation, list] of situations) print(`  ${share(list.length, count).padStart(7)}  ${situation}`);
  print(
    `  A practice is among the first three in ${share(Math.min(...shares), count)} to ${share(Math.max(...shares), count)}.`,
  );
}

const pairs = Array.from({ length: count }, (_, seed) => {
  const team = generateTeam(pack, seed);
  return [report(team, pack), report(wobbled(team, seed), pack)] as const;
});
const withMoves = pairs.filter(([{ moves }]) => moves.length > 0);
const keptMoves = ([before, after]: (typeof pairs)[number]) =>
  firstThree(before).filter((practice) => firstThree(after).includes(practice)).length;
print('\nWhen each answer moves by an anchor with a chance of 15 %');
for (const [situation, list] of Map.groupBy(pairs, ([{ diagnosis }]) => diagnosis.situation)) {
  const same = list.filter(([, { diagnosis }]) => diagnosis.situation === situation).length;
  print(`  ${share(same, list.length).padStart(7)}  of ${list.length} stay: ${situation}`);
}
const two = withMoves.filter((pair) => keptMoves(pair) >= Math.min(2, firstThree(pair[0]).length)).length;
const first = withMoves.filter(([before, after]) => firstThree(after).includes(firstThree(before)[0] ?? '')).length;
print(
  `  Two of the first three moves stay in ${share(two, withMoves.length)}, the first among them in ${share(first, withMoves.length)}.`,
);
