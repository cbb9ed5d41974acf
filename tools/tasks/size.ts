// Prints the bytes of each kind of page over the wire against its budget. Needs a build.
import process from 'node:process';
import { kinds, searchBudget, weigh, weighSearch } from './page-weight.ts';

const kilo = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);
const row = (total: number, budget: number, rest: string, isOver = total > budget * 1000) => {
  if (isOver) process.exitCode = 1;
  return `${kilo(total)} KB   ${String(budget).padStart(3)} KB  ${rest}${isOver ? '   OVER' : ''}\n`;
};
process.stdout.write('whole page   budget  scripts   files  kind\n');
for (const kind of kinds) {
  const { total, scripts, files } = weigh(kind);
  const isOver = total > kind.budget * 1000 || scripts > (kind.scripts ?? Number.POSITIVE_INFINITY) * 1000;
  process.stdout.write(
    row(total, kind.budget, `${kilo(scripts)} KB  ${String(files).padStart(5)}  ${kind.kind}`, isOver),
  );
}
const { first, texts } = weighSearch();
process.stdout.write(
  row(first, searchBudget, `first search: engine and index (texts of results: another ${kilo(texts).trim()} KB)`),
);
