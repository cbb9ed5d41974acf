import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { fileKinds } from '../../../src/app/report/files/Downloads.tsx';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { foldedTexts, howToOf } from '../../../src/build/page-data/report.ts';
import { showDay, t } from '../../../src/build/strings.ts';
import { reportFormats } from '../../../src/cli/report-formats.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { renderIssuesCsv, renderIssuesMarkdown } from '../../../src/core/render/issues.ts';
import { moveTitle } from '../../../src/core/render/move-texts.ts';
import { reportFiles } from '../../../src/core/render/report-files.ts';
import { report } from '../../../src/core/report/report.ts';
import { parseCsv } from '../../support/csv.ts';
import { generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const texts = Object.fromEntries(Object.keys(foldedTexts().advice).map((id) => [id, howToOf(id)]));
const team = generateTeam(pack, 3);
const [first = '', second = ''] = report(team, pack).moves.map(({ practice }) => practice);
const made = report(
  {
    ...team,
    decisions: [
      { practice: first, decision: 'do', owner: 'ada', due: '2027-01-15' },
      { practice: second, decision: 'no' },
    ],
  },
  pack,
);
const source = { report: made, pack, texts, wording: { t, day: showDay } };
const titles = made.moves
  .filter(({ practice }) => practice !== second)
  .map((move) => moveTitle(move, made.context, pack, t));

test.each([
  { tracker: 'jira', title: 'Summary', body: 'Description', owner: 'Assignee', due: 'Due Date' },
  { tracker: 'github', title: 'title', body: 'body', owner: 'assignees', due: undefined },
  { tracker: 'linear', title: 'Title', body: 'Description', owner: 'Assignee', due: 'Due Date' },
] as const)('issues for $tracker have its columns, one row for each move that is not declined', (names) => {
  const [columns = [], ...rows] = parseCsv(renderIssuesCsv(names.tracker, source));
  const values = (name: string) => rows.map((row) => row[columns.indexOf(name)]);
  expect(columns).toEqual(expect.arrayContaining([names.title, names.body, names.owner]));
  expect(values(names.title)).toEqual(titles);
  expect(values(names.owner)[0]).toBe('ada');
  expect(values(names.body)[0]).toContain(t('report.done-when'));
  if (names.due) expect(values(names.due)[0]).toBe('2027-01-15');
});

test('Linear gives a high priority to the first moves of the plan, whichever are declined', () => {
  const { headline } = pack.constants.moves;
  const teams = Array.from({ length: 40 }, (_, seed) => generateTeam(pack, seed));
  const longPlan = teams.find((each) => report(each, pack).moves.length > headline + 1);
  if (!longPlan) throw new Error('No team has a plan that is long enough.');
  const [, declined] = report(longPlan, pack).moves;
  const decisions = [{ practice: declined?.practice ?? '', decision: 'no' as const }];
  const plan = report({ ...longPlan, decisions }, pack);
  const [columns = [], ...rows] = parseCsv(renderIssuesCsv('linear', { ...source, report: plan }));
  const priorities = rows.map((row) => row[columns.indexOf('Priority')]);
  expect(priorities).toEqual(plan.moves.slice(1).map((_, at) => (at < headline - 1 ? 'High' : 'Medium')));
});

/** Runs the commands of a text in a shell in which `gh` only prints what it is given. */
function runCommands(markdown: string): { title: string; body: string }[] {
  const commands = [...markdown.matchAll(/^(`{3,})sh\n([\s\S]*?)\n\1$/gm)].map(([, , command]) => command).join('\n');
  const gh = 'gh() { printf "%s\\0" "$4"; cat; printf "\\0"; }';
  const { stdout, stderr } = spawnSync('sh', ['-c', `${gh}\n${commands}`], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const parts = stdout.split('\0').slice(0, -1);
  return parts.flatMap((title, index) =>
    index % 2 === 0 ? [{ title, body: (parts[index + 1] ?? '').trimEnd() }] : [],
  );
}

test('the commands for gh make the same issues in a shell, whatever the texts hold', () => {
  const csv = parseCsv(renderIssuesCsv('github', source)).slice(1);
  const issues = runCommands(renderIssuesMarkdown(source));
  expect(issues.map(({ title }) => title)).toEqual(titles);
  const csvBodies = csv.map((row) => row[1]?.trimEnd());
  expect(issues.map(({ body }) => body)).toEqual(csvBodies);
  const nasty = 'END\n```\n$(exit 1) `id` \'quoted\' "double"\nEND-';
  const hostile = { ...texts, [first]: { ...howToOf(first), waiting: `${nasty}\u001b[201~` } };
  const [issue] = runCommands(renderIssuesMarkdown({ ...source, texts: hostile }));
  expect(issue?.title).toBe(titles[0]);
  expect(issue?.body).toContain(nasty);
  expect(issue?.body.replaceAll(/[\n\t]/g, ''), 'nothing ends a paste').not.toMatch(/\p{Cc}/u);
});

test('the page offers every file of the table, and the command line every text but the answers', () => {
  expect(Object.keys(reportFiles).filter((id) => !(fileKinds as readonly string[]).includes(id))).toEqual([]);
  expect(reportFormats).toEqual(Object.keys(reportFiles).filter((id) => id !== 'answers'));
  for (const [id, { ending, type, make }] of Object.entries(reportFiles)) {
    const text = make({ ...source, report: { ...made, review: '2027-06-01' }, answers: team });
    expect([id, text.length > 100, /^[a-z]+$/.test(ending), /^[a-z]+\/[a-z]+$/.test(type)]).toEqual([
      id,
      true,
      true,
      true,
    ]);
  }
});
