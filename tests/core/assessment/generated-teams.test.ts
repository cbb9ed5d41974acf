import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { type Pack, packOf } from '../../../src/core/model/pack.ts';
import { arms, generateTeam, wobbled } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());

/** A pack with one question more at the end of each stage, or at its beginning. */
function withMore(before: Pack, prefix: string, isAtEnd: boolean): Pack {
  const isAtEdge = (index: number) => before.items[index + (isAtEnd ? 1 : -1)]?.stage !== before.items[index]?.stage;
  const items = before.items.flatMap((item, index) => {
    const added = isAtEdge(index) ? [{ ...item, id: `${prefix}-${item.stage}` }] : [];
    return isAtEnd ? [item, ...added] : [...added, item];
  });
  return { ...before, items };
}

const kinds = {
  ...arms,
  'wobbled, on another day': (each: Pack, seed: number) => wobbled(generateTeam(each, seed), seed),
};

test.each(
  Object.entries(kinds),
)('new questions leave the answers of teams as they were, and get answers of their own: %s', (_, make) => {
  const larger = withMore(pack, 'more', true);
  const largest = withMore(larger, 'even-more', false);
  for (const [before, after, prefix] of [
    [pack, larger, 'more-'],
    [larger, largest, 'even-more-'],
  ] as const)
    for (const seed of [0, 1, 2, 3, 40]) {
      const { answers, ...rest } = make(after, seed);
      const isNew = ({ item }: { item: string }) => item.startsWith(prefix);
      expect({ ...rest, answers: answers.filter((answer) => !isNew(answer)) }).toEqual(make(before, seed));
      expect(answers.some(isNew)).toBe(true);
      expect(answers).toHaveLength(after.items.length);
    }
});

test('answers come in the order of the pack, and the same seed gives the same team', () => {
  const { answers } = generateTeam(pack, 7);
  expect(answers.map(({ item }) => item)).toEqual(pack.items.map(({ id }) => id));
  expect(generateTeam(pack, 7)).toEqual(generateTeam(pack, 7));
  expect(generateTeam(pack, 8).answers).not.toEqual(answers);
});
