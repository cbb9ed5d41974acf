// Prints how well search answers the judged queries: npm run relevance -- [tune|unseen|field]
import process from 'node:process';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { mean } from '../../src/core/model/arithmetic.ts';
import { openSearch } from '../../src/search/query.ts';
import { searchData } from '../../src/search/search-data.ts';
import { judge, readQueries } from '../../tests/support/relevance.ts';

const set = process.argv[2] ?? 'tune';
const queries = readQueries();
const sets: readonly string[] = [...new Set(queries.map((query) => query.set))];
if (!sets.includes(set)) {
  process.stderr.write(`The set is "${set}"; possible: ${sets.join(', ')}.\n`);
  process.exit(2);
}
const { find } = openSearch(searchData(loadKnowledgeBase()));
const judged = queries.filter((query) => query.set === set).map((query) => judge(query, find(query.query).hits));
for (const { query, relevant, found, reciprocalRank, recall } of judged) {
  if (reciprocalRank === 1 && recall === 1) continue;
  process.stdout.write(
    `${reciprocalRank.toFixed(2)} ${recall.toFixed(2)}  ${query}\n    wanted ${relevant.join(', ')}\n    found  ${found.join(', ')}\n`,
  );
}
process.stdout.write(
  `${set}: ${judged.length} queries, mean reciprocal rank ${mean(judged.map(({ reciprocalRank }) => reciprocalRank)).toFixed(3)}, recall at 5 ${mean(judged.map(({ recall }) => recall)).toFixed(3)}\n`,
);
