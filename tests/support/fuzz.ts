import { parseAnswers } from '../../src/core/answers/parse-answers.ts';
import { readLink, writeLink } from '../../src/core/link/link.ts';
import { readAnswers } from '../../src/core/link/read-answers.ts';
import type { PackOutline } from '../../src/core/model/pack.ts';
import { mutate } from './mutate.ts';
import { randomAnswers } from './random-answers.ts';
import { randomFrom } from './teams.ts';

const everything = { name: true, notes: true, decisions: true };

/** What became of damaged links and files. `wrong` has to stay empty. */
export interface FuzzCounts {
  links: number;
  files: number;
  refused: number;
  /** Damaged where it did no harm: what was read is the original. */
  same: number;
  /** Another, valid file of answers. */
  other: number;
  wrong: string[];
}

/** One damaged link: refused with a sentence, or read as the very same link. */
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

/** One damaged file: refused with a sentence, or a valid file of answers whose link opens to the same answers. */
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
  const back = await readLink(code, pack);
  if (!back.ok || (await writeLink(back.value, pack, everything)) !== code) counts.wrong.push(text);
}

/** Damages links and files, nine links to one file; the same seed damages them alike. Stops at the tenth wrong one. */
export async function fuzz(count: number, seed: number, pack: PackOutline): Promise<FuzzCounts> {
  const random = randomFrom(seed);
  const counts: FuzzCounts = { links: 0, files: 0, refused: 0, same: 0, other: 0, wrong: [] };
  const originals = Array.from({ length: 40 }, (_, at) => randomAnswers(pack, seed * 40 + at));
  const codes = await Promise.all(originals.map((each, at) => writeLink(each, pack, at % 2 === 0 ? everything : {})));
  const files = originals.map((each) => JSON.stringify(each));
  for (let done = 0; done < count && counts.wrong.length < 10; done += 1) {
    const at = Math.floor(random() * originals.length);
    try {
      if (done % 10 < 9) await fuzzLink(codes[at] ?? '', random, pack, counts);
      else await fuzzFile(files[at] ?? '', random, pack, counts);
    } catch (error) {
      counts.wrong.push(`thrown: ${String(error)}`);
    }
  }
  return counts;
}
