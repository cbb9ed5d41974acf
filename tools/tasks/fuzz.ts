// Damages many links and files and counts how each was read. Then simulates two tabs in a thousandth as many orders of
// events, and counts the orders that lose answers. Usage: npm run fuzz -- [count] [seed]
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { fuzz } from '../../tests/support/fuzz.ts';
import { answersLost } from '../../tests/support/two-sessions.ts';
import { countArgument } from './count-argument.ts';

const count = countArgument(0, 'count', 1_000_000);
const seed = countArgument(1, 'seed', 1);
const pack = packOf(loadKnowledgeBase());
const start = performance.now();
const { links, files, refused, same, other, wrong } = await fuzz(count, seed, pack);
process.stdout.write(
  `Seed ${seed}: ${links} damaged links, ${files} damaged files, ${((performance.now() - start) / 1000).toFixed(0)} s.\n` +
    `${refused} refused with a sentence, ${same} read as the original, ${other} read as another valid file, ${wrong.length} wrong.\n`,
);
for (const text of wrong) process.stdout.write(`wrong: ${JSON.stringify(text)}\n`);

const orders = Math.ceil(count / 1000);
let losing = 0;
for (let order = 0; order < orders; order += 1) {
  const lost = await answersLost(pack, seed + order);
  if (lost.length > 0) process.stdout.write(`seed ${seed + order} loses: ${lost.join(', ')}\n`);
  if (lost.length > 0) losing += 1;
}
process.stdout.write(`${orders} orders of what two tabs do, ${losing} of them lose an answer.\n`);
process.exitCode = wrong.length + losing > 0 ? 1 : 0;
