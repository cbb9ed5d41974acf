// Damages many links and files and counts how each was read: npm run fuzz -- [count] [seed]
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { fuzz } from '../../tests/support/fuzz.ts';

const count = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);
const start = performance.now();
const { links, files, refused, same, other, wrong } = await fuzz(count, seed, packOf(loadKnowledgeBase()));
process.stdout.write(
  `Seed ${seed}: ${links} damaged links, ${files} damaged files, ${((performance.now() - start) / 1000).toFixed(0)} s.\n` +
    `${refused} refused with a sentence, ${same} read as the original, ${other} read as another valid file, ${wrong.length} wrong.\n`,
);
for (const text of wrong) process.stdout.write(`wrong: ${JSON.stringify(text)}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
