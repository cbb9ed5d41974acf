import { afterEach, expect, test, vi } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { readLink, writeLink } from '../../../src/core/link/link.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { randomAnswers } from '../../support/random-answers.ts';

const pack = packOf(loadKnowledgeBase());
const everything = { name: true, notes: true, decisions: true };
afterEach(() => vi.unstubAllGlobals());

/** What an assessment says, whatever the order of its lists and keys, and without what says nothing. */
function said(answers: Answers): unknown {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)]),
    );
  };
  const bare = (group: object | undefined) => (group && Object.keys(group).length > 0 ? group : undefined);
  const { respondent, scope, ...rest } = answers;
  return sorted({
    ...rest,
    ...(bare(respondent) ? { respondent } : {}),
    ...(bare(scope) ? { scope } : {}),
    answers: answers.answers
      .map(({ at: _, ...answer }) => answer)
      .filter(({ state, ...rest }) => state !== 'unanswered' || Object.keys(rest).length > 2),
  });
}

test('what is written is what is read, for 10,000 random assessments', async () => {
  for (let seed = 0; seed < 10_000; seed += 1) {
    const answers = randomAnswers(pack, seed);
    const read = await readLink(await writeLink(answers, pack, everything), pack);
    if (!read.ok) throw new Error(`Seed ${seed}: ${read.problems.join(' ')}`);
    expect(said(read.value), `Seed ${seed}`).toEqual(said(answers));
  }
});

test('a browser that cannot pack writes longer links that every other reads', async () => {
  const long = { ...randomAnswers(pack, 12), respondent: { role: 'é'.repeat(2000) } };
  for (const answers of [long, randomAnswers(pack, 11)]) {
    const packed = await writeLink(answers, pack, everything);
    vi.stubGlobal('CompressionStream', undefined);
    const stored = await writeLink(answers, pack, everything);
    vi.unstubAllGlobals();
    expect(stored.length).toBeGreaterThan(packed.length);
    expect(await readLink(stored, pack)).toEqual(await readLink(packed, pack));
  }
});

test('a browser that cannot unpack says so of a link with texts, and reads one without', async () => {
  const answers = randomAnswers(pack, 12);
  const [texts, bare] = [await writeLink(answers, pack, everything), await writeLink(answers, pack)];
  const read = await readLink(bare, pack);
  vi.stubGlobal('DecompressionStream', undefined);
  expect(await readLink(texts, pack)).toMatchObject({
    ok: false,
    problems: [expect.stringContaining('cannot unpack')],
  });
  expect(await readLink(bare, pack)).toEqual(read);
  expect(read.ok).toBe(true);
});
