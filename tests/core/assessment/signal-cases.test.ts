import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { report } from '../../../src/core/report/report.ts';
import { answerOf, type Brief } from '../../support/compact.ts';
import { answersOf } from '../../support/teams.ts';

// Small teams written down with the reading a person would expect, before and after one or two answers change.
interface Case {
  id: string;
  status: string;
  story: string;
  answers: Brief;
  near: { status: string; but: Brief; why: string };
}

/** A team to which a signal does not apply, and answers with which it would. */
interface SilentCase {
  id: string;
  story: string;
  answers: Brief;
  context?: Answers['context'];
  speaks?: Brief;
}

const pack = packOf(loadKnowledgeBase());
const cases: { signals: Case[]; silent: SilentCase[]; tensions: Case[] } = parse(
  readFileSync('tests/fixtures/signals.yaml', 'utf8'),
);
const all = [...cases.signals, ...cases.tensions];

/** Answers of a team; a question that does not exist is an error of the fixture. */
function teamOf(brief: Brief, context: Answers['context']): Answers {
  const given = Object.entries(brief).map(([id, answer]) => {
    const item = pack.items.find((each) => each.id === id);
    if (!item) throw new Error(`No question "${id}".`);
    return answerOf(id, answer, item.rev);
  });
  return { ...answersOf(pack, given), context };
}

/** The status of a signal or tension for a team. */
function statusFor(id: string, brief: Brief, context: Answers['context'] = {}): string | undefined {
  const { signals, tensions } = report(teamOf(brief, context), pack);
  return [...signals, ...tensions].find((each) => each.id === id)?.status;
}

test('every signal and every side of a tension has a team that raises it', () => {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).toSorted();
  expect(ids(cases.signals)).toEqual(ids(pack.signals));
  expect(ids(cases.tensions)).toEqual(ids(pack.tensions));
});

describe.each(all)('$id', ({ id, status, story, answers, near }) => {
  test(`is raised: ${story}`, () => {
    expect(['likely', 'exposed']).toContain(status);
    expect(statusFor(id, answers)).toBe(status);
  });

  test(`is not raised: ${near.why}`, () => {
    expect(['likely', 'exposed']).not.toContain(near.status);
    expect(statusFor(id, { ...answers, ...near.but })).toBe(near.status);
  });

  test('is settled by one or two answers that both teams gave', () => {
    const changed = Object.keys(near.but);
    expect(changed.length).toBeGreaterThanOrEqual(1);
    expect(changed.length).toBeLessThanOrEqual(2);
    for (const item of changed) {
      expect(answers).toHaveProperty(item);
      expect(near.but[item]).not.toBe(answers[item]);
    }
  });
});

test.each(cases.silent)('$id says nothing: $story', ({ id, answers, context, speaks }) => {
  expect(statusFor(id, answers, context)).toBe('does-not-apply');
  expect(['likely', 'exposed']).toContain(statusFor(id, { ...answers, ...speaks }));
});

test('dev-prod-mismatch cannot be likely with environment-parity at the top', () => {
  const worst = { 'offline-online-gap': 4, 'notebook-path': 4, 'config-driven-development': 0 };
  expect(statusFor('dev-prod-mismatch', { ...worst, 'environment-parity': 4 })).toBe('possible'); // 12 of 20 quarters
  expect(statusFor('dev-prod-mismatch', { ...worst, 'environment-parity': 3 })).toBe('likely'); // 14 of 20
});

test('the report of a team without alerts says so, and never that its alerts are too loose or too tight', () => {
  const { findings, signals } = report(teamOf({ 'actionable-alerts': 0, 'noticed-first': 4 }, {}), pack);
  expect(findings.map(({ id, item }) => [id, item])).toEqual([['no-alerts', 'actionable-alerts']]);
  for (const id of ['goldilocks-alerts', 'alert-fatigue'])
    expect(signals.find((signal) => signal.id === id)?.status).toBe('does-not-apply');
});
