import { expect, test } from 'vitest';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { compareVersions, versionNumbers } from '../../../src/core/model/versions.ts';
import { answerOf, type Brief } from '../../support/compact.ts';
import { answersFrom, migrated, second } from '../../support/three-versions.ts';

// openAnswers
const brief: Brief = { kept: 3, slow: 2, wording: 1, gone: 0 };

test('openAnswers(data) carries an older file over, and the result opens unchanged', () => {
  const opened = openAnswers(JSON.parse(JSON.stringify(answersFrom(brief))), second);
  expect(opened).toEqual({ ok: true, value: migrated(brief).answers });
  if (!opened.ok) return;
  expect(openAnswers(JSON.parse(JSON.stringify(opened.value)), second)).toEqual(opened);
  expect(parseAnswers(opened.value, second)).toEqual(opened);
});

test('openAnswers(data) reads a current file like parseAnswers, and a lower revision in it as a hint', () => {
  const now = { ...answersFrom({ kept: 1 }), pack: { id: 'small', version: '2.0.0' } };
  expect(openAnswers(now, second)).toEqual(parseAnswers(now, second));
  const opened = openAnswers({ ...now, answers: [answerOf('wording', 1)] }, second);
  expect(opened).toMatchObject({ ok: true, value: { answers: [], reread: [{ item: 'wording', why: 'rev' }] } });
});

test.each([
  [
    'a newer major version',
    { pack: { id: 'small', version: '3.0.0' } },
    'pack.version: Found "3.0.0"; this Trivium knows',
  ],
  [
    'a newer minor version',
    { pack: { id: 'small', version: '2.1.0' } },
    'pack.version: Found "2.1.0"; this Trivium knows',
  ],
  ['no version', { pack: { id: 'small', version: 'new' } }, 'pack.version: Found "new"; this Trivium knows'],
  ['another pack', { pack: { id: 'big', version: '1.0.0' } }, 'pack.id: Found "big"'],
  ['a newer revision', { answers: [answerOf('kept', 1, 2)] }, 'answers[0].rev: Found 2; "kept" has revision 1'],
  ['a question nobody ever asked', { answers: [answerOf('odd', 1)] }, 'answers[0].item: There is no question "odd".'],
  [
    'a former question twice',
    { answers: [1, 2].map((n) => answerOf('gone', n)) },
    'answers[1].item: "gone" is listed twice.',
  ],
  [
    'a former question in a new file',
    { pack: { id: 'small', version: '2.0.0' }, answers: [answerOf('gone', 1)] },
    'There is no question "gone".',
  ],
  [
    'an old override in a new file',
    { pack: { id: 'small', version: '2.0.0' }, answers: [], overrides: [{ signal: 'lost', reason: 'r' }] },
    'There is no signal "lost".',
  ],
  ['no object', undefined, 'an object with "format"'],
])('openAnswers(data) refuses %s with a sentence', (_, part, sentence) => {
  const opened = openAnswers(part && { ...answersFrom({}), ...part }, second);
  expect(opened.ok ? [] : opened.problems.join('\n')).toContain(sentence);
});

test('compareVersions(a, b) compares number by number; versionNumbers(text) is undefined for other texts', () => {
  expect(['1', '1.2', '1.2.3', '1.2.3.4', '', 'x', '1.x', '-1.0.0'].map(versionNumbers)).toEqual([
    [1, 0, 0],
    [1, 2, 0],
    [1, 2, 3],
    ...Array(5).fill(undefined),
  ]);
  expect([compareVersions('1.10.0', '1.9.0'), compareVersions('1.2', '1.2.0')]).toEqual([1, 0]);
  expect(compareVersions('1.9.9', '2.0.0')).toBeLessThan(0);
});
