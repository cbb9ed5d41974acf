// Prints how long the assessment takes to compute: the median of many runs, on this machine.
// With --peer: build, bytes and search beside Starlight with Pagefind on the same entries.
// With --entries 1000: what as many made-up entries cost in build and search.
// With --rollup 100000: what rolling up as many teams costs. With --teams-page 200: the same in the browser.
// With --typing: how soon the built site answers a key press in search, in a browser at a quarter of the speed.
// With --answering: what answering and writing a note cost there.
import process from 'node:process';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { answerMap } from '../../src/core/answers/answers.ts';
import { scoreVariables } from '../../src/core/assessment/rating.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { generateTeam } from '../../tests/support/teams.ts';
import { benchAnswering } from './answering.ts';
import { benchEntries } from './entries.ts';
import { benchPeer } from './peer.ts';
import { benchRollup } from './rollup.ts';
import { benchTeamsPage } from './teams-page.ts';
import { benchTyping } from './typing.ts';

/** What is measured apart when asked for, each up to a size where it has one. */
const apart = [
  { option: '--peer', measure: benchPeer, size: 5 },
  { option: '--entries', measure: benchEntries, size: 1000 },
  { option: '--teams-page', measure: benchTeamsPage, size: 200 },
  { option: '--rollup', measure: benchRollup, size: 100_000 },
  { option: '--typing', measure: benchTyping, size: 0 },
  { option: '--answering', measure: benchAnswering, size: 0 },
];
for (const { option, measure, size } of apart) {
  const at = process.argv.indexOf(option);
  if (at > 0) {
    await measure(Number(process.argv[at + 1]) || size);
    process.exit();
  }
}

const pack = packOf(loadKnowledgeBase());
const teams = Array.from({ length: 100 }, (_, seed) => generateTeam(pack, seed));

/** Median milliseconds of a task over a number of runs, each with another team. */
function median(runs: number, task: (team: (typeof teams)[number]) => unknown): number {
  const times = Array.from({ length: runs }, (_, index) => {
    const team = teams[index % teams.length];
    const start = performance.now();
    if (team) task(team);
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

process.stdout.write(`Node ${process.versions.node}, ${pack.items.length} items\n`);
process.stdout.write(
  `${median(10_000, (team) => scoreVariables(answerMap(team), pack, 'full')).toFixed(4)} ms  scoring all answers, median of 10,000 runs\n`,
);
process.stdout.write(
  `${median(200, (team) => report(team, pack)).toFixed(2)} ms  whole report with ${pack.constants.stability.count} re-weightings, median of 200 runs\n`,
);
