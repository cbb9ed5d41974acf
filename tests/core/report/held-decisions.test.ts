import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { showDay, t } from '../../../src/build/strings.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { heldDecision } from '../../../src/core/answers/answers.ts';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { renderCalendar } from '../../../src/core/render/calendar.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import { moveTitle } from '../../../src/core/render/move-texts.ts';
import { renderMovesCsv } from '../../../src/core/render/moves-csv.ts';
import { renderSummary } from '../../../src/core/render/summary.ts';
import { report } from '../../../src/core/report/report.ts';
import { parseCsv } from '../../support/csv.ts';
import { generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const words = { t, day: showDay };
const team = generateTeam(pack, 3);
const [first = '', second = ''] = report(team, pack).moves.map(({ practice }) => practice);
const declinedOn = (date: string, decision: 'no' | 'later' | 'do' = 'no') =>
  report({ ...team, date, decisions: [{ practice: first, decision, reason: 'Not now', until: '2027-03-31' }] }, pack);

test('a decision holds until its day, that day included, and without a day for good', () => {
  const no = { practice: 'x', decision: 'no' } as const;
  expect(heldDecision(no, '2030-01-01')).toBe('no');
  expect(heldDecision({ ...no, until: '2027-03-31' }, '2027-03-31')).toBe('no');
  expect(heldDecision({ ...no, until: '2027-03-31' }, '2027-04-01')).toBeUndefined();
  expect(heldDecision({ ...no, decision: 'later', until: '2027-03-31' }, '2027-04-01')).toBeUndefined();
  expect(heldDecision({ ...no, decision: 'do', until: '2027-03-31' }, '2027-04-01')).toBe('do');
  expect(heldDecision({ ...no, until: '2027-03-31' }, undefined)).toBe('no');
  expect(heldDecision(null, '2027-04-01')).toBeUndefined();
});

test('a declined move returns to the first moves and to the issues once the decision is over', () => {
  expect(declinedOn('2027-03-31').firstMoves).not.toContain(first);
  expect(declinedOn('2027-04-01').firstMoves[0]).toBe(first);
  const practicesIn = (date: string) => {
    const [names = [], ...rows] = parseCsv(renderMovesCsv(declinedOn(date), pack, {}, words));
    return rows.map((row) => [row[names.indexOf('Practice')], row[names.indexOf('Holds until')]]);
  };
  expect(practicesIn('2027-03-31').map(([practice]) => practice)).not.toContain(first);
  expect(practicesIn('2027-04-01')[0]).toEqual([first, '2027-03-31']);
});

test('every text says until when a decision holds, and the calendar when to decide again', () => {
  const made = declinedOn('2027-01-01', 'later');
  expect(renderMarkdown(made, pack, t)).toContain('until: 2027-03-31');
  expect(renderSummary(made, pack, words)).toContain(`holds until: ${showDay('2027-03-31')}`);
  const calendar = renderCalendar(made, pack, {}, words).replaceAll('\r\n ', '');
  const [move] = made.moves;
  expect(calendar).toContain('DTSTART;VALUE=DATE:20270331');
  expect(move && calendar).toContain(
    `SUMMARY:Decide again: ${move && moveTitle(move, made.context, pack, t).replaceAll(',', '\\,')}`,
  );
  expect(calendar).toContain('DESCRIPTION:Not now');
});

test('answers with and without a day until which a decision holds can be read, and a day that does not exist is refused', () => {
  const file = (until?: string): unknown =>
    JSON.parse(JSON.stringify({ ...team, decisions: [{ practice: second, decision: 'later', until }] }));
  const read = (until?: string) => parseAnswers(file(until) as Answers, pack);
  for (const until of [undefined, '2028-02-29']) {
    const result = read(until);
    expect(result.ok && result.value.decisions[0]?.until).toBe(until);
  }
  const refused = read('2027-02-29');
  expect(refused.ok ? [] : refused.problems).toEqual([expect.stringContaining('decisions[0].until')]);
});
