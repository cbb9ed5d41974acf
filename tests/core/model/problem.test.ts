import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { parseJson } from '../../../src/core/answers/json.ts';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { show } from '../../../src/core/model/problem.ts';
import { generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const team = generateTeam(pack, 3);
/** What is wrong with the answers of a team with other fields. */
const problemsWith = (fields: object): string => {
  const result = openAnswers({ ...team, ...fields }, pack);
  return result.ok ? '' : result.problems.join('\n');
};

test.each([
  [JSON.stringify('lvel'), 'lvel'],
  ['3', 3],
  ['null', null],
  ['nothing', undefined],
  ['{"a":1}', { a: 1 }],
])('a state that is %s is named as it is', (found, state) => {
  const [first, ...rest] = team.answers;
  expect(problemsWith({ answers: [{ ...first, state }, ...rest] })).toContain(
    `answers[0].state: Found ${found} as "state"; possible: level, na, dk or unanswered.`,
  );
});

test.each([
  [20261120],
  [null],
  [true],
  ['20.11.2026'],
])('a day that is %j is refused with the form of a day', (date) => {
  expect(problemsWith({ date })).toBe(
    `date: Expected a day as year-month-day, for example 2026-11-20. Found ${JSON.stringify(date)}.`,
  );
});

test.each([
  ['trivium-report', 'This is a report'],
  ['trivium-comparison', 'This is a comparison'],
  ['trivium-merge', 'This is a merge'],
  ['trivium-rollup', 'This is a roll-up'],
  ['trivium-reliability', 'This is a description of questions'],
  ['trivium-proposals', 'This is a proposals file'],
])('a file of the format %s is named, and nothing else is said', (format, says) => {
  const result = openAnswers({ format, version: 1 }, pack);
  expect(result).toEqual({ ok: false, problems: [expect.stringContaining(says)] });
});

test('show(value) never throws and never steers a terminal', () => {
  const circle: object[] = [];
  circle.push(circle);
  const trap = {
    get a() {
      throw new Error('no');
    },
  };
  const values = [
    1n,
    [1n],
    circle,
    trap,
    Symbol('a'),
    () => 1,
    Object.create(null),
    '\u009b2J\u202e\u007f',
    '\u001b[2J',
  ];
  for (const value of values) expect(show(value)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  expect(show(1n)).toBe('1n');
});

test('what the parser quotes of a text does not steer a terminal', () => {
  const result = parseJson('{"a":\u001b]0;pwn\u0007 \u001b[2J\u202e}');
  expect(result.ok ? '' : result.problems[0]).toMatch(
    /^It is not valid JSON\. The parser says: [^\p{Cc}\p{Bidi_Control}]*$/u,
  );
});

test('a text of UTF-16 that was read as UTF-8 is named', () => {
  const result = parseJson(new TextDecoder().decode(Buffer.from(`\ufeff${JSON.stringify(team)}`, 'utf16le')));
  expect(result).toEqual({ ok: false, problems: [expect.stringContaining('as a text in UTF-16 does')] });
});
