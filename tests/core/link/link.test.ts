import { isDeepStrictEqual } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { readLink } from '../../../src/core/link/read-link.ts';
import { writeLink } from '../../../src/core/link/write-link.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { randomAnswers } from '../../support/random-answers.ts';
import { sorted } from '../../support/sorted.ts';

const pack = packOf(loadKnowledgeBase());
const everything = { name: true, notes: true, decisions: true };
afterEach(() => vi.unstubAllGlobals());

/** What an assessment says, independent of the order of lists and keys, without times and empty groups. */
function contentOf(answers: Answers): unknown {
  const hasFields = (group: object | undefined) => group && Object.keys(group).length > 0;
  const { respondent, scope, ...rest } = answers;
  return sorted({
    ...rest,
    ...(hasFields(respondent) ? { respondent } : {}),
    ...(hasFields(scope) ? { scope } : {}),
    answers: answers.answers
      .map(({ at: _, ...answer }) => answer)
      .filter(({ state, ...rest }) => state !== 'unanswered' || Object.keys(rest).length > 2),
  });
}

/** Writes and reads the link of one random assessment. */
async function checkRoundTrip(seed: number): Promise<void> {
  const answers = randomAnswers(pack, seed);
  const read = await readLink(await writeLink(answers, pack, everything), pack);
  if (!read.ok) throw new Error(`Seed ${seed}: ${read.problems.join(' ')}`);
  const [given, expected] = [contentOf(read.value), contentOf(answers)];
  if (!isDeepStrictEqual(given, expected)) expect(given, `Seed ${seed}`).toEqual(expected); // slow, so only then
}

test('readLink(writeLink(answers)) gives the same answers, for 10,000 random assessments', async () => {
  const together = 100; // the links of so many are packed at the same time, in other threads
  for (let from = 0; from < 10_000; from += together)
    await Promise.all(Array.from({ length: together }, (_, at) => checkRoundTrip(from + at)));
});

test('a browser without CompressionStream writes longer links that other browsers read', async () => {
  const longAnswers = { ...randomAnswers(pack, 12), respondent: { role: 'é'.repeat(2000) } };
  for (const answers of [longAnswers, randomAnswers(pack, 11)]) {
    const packed = await writeLink(answers, pack, everything);
    vi.stubGlobal('CompressionStream', undefined);
    const stored = await writeLink(answers, pack, everything);
    vi.unstubAllGlobals();
    expect(stored.length).toBeGreaterThan(packed.length);
    expect(await readLink(stored, pack)).toEqual(await readLink(packed, pack));
  }
});

test('a browser without DecompressionStream refuses links with texts and reads those without', async () => {
  const answers = randomAnswers(pack, 12);
  const [withTexts, withoutTexts] = [await writeLink(answers, pack, everything), await writeLink(answers, pack)];
  const read = await readLink(withoutTexts, pack);
  vi.stubGlobal('DecompressionStream', undefined);
  expect(await readLink(withTexts, pack)).toMatchObject({
    ok: false,
    problems: [expect.stringContaining('cannot unpack')],
  });
  expect(await readLink(withoutTexts, pack)).toEqual(read);
  expect(read.ok).toBe(true);
});
