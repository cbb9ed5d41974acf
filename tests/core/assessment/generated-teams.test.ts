import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { type Pack, packOf } from '../../../src/core/model/pack.ts';
import { generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());

/** Today’s pack with one question more at the end of each stage. */
function withMore(): Pack {
  const items = pack.items.flatMap((item, index) => {
    const isLast = pack.items[index + 1]?.stage !== item.stage;
    return isLast ? [item, { ...item, id: `more-${item.stage}` }] : [item];
  });
  return { ...pack, items };
}

test('new questions leave the answers of generated teams as they were, and get answers of their own', () => {
  const larger = withMore();
  expect(larger.items.length).toBeGreaterThan(pack.items.length);
  for (const seed of [0, 1, 2, 3, 40]) {
    const { answers } = generateTeam(larger, seed);
    const isNew = ({ item }: { item: string }) => item.startsWith('more-');
    expect(answers.filter((answer) => !isNew(answer))).toEqual(generateTeam(pack, seed).answers);
    expect(answers.filter(isNew)).toHaveLength(larger.items.length - pack.items.length);
  }
});

test('answers come in the order of the pack, and the same seed gives the same team', () => {
  const { answers } = generateTeam(pack, 7);
  expect(answers.map(({ item }) => item)).toEqual(pack.items.map(({ id }) => id));
  expect(generateTeam(pack, 7)).toEqual(generateTeam(pack, 7));
  expect(generateTeam(pack, 8).answers).not.toEqual(answers);
});
