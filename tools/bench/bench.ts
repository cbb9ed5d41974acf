// Prints how long the assessment takes to compute on this machine, as medians of many runs. Options measure something else:
//   --peer 5           build, bytes and search, compared with Starlight and Pagefind on the same entries
//   --entries 1000     what that many invented entries cost in build and search
//   --rollup 100000    what rolling up that many teams costs, and the questions in SQL
//   --rollup-rows 10000000  the same for that many answers, in one step
//   --teams-page 200   what rolling up that many teams costs in the browser
//   --look 20000       a look at a repository of that many files, and a text search in them
//   --typing           how soon search reacts to a key, at a quarter of the speed
//   --answering        how soon questions and notes react, at a quarter of the speed
import process from 'node:process';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { answerMap } from '../../src/core/answers/answers.ts';
import { scoreVariables } from '../../src/core/assessment/rating.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { generateTeam } from '../../tests/support/teams.ts';
import { benchAnswering } from './answering.ts';
import { benchEntries } from './entries.ts';
import { benchLook } from './look.ts';
import { benchPeer } from './peer.ts';
import { median } from './quantile.ts';
import { benchRollup, benchRows } from './rollup.ts';
import { benchTeamsPage } from './teams-page.ts';
import { benchTyping } from './typing.ts';

/** The options, each with its default size. */
const benchmarks = [
  { option: '--peer', measure: benchPeer, size: 5 },
  { option: '--entries', measure: benchEntries, size: 1000 },
  { option: '--teams-page', measure: benchTeamsPage, size: 200 },
  { option: '--rollup', measure: benchRollup, size: 100_000 },
  { option: '--rollup-rows', measure: benchRows, size: 10_000_000 },
  { option: '--look', measure: benchLook, size: 20_000 },
  { option: '--typing', measure: benchTyping, size: 0 },
  { option: '--answering', measure: benchAnswering, size: 0 },
];
for (const { option, measure, size } of benchmarks) {
  const index = process.argv.indexOf(option);
  if (index > 0) {
    await measure(Number(process.argv[index + 1]) || size);
    process.exit();
  }
}

const pack = packOf(loadKnowledgeBase());
const teams = Array.from({ length: 100 }, (_, seed) => generateTeam(pack, seed));

/** Median milliseconds of a task over many runs, each with another team. */
function medianTime(runs: number, task: (team: (typeof teams)[number]) => unknown): number {
  const times = Array.from({ length: runs }, (_, index) => {
    const team = teams[index % teams.length];
    const start = performance.now();
    if (team) task(team);
    return performance.now() - start;
  });
  return median(times);
}

process.stdout.write(`Node ${process.versions.node}, ${pack.items.length} items\n`);
process.stdout.write(
  `${medianTime(10_000, (team) => scoreVariables(answerMap(team), pack, 'full')).toFixed(4)} ms  scoring all answers, median of 10,000 runs\n`,
);
process.stdout.write(
  `${medianTime(200, (team) => report(team, pack)).toFixed(2)} ms  whole report with ${pack.constants.stability.count} re-weightings, median of 200 runs\n`,
);
