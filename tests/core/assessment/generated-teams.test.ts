import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { type Pack, packOf } from '../../../src/core/model/pack.ts';
import { arms, generateTeam, wobbled } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());

/** Today’s pack with one question more at the end of each stage. */
function withMore(): Pack {
  const items = pack.items.flatMap((item, index) => {
    const isLast = pack.items[index + 1]?.stage !== item.stage;
    return isLast ? [item, { ...item, id: `more-${item.stage}` }] : [item];
  });
  return { ...pack, items };
}

const kinds = {
  ...arms,
  'wobbled, on another day': (each: Pack, seed: number) => wobbled(generateTeam(each, seed), seed),
};

test.each(
  Object.entries(kinds),
)('new questions leave the answers of teams as they were, and get answers of their own: %s', (_, make) => {
  const larger = withMore();
  expect(larger.items.length).toBeGreaterThan(pack.items.length);
  for (const seed of [0, 1, 2, 3, 40]) {
    const { answers, ...rest } = make(larger, seed);
    const isNew = ({ item }: { item: string }) => item.startsWith('more-');
    expect({ ...rest, answers: answers.filter((answer) => !isNew(answer)) }).toEqual(make(pack, seed));
    expect(answers.filter(isNew)).toHaveLength(larger.items.length - pack.items.length);
  }
});

test('answers come in the order of the pack, and the same seed gives the same team', () => {
  const { answers } = generateTeam(pack, 7);
  expect(answers.map(({ item }) => item)).toEqual(pack.items.map(({ id }) => id));
  expect(generateTeam(pack, 7)).toEqual(generateTeam(pack, 7));
  expect(generateTeam(pack, 8).answers).not.toEqual(answers);
});
