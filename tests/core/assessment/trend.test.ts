import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { type Answers, answerMap } from '../../../src/core/answers/answers.ts';
import { compare } from '../../../src/core/assessment/compare.ts';
import { scoreVariables } from '../../../src/core/assessment/rating.ts';
import { trendOf } from '../../../src/core/assessment/trend.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());

test('trendOf(list) sorts by date, compares each assessment with the one before, and lists those without a date', () => {
  const at = (seed: number, date: string | undefined) => {
    const { date: _, ...answers } = generateTeam(pack, seed);
    return { answers: { ...answers, ...(date === undefined ? {} : { date }) } };
  };
  const list = [at(1, '2026-11-01'), at(2, undefined), at(3, '2025-01-31'), at(4, '2026-02-28')];
  const trend = trendOf(list, pack);
  expect(trend.points.map(({ date }) => date)).toEqual(['2025-01-31', '2026-02-28', '2026-11-01']);
  expect(trend.undated).toEqual([1]);
  expect(trend.points[0]?.since).toBeNull();
  const [first, , third] = list as [(typeof list)[0], unknown, (typeof list)[0]];
  const second = list[3] as (typeof list)[0];
  expect(trend.points[1]?.since?.total).toEqual(compare(third, second, pack).total);
  expect(trend.points[2]?.since?.total).toEqual(compare(second, first, pack).total);
});

test('trendOf(list) scores each assessment, and keeps the order of those from one day', () => {
  const [first, second] = [3, 4].map((seed) => ({ answers: { ...generateTeam(pack, seed), date: '2026-02-28' } }));
  const sides = [first, second] as { answers: Answers }[];
  for (const list of [sides, sides.toReversed()])
    expect(trendOf(list, pack).points.map(({ variables }) => variables)).toEqual(
      list.map(({ answers }) =>
        scoreVariables(answerMap(answers), pack, 'full').map(({ id, point, low, high }) =>
          expect.objectContaining({ id, point, low, high }),
        ),
      ),
    );
});
