import { parseAnswers } from '../../src/core/answers/parse-answers.ts';
import { readAnswers } from '../../src/core/link/read-answers.ts';
import { readLink } from '../../src/core/link/read-link.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import type { PackOutline } from '../../src/core/model/pack.ts';
import { randomFrom } from '../../src/core/reliability/bootstrap.ts';
import { mutate } from './mutate.ts';
import { randomAnswers } from './random-answers.ts';

const everything = { name: true, notes: true, decisions: true };

/** How damaged links and files were read. `wrong` has to stay empty. */
export interface FuzzCounts {
  links: number;
  files: number;
  refused: number;
  /** The damage did no harm: the original was read. */
  same: number;
  /** Read as another, valid file of answers. */
  other: number;
  wrong: string[];
}

/** Reads one damaged link. It has to be refused with a sentence or read as the original. */
async function fuzzLink(code: string, random: () => number, pack: PackOutline, counts: FuzzCounts): Promise<void> {
  counts.links += 1;
  const text = mutate(random() < 0.5 ? code : `https://example.org/open/#${code}`, random);
  const read = await readLink(text, pack);
  if (!read.ok) {
    counts.refused += 1;
    if (!read.problems.every((problem) => problem.length > 20)) counts.wrong.push(`no sentence: ${text}`);
  } else if ((await writeLink(read.value, pack, everything)) === code) counts.same += 1;
  else counts.wrong.push(text);
}

/**
 * Reads one damaged file. It has to be refused with a sentence or be a valid file, whose link opens to the same
 * answers.
 */
async function fuzzFile(json: string, random: () => number, pack: PackOutline, counts: FuzzCounts): Promise<void> {
  counts.files += 1;
  const text = mutate(json, random);
  const read = await readAnswers(text, pack);
  if (!read.ok) {
    counts.refused += 1;
    if (!read.problems.every((problem) => problem.length > 20)) counts.wrong.push(`no sentence: ${text}`);
    return;
  }
  if (!parseAnswers(read.value, pack).ok) counts.wrong.push(text);
  else if (JSON.stringify(JSON.parse(json)) === JSON.stringify(read.value)) counts.same += 1;
  else counts.other += 1;
  if (random() > 0.02) return; // writing and reading back takes most of the time
  const code = await writeLink(read.value, pack, everything);
  const reread = await readLink(code, pack);
  if (!reread.ok || (await writeLink(reread.value, pack, everything)) !== code) counts.wrong.push(text);
}

/**
 * Reads damaged links and files, nine links to one file. The same seed gives the same damage. Stops at the tenth wrong
 * one.
 */
export async function fuzz(count: number, seed: number, pack: PackOutline): Promise<FuzzCounts> {
  const random = randomFrom(seed);
  const counts: FuzzCounts = { links: 0, files: 0, refused: 0, same: 0, other: 0, wrong: [] };
  const originals = Array.from({ length: 40 }, (_, index) => randomAnswers(pack, seed * 40 + index));
  const codes = await Promise.all(
    originals.map((answers, index) => writeLink(answers, pack, index % 2 === 0 ? everything : {})),
  );
  const files = originals.map((answers) => JSON.stringify(answers));
  for (let round = 0; round < count && counts.wrong.length < 10; round += 1) {
    const index = Math.floor(random() * originals.length);
    try {
      if (round % 10 < 9) await fuzzLink(codes[index] ?? '', random, pack, counts);
      else await fuzzFile(files[index] ?? '', random, pack, counts);
    } catch (error) {
      counts.wrong.push(`thrown: ${String(error)}`);
    }
  }
  return counts;
}
