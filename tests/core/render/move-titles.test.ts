import { expect, test } from 'vitest';
import { t } from '../../../src/build/strings.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { compare } from '../../../src/core/assessment/compare.ts';
import { promisesSince } from '../../../src/core/assessment/promises.ts';
import { renderCalendar } from '../../../src/core/render/calendar.ts';
import { renderIssuesCsv } from '../../../src/core/render/issues.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import { moveTitle } from '../../../src/core/render/move-texts.ts';
import { renderMovesCsv } from '../../../src/core/render/moves-csv.ts';
import { renderPromisesCsv } from '../../../src/core/render/promises-csv.ts';
import { renderComparison } from '../../../src/core/render/side-by-side.ts';
import { renderSummary } from '../../../src/core/render/summary.ts';
import { report } from '../../../src/core/report/report.ts';
import { practice } from '../../support/small-pack.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

// A move has one title for each kind of model, wherever it is named.
const wording = { t, day: (date: string) => date };
const hosted = practice('records', {
  variable: 'versioning',
  readings: [{ when: { model: 'hosted' }, titles: { start: 'Keep prompts' } }],
});
const pack = { ...teamPack, items: teamPack.items.map((item) => (item.id === 'records' ? hosted : item)) };

/** Everything that names the move about records: a plan in which it is promised for a day that has passed. */
function textsFor(context: Answers['context']): Record<string, string> {
  const plan: Answers = {
    ...smallTeam({ all: 3, records: 0 }, { system: 'Ranking' }),
    context,
    decisions: [{ practice: 'records', decision: 'do', due: '2027-01-15' }],
  };
  const now = { ...plan, date: '2027-03-01' };
  const promises = promisesSince(now, pack, plan);
  const made = report(now, pack, 'full', null, promises);
  const withoutPlan = { ...made, moves: [], firstMoves: [] };
  const comparison = compare({ answers: plan }, { answers: now }, pack);
  return {
    Markdown: renderMarkdown({ ...made, promises: null }, pack, t),
    summary: renderSummary({ ...made, promises: null }, pack, wording),
    'CSV of moves': renderMovesCsv(made, pack, {}, wording),
    issues: renderIssuesCsv('jira', { report: made, pack, texts: {}, wording }),
    calendar: renderCalendar(made, pack, {}, wording),
    'promises in Markdown': renderMarkdown(withoutPlan, pack, t),
    'promises in the summary': renderSummary(withoutPlan, pack, wording),
    'CSV of promises': renderPromisesCsv(made, pack, wording),
    'comparison in Markdown': renderComparison(comparison, pack, t, now.context),
  };
}

test.each(Object.keys(textsFor({})))('%s names a move by its title for the kind of model', (text) => {
  expect(textsFor({ model: 'hosted' })[text]).toContain('Keep prompts');
  expect(textsFor({ model: 'hosted' })[text]).not.toContain('Start records');
  expect(textsFor({ model: 'train' })[text]).toContain('Start records');
  expect(textsFor({ model: 'train' })[text]).not.toContain('Keep prompts');
});

test('moveTitle(move) falls back to the usual title, and to the practice where its question is gone', () => {
  const titleOf = (practiceId: string, kind: 'start' | 'deepen' | 'find-out') =>
    moveTitle({ practice: practiceId, kind }, { model: 'hosted' }, pack, t);
  expect(titleOf('records', 'start')).toBe('Keep prompts');
  expect(titleOf('records', 'deepen')).toBe('Deepen records');
  expect(titleOf('records', 'find-out')).toBe('Find out: records');
  expect(titleOf('runs', 'start')).toBe('Start runs');
  expect(titleOf('gone', 'start')).toBe('gone');
});
