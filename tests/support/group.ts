import type { Answer, Answers } from '../../src/core/answers/answers.ts';
import { variableIds } from '../../src/core/model/ids.ts';
import type { PackOutline } from '../../src/core/model/pack.ts';
import { answersOf } from './teams.ts';

/** A group as far apart as possible, in every score and, unless `spreadOf` says otherwise, in every answer. */
export function groupOf(
  pack: PackOutline,
  people: number,
  spreadOf: (index: number) => Answer['spread'] = () => ({ n: people, min: 0, max: 4 }),
): Answers {
  const answers = pack.items.map(({ id: item, rev }, index): Answer => {
    const spread = spreadOf(index);
    return { item, rev, state: 'level', level: 2, ...(spread ? { spread } : {}) };
  });
  const variables = variableIds.map((id) => ({ id, low: 0.123, high: 0.987 }));
  return { ...answersOf(pack, answers), group: { people, version: pack.version, variables } };
}
