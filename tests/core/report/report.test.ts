import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { t } from '../../../src/build/strings.ts';
import { zodOf } from '../../../src/build/zod-of-schema.ts';
import { answersSchema } from '../../../src/core/answers/answers-schema.ts';
import { changeSinceOf, compare } from '../../../src/core/assessment/compare.ts';
import { reweightingsAtOnce } from '../../../src/core/assessment/stability.ts';
import { type PackItem, packOf } from '../../../src/core/model/pack.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import { moveTitle } from '../../../src/core/render/move-texts.ts';
import { report, reportInSlices } from '../../../src/core/report/report.ts';
import { reportSchema } from '../../../src/core/report/report-schema.ts';
import { fewer } from '../../support/runs.ts';
import { answersBy, generateTeam, withoutStability } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const validator = (schema: object) => new Ajv2020({ strict: false }).compile(schema);

test('every report fits the published schema, read by another implementation', () => {
  const fits = validator(z.toJSONSchema(reportSchema));
  for (let seed = 0; seed < fewer(25); seed += 1) {
    const teamReport = JSON.parse(JSON.stringify(report(generateTeam(pack, seed), pack, seed % 2 ? 'quick' : 'full')));
    expect(fits(teamReport), JSON.stringify(fits.errors)).toBe(true);
    expect(reportSchema.safeParse(teamReport).success).toBe(true);
  }
});

test('reportInSlices() also pauses between the re-weightings, and makes the same report', () => {
  const team = generateTeam(pack, 3);
  const slices = reportInSlices(team, pack);
  let pauses = 0;
  let slice = slices.next();
  for (; !slice.done; slice = slices.next()) pauses += 1;
  expect(pauses).toBe(3 + Math.floor(pack.constants.stability.count / reweightingsAtOnce));
  expect(slice.value).toEqual(report(team, pack));
});

test('the published schema of answers accepts what we write and refuses what we refuse', () => {
  const fits = validator(z.toJSONSchema(zodOf(answersSchema), { io: 'input' }));
  expect(fits(JSON.parse(JSON.stringify(generateTeam(pack, 1)))), JSON.stringify(fits.errors)).toBe(true);
  expect(fits({ ...generateTeam(pack, 1), version: 2 })).toBe(false);
  expect(
    fits({
      format: 'trivium-answers',
      version: 1,
      pack: { id: 'x', version: '1' },
      answers: [{ item: 'a', rev: 1, state: 'level', level: 9 }],
    }),
  ).toBe(false);
});

test('report(answers, pack) takes a system whose name shows nothing as one without a name', () => {
  const team = generateTeam(pack, 2);
  for (const blank of ['   ', '\u200b', '\u3164'])
    expect(report({ ...team, system: blank }, pack)).toEqual(report({ ...team, system: '' }, pack));
});

test('report(answers, pack) is the same for the same answers, and leaves them untouched', () => {
  const team = generateTeam(pack, 2);
  const before = structuredClone(team);
  expect(report(team, pack)).toEqual(report(team, pack));
  expect(team).toEqual(before);
});

test('report(answers, pack) shows decisions and overrides next to what it computed', () => {
  const team = answersBy(pack, ({ kind }) => (kind === 'practice' ? 0 : 4));
  const plain = report(team, pack);
  const first = plain.moves[0]?.practice ?? '';
  const decided = report(
    {
      ...team,
      decisions: [{ practice: first, decision: 'no', reason: 'Not now' }],
      overrides: [{ signal: 'dev-prod-mismatch', reason: 'One gap only' }],
    },
    pack,
  );
  expect(decided.moves[0]).toMatchObject({ practice: first, decision: { decision: 'no', reason: 'Not now' } });
  expect(decided.signals.find(({ id }) => id === 'dev-prod-mismatch')).toMatchObject({
    override: 'One gap only',
    status: 'likely',
  });
  expect(decided.moves.map(({ practice }) => practice)).toEqual(plain.moves.map(({ practice }) => practice));
});

test('report(answers, pack) keeps the four states apart', () => {
  const team = answersBy(pack, () => 2);
  const [a, b, c] = team.answers;
  if (!a || !b || !c) throw new Error('The pack is empty.');
  const teamReport = report(
    {
      ...team,
      answers: [
        { item: a.item, rev: 1, state: 'dk' },
        { item: b.item, rev: 1, state: 'na', reason: 'no-such-part' },
        ...team.answers.slice(3),
      ],
    },
    pack,
  );
  expect(teamReport.unknown).toEqual([
    { item: a.item, state: 'dk' },
    { item: c.item, state: 'unanswered' },
  ]);
  expect(teamReport.notApplicable).toEqual([{ item: b.item, reason: 'no-such-part' }]);
});

test('the verdict is the headline of the diagnosis, and says nothing about the scores', () => {
  for (let seed = 0; seed < fewer(100); seed += 1) {
    const { verdict, diagnosis } = report(generateTeam(pack, seed), withoutStability(pack));
    expect(verdict).toBe(diagnosis.headline);
    for (const { name } of pack.variables) expect(verdict).not.toContain(name);
  }
});

test('every part of a diagnosis names what it is based on, unless it is about all answers', () => {
  const ids = new Set([...pack.items, ...pack.signals, ...pack.variables].map(({ id }) => id as string));
  for (let seed = 0; seed < fewer(100); seed += 1) {
    const { diagnosis } = report(generateTeam(pack, seed), withoutStability(pack));
    for (const { role, text, from } of diagnosis.parts) {
      expect(text, role).toMatch(/\.$/);
      if (role !== 'first' || from.length > 0) expect(from.length, text).toBeGreaterThan(0);
      expect(
        from.filter((id) => !ids.has(id)),
        text,
      ).toEqual([]);
    }
  }
});

test("renderMarkdown(report) shows the report's own numbers", () => {
  const teamReport = report(generateTeam(pack, 7), pack);
  const text = renderMarkdown(teamReport, pack, t);
  expect(text).toContain(teamReport.verdict);
  for (const { point, low, high } of teamReport.variables) {
    if (point !== null && low !== null && high !== null) {
      expect(text).toContain(`| ${Math.round(point * 100)} | ${Math.round(low * 100)} to ${Math.round(high * 100)} |`);
    }
  }
  for (const move of teamReport.moves) {
    expect(text).toContain(`**${moveTitle(move, teamReport.context, pack, t)}**`);
    if (move.goal) expect(text).toContain(move.goal);
  }
  expect(text).not.toContain('→');
  expect(text.split('\n')[0]).toBe(`# ${teamReport.verdict}`);
  expect(text.split('\n')[2]).toBe(
    `${teamReport.system || 'Unnamed system'}${teamReport.date ? `, report of ${teamReport.date}` : ''}`,
  );
});

test('renderMarkdown(report) says plainly that there are no moves and nothing unknown', () => {
  const strong = report(
    answersBy(pack, ({ kind }) => (kind === 'practice' ? 4 : 0)),
    pack,
  );
  expect(renderMarkdown(strong, pack, t)).toContain('No gap is worth a move right now.');
  expect(renderMarkdown(strong, pack, t)).toContain('Everything was answered.');
});

test('renderMarkdown(report, pack, answers) lists every answer with its confidence, evidence and note, in one line each', () => {
  const [first, second, third] = pack.items as [PackItem, PackItem, PackItem];
  const answers = answersBy(pack, () => 2);
  const beside = { confidence: 'guessing', evidence: { kind: 'measured', date: '2026-11-03' } } as const;
  answers.answers = [
    { item: first.id, rev: first.rev, state: 'level', level: 1, ...beside, note: 'One\n# two ![x](y) <b>' },
    { item: second.id, rev: second.rev, state: 'dk' },
    { item: third.id, rev: third.rev, state: 'na', reason: 'no-such-part' },
  ];
  const text = renderMarkdown(report(answers, pack), pack, t, answers);
  expect(text.split('## Answers\n\n')[1]?.trim().split('\n')).toEqual([
    `- **${first.title}**: ${first.anchors[1]}. (confidence: guessing, evidence: measured, 2026-11-03) Note: One # two \\!\\[x\\](y) \\<b\\>`,
    `- **${second.title}**: I don't know.`,
    `- **${third.title}**: Does not apply: Our system has no such part.`,
  ]);
});

test('report(answers, pack, depth, since) names a clear change, and no other', () => {
  const since = (from: number, to: number) => {
    const [before, now] = [
      answersBy(pack, () => from),
      answersBy(pack, ({ variable }) => (variable === 'velocity' ? to : from)),
    ];
    const made = report(now, pack, 'full', changeSinceOf(compare({ answers: before }, { answers: now }, pack)));
    return made.diagnosis.parts.filter(({ role }) => role === 'change').map(({ text, from: ids }) => [text, ids]);
  };
  expect(since(1, 3)).toEqual([['Since last time: Velocity higher.', ['velocity']]]);
  expect(since(3, 1)).toEqual([['Since last time: Velocity lower.', ['velocity']]]);
  expect(since(2, 2)).toEqual([]);
  expect(
    report(
      answersBy(pack, () => 2),
      pack,
    ).since,
  ).toBeNull();
  const fits = validator(z.toJSONSchema(reportSchema));
  for (let seed = 0; seed < fewer(40); seed += 1) {
    const [before, now] = [generateTeam(pack, seed), generateTeam(pack, seed + 100)];
    const comparison = report(now, pack, 'quick', changeSinceOf(compare({ answers: before }, { answers: now }, pack)));
    expect(fits(JSON.parse(JSON.stringify(comparison))), JSON.stringify(fits.errors)).toBe(true);
  }
});
