import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { Answer, Answers } from '../../../src/core/answers/answers.ts';
import { isRaised } from '../../../src/core/assessment/signal-status.ts';
import type { Depth } from '../../../src/core/model/ids.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { type Report, report } from '../../../src/core/report/report.ts';
import { answersOf } from '../../support/teams.ts';

// Described teams, answered from their paragraphs, and what a lead expects of their reports. Expectations were written
// before the answers, and both before anything was scored; tests/fixtures/teams/README.md says how to add one.

interface DescribedTeam {
  title: string;
  about: string;
  context: Answers['context'];
  depth: Depth;
  expect: {
    /** One situation, or several that are defensible. */
    situation: string | string[];
    /** The Vs that look lowest, or `any`. */
    lowest: string[] | 'any';
    raised: string[];
    notRaised: string[];
    findings: string[];
    unexplained: string[];
    /** Must be among the first three. */
    firstMoves: string[];
    notMoves: string[];
    /** Any of these may be named as what holds; empty if nothing should be. */
    holds: string[];
    hurts: string[];
    neverSays: string[];
  };
  answers: Record<string, number | 'dk' | 'na'>;
  /** The answers of another reader who saw the paragraph alone, where they differ. */
  secondReader?: Record<string, number | 'dk' | 'na'>;
}

const pack = packOf(loadKnowledgeBase());
const folder = 'tests/fixtures/teams';
const teams = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file): [string, DescribedTeam] => [file, parse(readFileSync(`${folder}/${file}`, 'utf8'))]);

function answersFrom({ context, answers }: DescribedTeam): Answers {
  const given = pack.items.flatMap(({ id: item, rev }): Answer[] => {
    const value = answers[item];
    if (value === undefined) return [];
    return [typeof value === 'number' ? { item, rev, state: 'level', level: value } : { item, rev, state: value }];
  });
  return { ...answersOf(pack, given), context };
}

const raisedOf = ({ signals }: Report): string[] =>
  signals.filter(({ status }) => isRaised(status)).map(({ id }) => id);

/** Expects that what holds and hurts first is what a lead would name, and that nothing is said that must not be. */
function expectSayings({ diagnosis, verdict }: Report, { expect: expected }: DescribedTeam): void {
  const isItem = (id: string | undefined): id is string => pack.items.some((item) => item.id === id);
  const firstOf = (role: string) =>
    diagnosis.parts.filter((part) => part.role === role && part.from.length > 0).flatMap(({ from }) => from)[0];
  const [holds, hurts] = [firstOf('holds'), firstOf('hurts')];
  if (isItem(holds)) expect(expected.holds).toContain(holds);
  if (isItem(hurts) && expected.hurts.length > 0) expect(expected.hurts).toContain(hurts);
  const said = [verdict, ...diagnosis.parts.map(({ text }) => text)].join(' ');
  for (const never of expected.neverSays) expect(said).not.toContain(never);
}

describe.each(teams)('%s', (file, team) => {
  const { situation, lowest, raised, notRaised, findings, unexplained, firstMoves, notMoves } = team.expect;
  const made = report(answersFrom(team), pack, team.depth);
  const raisedIds = raisedOf(made);

  test('every question of its depth is answered, and no other', () => {
    const asked = pack.items.filter(({ depth }) => team.depth === 'full' || depth === 'quick').map(({ id }) => id);
    const [given, path] = [Object.keys(team.answers), `${folder}/${file}`];
    expect(
      asked.filter((id) => !given.includes(id)),
      `Answer these in ${path} under "answers", as its paragraph tells, or with dk.`,
    ).toEqual([]);
    expect(
      given.filter((id) => !asked.includes(id)),
      `Remove these answers from ${path}.`,
    ).toEqual([]);
  });

  test('the situation is what a lead would see', () => {
    expect([situation].flat()).toContain(made.diagnosis.situation);
    if (lowest !== 'any') expect(made.lowest.ids.toSorted()).toEqual(lowest.toSorted());
  });

  test('what is raised, and what is not', () => {
    expect(raisedIds).toEqual(expect.arrayContaining(raised));
    expect(raisedIds.filter((id) => notRaised.includes(id))).toEqual([]);
    expect(made.findings.map(({ id }) => id)).toEqual(expect.arrayContaining(findings));
    expect(made.unexplained.map(({ symptom }) => symptom)).toEqual(expect.arrayContaining(unexplained));
  });

  test('the first moves, and those that must not be proposed', () => {
    expect(made.moves.slice(0, 3).map(({ practice }) => practice)).toEqual(expect.arrayContaining(firstMoves));
    expect(made.moves.filter(({ practice }) => notMoves.includes(practice)).map(({ practice }) => practice)).toEqual(
      [],
    );
  });

  test('what the first sentences say, and never say', () => expectSayings(made, team));
});

const readTwice = teams.filter(([, { secondReader }]) => secondReader);
test.each(
  readTwice,
)('%s: another reader gets the same situation, and nothing that a lead would call wrong', (_, team) => {
  const { situation, lowest, notRaised, notMoves } = team.expect;
  const made = report(answersFrom({ ...team, answers: { ...team.answers, ...team.secondReader } }), pack, team.depth);
  expect([situation].flat()).toContain(made.diagnosis.situation);
  if (lowest !== 'any') expect(made.lowest.ids.toSorted()).toEqual(lowest.toSorted());
  expect(raisedOf(made).filter((id) => notRaised.includes(id))).toEqual([]);
  expect(made.moves.map(({ practice }) => practice).filter((practice) => notMoves.includes(practice))).toEqual([]);
  expectSayings(made, team);
});
