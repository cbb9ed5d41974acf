import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
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

const pack = packOf(loadKnowledgeBase());
const cases: { signals: Case[]; tensions: Case[] } = parse(readFileSync('tests/fixtures/signals.yaml', 'utf8'));
const all = [...cases.signals, ...cases.tensions];

/** Answers of a team; a question that does not exist is an error of the fixture. */
function teamOf(brief: Brief) {
  const given = Object.entries(brief).map(([id, answer]) => {
    const item = pack.items.find((each) => each.id === id);
    if (!item) throw new Error(`No question "${id}".`);
    return answerOf(id, answer, item.rev);
  });
  return answersOf(pack, given);
}

/** The status of a signal or tension for a team. */
function statusFor(id: string, brief: Brief): string | undefined {
  const { signals, tensions } = report(teamOf(brief), pack);
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
