import { expect, test } from 'vitest';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { compare } from '../../../src/core/assessment/compare.ts';
import { answerOf } from '../../support/compact.ts';
import { packWith, practice, symptom } from '../../support/small-pack.ts';
import { answersOf } from '../../support/teams.ts';

test('versions of the pack: added, removed and changed questions are named and never compared', () => {
  const current = packWith([practice('kept'), practice('fast'), practice('wording', { rev: 2 }), practice('fresh')], {
    version: '3.0.0',
    migrations: [
      {
        from: '1.0.0',
        to: '2.0.0',
        items: [
          { kind: 'retired', from: ['gone'], to: [] },
          { kind: 'reworded', from: ['wording'], to: ['wording'] },
          { kind: 'added', from: [], to: ['new-name'] },
        ],
      },
      {
        from: '2.0.0',
        to: '3.0.0',
        items: [
          { kind: 'same', from: ['slow'], to: ['fast'] },
          { kind: 'same', from: ['new-name'], to: ['fresh'] },
        ],
      },
    ],
  });
  const file = answersOf({ id: 'small', version: '1.0.0' }, [
    answerOf('kept', 1),
    answerOf('slow', 0),
    answerOf('wording', 3),
    answerOf('gone', 2),
  ]);
  const opened = openAnswers(file, current);
  if (!opened.ok) throw new Error(opened.problems.join());
  const now = answersOf(current, [
    answerOf('kept', 3),
    answerOf('fast', 2),
    { ...answerOf('wording', 0), rev: 2 },
    answerOf('fresh', 4),
  ]);
  const comparison = compare({ answers: opened.value, version: '1.0.0' }, { answers: now }, current);
  expect(comparison.questions).toEqual({ added: ['fresh'], removed: ['gone'], changed: ['wording'] });
  expect(comparison.practices.map(({ item }) => item).toSorted()).toEqual(['fast', 'kept']);
  expect([comparison.before.version, comparison.now.version]).toEqual(['1.0.0', '3.0.0']);
  expect(comparison.onlyNow.toSorted()).toEqual(['fresh', 'wording']);
  const back = compare({ answers: now }, { answers: opened.value, version: '1.0.0' }, current);
  expect(back.questions).toEqual(comparison.questions);
});

test('symptoms are listed separately and do not count towards a change', () => {
  const small = packWith([practice('a'), symptom('s')]);
  const answers = (a: number, s: number) => ({ answers: answersOf(small, [answerOf('a', a), answerOf('s', s)]) });
  const comparison = compare(answers(2, 0), answers(2, 4), small);
  expect([comparison.total.sum, comparison.practices, comparison.symptoms.map(({ item }) => item)]).toEqual([
    0,
    [],
    ['s'],
  ]);
  expect(compare(answers(1, 3), answers(2, 3), small).symptoms).toEqual([]);
});
