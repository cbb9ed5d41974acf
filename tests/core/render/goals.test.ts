import { expect, test } from 'vitest';
import { t } from '../../../src/build/strings.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { diagnosisLines } from '../../../src/core/render/diagnosis-lines.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import { easesText } from '../../../src/core/render/move-facts.ts';
import {
  effortText,
  type MoveText,
  type MoveTexts,
  moveTextOf,
  moveTitle,
} from '../../../src/core/render/move-texts.ts';
import { moveColumns, renderMovesCsv } from '../../../src/core/render/moves-csv.ts';
import { renderSummary } from '../../../src/core/render/summary.ts';
import { report } from '../../../src/core/report/report.ts';
import { parseCsv } from '../../support/csv.ts';
import { practice } from '../../support/small-pack.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

// What exports say since version 2: the diagnosis, goals, and what a move eases, in place of effects on scores.
const words = { t, day: (date: string) => date };
const text = (name: string): MoveText => ({
  steps: [`First ${name}.`, `Then ${name}.`],
  doneWhen: `${name} is done.`,
  leads: 'ML engineer',
  measure: `${name} a week`,
  risk: 'Nobody keeps it up.',
});
const texts: MoveTexts = {
  start: text('start'),
  deepen: text('deepen'),
  look: 'The log of runs.',
  readings: [
    { when: { model: 'hosted' }, start: { steps: ['Write prompts down.', 'Test prompts.'] } },
    { when: { model: 'hosted' }, deepen: { doneWhen: 'Prompts are done.', measure: 'Prompts a week', risk: 'None.' } },
  ],
};

// `releases` is at 1 and late stops are frequent, so that "late" is likely; `records` waits for nothing and is at 0.
const team = smallTeam(
  { all: 3, releases: 1, records: 0, runs: 2, stops: 4, alarms: 0, waits: 0 },
  {
    system: 'Ranking',
    targets: [{ item: 'runs', level: 4 }],
  },
);
const made = report(team, teamPack);
const lineAbout = (output: string, title: string) =>
  output.split('\n').find((line) => /^\d+\. /.test(line) && line.includes(title));

test('moveTextOf(move) has the texts of its kind, and those of the first reading that has any for it', () => {
  expect(moveTextOf({ kind: 'start', steps: 'start' }, texts, {})).toEqual(texts.start);
  expect(moveTextOf({ kind: 'deepen', steps: 'deepen' }, texts, { model: 'train' })).toEqual(texts.deepen);
  expect(moveTextOf({ kind: 'start', steps: 'start' }, texts, { model: 'hosted' })).toEqual({
    ...texts.start,
    steps: ['Write prompts down.', 'Test prompts.'],
  });
  expect(moveTextOf({ kind: 'deepen', steps: 'deepen' }, texts, { model: 'hosted' })).toEqual({
    ...texts.deepen,
    doneWhen: 'Prompts are done.',
    measure: 'Prompts a week',
    risk: 'None.',
  });
});

test('moveTitle(move) is the title of the start or of the deepening; an answer to find out says so', () => {
  const titles = (['start', 'deepen', 'find-out'] as const).map((kind) =>
    moveTitle({ practice: 'runs', kind }, {}, teamPack, t),
  );
  expect(titles).toEqual(['Start runs', 'Deepen runs', 'Find out: runs']);
});

test('effortText(move) is in person-weeks, and about an hour for finding out', () => {
  expect(effortText(t, { kind: 'start', personWeeks: 4 })).toBe('about 4 person-weeks');
  expect(effortText(t, { kind: 'deepen', personWeeks: 1 })).toBe('about 1 person-week');
  expect(effortText(t, { kind: 'find-out', personWeeks: 0 })).toBe('about an hour');
});

test('easesText(move) says what a move eases, how likely that is, and what waits for it', () => {
  const say = (eases: string[], neededBy: string[]) => easesText(t, { eases, neededBy }, made, teamPack);
  expect(say(['late', 'deaf'], [])).toBe('eases late (likely), deaf (unlikely)');
  expect(say([], ['runs'])).toBe('needed before runs');
  expect(say(['late'], ['runs', 'stages'])).toBe('eases late (likely); needed before runs, stages');
  expect(say([], [])).toBe('');
});

test('diagnosisLines(report) has a line for each role, with every part that the headline does not say', () => {
  const part = (
    role: 'holds' | 'hurts' | 'first' | 'unknown' | 'change' | 'agreement' | 'caution',
    inHeadline: boolean,
  ) => ({
    role,
    text: `About ${role}.`,
    from: [],
    inHeadline,
  });
  const parts = [
    part('holds', true),
    part('hurts', true),
    part('first', false),
    part('agreement', false),
    part('caution', false),
    part('first', false),
  ];
  expect(diagnosisLines(t, { diagnosis: { situation: 'mixed', headline: 'Both.', parts } })).toEqual([
    'What comes first: About first. About first.',
    'Agreement: About agreement.',
    'Caution: About caution.',
  ]);
});

test.each([
  ['Markdown', () => renderMarkdown(made, teamPack, t)],
  ['the summary', () => renderSummary(made, teamPack, words)],
])('%s begins with the headline, then has the other parts of the diagnosis, each with what it is about', (_, render) => {
  const output = render();
  expect(output.split('\n')[0]).toMatch(/^(# |\*\*)/);
  expect(output.split('\n')[0]).toContain(made.diagnosis.headline);
  const others = made.diagnosis.parts.filter(({ inHeadline }) => !inHeadline);
  expect(others.map(({ role }) => role)).toContain('first');
  const firstScore = output.search(/^(\| |- )Velocity/m);
  for (const { text: said } of others) expect(output.slice(0, firstScore), said).toContain(said);
  expect(output.match(/^(- )?What hurts: /gm)).toHaveLength(1);
});

test.each([
  ['Markdown', () => renderMarkdown(made, teamPack, t)],
  ['the summary', () => renderSummary(made, teamPack, words)],
])('%s says what a move costs and eases, and nothing of what it does to scores', (_, render) => {
  const line = lineAbout(render(), 'Start releases') ?? '';
  expect(line).toContain('about 4 person-weeks');
  expect(line).toContain('eases late (likely)');
  // Velocity would rise from 60 to 65: 12 of 20 levels, then 13.
  expect(made.moves.find(({ practice: own }) => own === 'releases')?.impact).toEqual({
    variable: 'velocity',
    before: 0.6,
    after: 0.65,
  });
  expect(line).not.toMatch(/60|65|Velocity/);
});

test('Markdown has the goal of a move and the state now, and in words how firm its place is', () => {
  const line = lineAbout(renderMarkdown(made, teamPack, t), 'Start releases') ?? '';
  expect(line).toContain('Goal: releases are started. Now: releases are rare. Among the first three under ');
  const unknown = report(smallTeam({ all: 3, runs: 'dk' }), teamPack);
  expect(lineAbout(renderMarkdown(unknown, teamPack, t), 'Find out: runs')).toContain(
    '(about an hour): Nobody could answer this. Among the first three',
  );
});

test('Markdown lists findings and trouble that no signal explains, next to the signals', () => {
  const pack = { ...teamPack, findings: [{ id: 'no-alerts', item: 'alerts', level: 0, text: 'No alert fires.' }] };
  const signalsOf = (answers: Answers) =>
    renderMarkdown(report(answers, pack), pack, t).split('## Signals')[1]?.split('## ')[0];
  // No signal counts `waits`, so it gets its own sentence.
  const declined = [{ practice: 'alerts', decision: 'no' as const }];
  const signals = signalsOf(smallTeam({ all: 4, alerts: 0, waits: 4 }, { decisions: declined }));
  expect(signals).toContain('- No alert fires.\n');
  expect(signals).toContain('- Waits always happen. Nothing explains it.\n');
  // As part of what hurts, the lack of alerts has been said.
  expect(signalsOf(smallTeam({ all: 4, alerts: 0, waits: 4 }))).not.toContain('No alert fires.');
});

test('Markdown says the state now in the words of the kind of model', () => {
  const says = ['prompts 0', 'prompts 1', 'prompts 2', 'prompts 3', 'prompts 4'];
  const hosted = practice('records', { variable: 'versioning', readings: [{ when: { model: 'hosted' }, says }] });
  const pack = { ...teamPack, items: teamPack.items.map((item) => (item.id === 'records' ? hosted : item)) };
  const output = renderMarkdown(report({ ...team, context: { model: 'hosted' } }, pack), pack, t);
  expect(lineAbout(output, 'Start records')).toContain('Now: prompts 0.');
});

test('the CSV of moves has kind, levels, V and scores of a start, a deepening and an answer to find out', () => {
  const mixed = report(
    { ...team, answers: smallTeam({ all: 3, releases: 1, runs: 2, documents: 'dk', stops: 4 }).answers },
    teamPack,
  );
  const [names = [], ...rows] = parseCsv(
    renderMovesCsv(
      mixed,
      teamPack,
      { releases: { ...texts, waiting: 'Weeks are lost.' }, runs: texts, documents: { ...texts, waiting: 'More.' } },
      words,
    ),
  );
  expect(names).toEqual([...moveColumns]);
  const cell = (id: string, name: string) =>
    rows.find((row) => row[names.indexOf('Practice')] === id)?.[names.indexOf(name)];
  const facts = (id: string) =>
    ['Title', 'Kind', 'Level now', 'Next level', 'Target level', 'V', 'Score before', 'Score after'].map((name) =>
      cell(id, name),
    );
  // Velocity: 3, 2, 3, 1, 3 are 12 of 20 levels. Releases at 2 give 13, runs at 4 give 14.
  expect(facts('releases')).toEqual(['Start releases', 'start', '1', '2', '3', 'velocity', '60', '65']);
  expect(facts('runs')).toEqual(['Deepen runs', 'deepen', '2', '4', '4', 'velocity', '60', '70']);
  expect(facts('documents')).toEqual(['Find out: documents', 'find-out', '', '', '3', 'versioning', '', '']);
  expect(cell('documents', 'Description')).toBe('Nobody could answer this.\nWhere to look: The log of runs.');
  expect(cell('releases', 'Description')).toBe(
    'Now: Releases are rare.\nGoal: Goal: releases are started.\n\nSteps:\n* First start.\n* Then start.\n\nDone when: start is done.\nWatch: start a week\nUsually led by: ML engineer\nWhat waiting costs: Weeks are lost.',
  );
  expect(cell('runs', 'Description')).not.toContain('What waiting costs');
  expect(cell('runs', 'Description')).toContain('Done when: deepen is done.');
});

test('the summary says how likely a signal is, and why the team sees it differently', () => {
  const summary = (part: Partial<Answers>) => renderSummary(report({ ...team, ...part }, teamPack), teamPack, words);
  expect(summary({})).toContain('- late (likely)\n');
  const overrides = [{ signal: 'late', reason: 'One *bad* month' }];
  expect(summary({ overrides })).toContain('- late (likely). The team sees it differently: One \\*bad\\* month\n');
});
