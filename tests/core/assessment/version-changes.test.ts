import { expect, test } from 'vitest';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { questionChanges, writtenVersion } from '../../../src/core/assessment/version-changes.ts';
import { packWith, practice } from '../../support/small-pack.ts';
import { answersOf } from '../../support/teams.ts';

const pack = packWith(
  ['kept', 'wording', 'half', 'other-half', 'whole', 'second', 'third'].map((id) => practice(id)),
  {
    version: '4.0.0',
    migrations: [
      {
        from: '1.0.0',
        to: '2.0.0',
        items: [
          { kind: 'added', from: [], to: ['second-once'] },
          { kind: 'added', from: [], to: ['short-lived'] },
          { kind: 'reworded', from: ['wording'], to: ['wording'] },
          { kind: 'retired', from: ['early'], to: [] },
        ],
      },
      {
        from: '2.0.0',
        to: '3.0.0',
        items: [
          { kind: 'same', from: ['second-once'], to: ['second'] },
          { kind: 'split', from: ['long'], to: ['half', 'other-half'] },
          { kind: 'retired', from: ['short-lived'], to: [] },
        ],
      },
      {
        from: '3.0.0',
        to: '4.0.0',
        items: [
          { kind: 'added', from: [], to: ['third'] },
          { kind: 'merged', from: ['left', 'right'], to: ['whole'] },
        ],
      },
    ],
  },
);
const at = (version: string, reread: Answers['reread'] = []) => ({
  answers: { ...answersOf({ id: 'small', version: '4.0.0' }, []), reread },
  version,
});
const changes = (from: string, to: string) => questionChanges(at(from), at(to), pack);

test('only changes between the two versions count, under current ids', () => {
  expect(changes('1.0.0', '2.0.0')).toEqual({ added: ['second'], removed: ['early'], changed: ['wording'] });
  expect(changes('2.0.0', '3.0.0')).toEqual({ added: [], removed: ['short-lived'], changed: ['half', 'other-half'] });
  expect(changes('3.0.0', '4.0.0')).toEqual({ added: ['third'], removed: [], changed: ['whole'] });
  expect(changes('1.0.0', '4.0.0')).toEqual({
    added: ['second', 'third'],
    removed: ['early', 'short-lived'],
    changed: ['wording', 'half', 'other-half', 'whole'],
  });
  expect(changes('4.0.0', '4.0.0')).toEqual({ added: [], removed: [], changed: [] });
  expect(changes('4.0.0', '1.0.0')).toEqual(changes('1.0.0', '4.0.0'));
});

test('an answer that has to be read again counts as changed in either assessment; others do not', () => {
  const waiting: Answers['reread'] = [
    { item: 'kept', why: 'rev', before: { rev: 1, level: 3 } },
    { item: 'third', why: 'split', before: { rev: 1, level: 3 } },
  ] as Answers['reread'];
  expect(questionChanges(at('4.0.0', waiting), at('4.0.0'), pack).changed).toEqual(['kept']);
  expect(questionChanges(at('4.0.0'), at('4.0.0', waiting), pack).changed).toEqual(['kept']);
});

test('writtenVersion(text) is the version that an answers file names; undefined if it names none', () => {
  expect(writtenVersion('{"pack":{"version":"1.0.0"}}')).toBe('1.0.0');
  const without = [
    '{"pack":{"version":1}}',
    '{"pack":null}',
    '{}',
    'null',
    '{"pack":',
    'https://trivium.example/open/#abc',
  ];
  expect(without.map(writtenVersion)).toEqual(without.map(() => undefined));
});
