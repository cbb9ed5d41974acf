import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import type { Answers } from '../../src/core/answers/answers.ts';
import { packOf } from '../../src/core/model/pack.ts';
import type { Report } from '../../src/core/report/report.ts';
import { answerOf, type Brief } from './compact.ts';
import { answersOf } from './teams.ts';

// Worked examples: answers in, numbers out, and why. Any implementation should get these numbers.
export interface Vector {
  title: string;
  why: string[];
  depth: 'quick' | 'full';
  /** The answer to every practice, symptom or V without its own answer below; absent: not answered. */
  practices?: Brief[string];
  symptoms?: Brief[string];
  variables?: Record<string, Brief[string]>;
  answers?: Brief;
  context?: Answers['context'];
  expected: {
    variables?: Record<string, Partial<Report['variables'][number]>>;
    lowest?: Report['lowest'];
    signals?: Record<string, Partial<Report['signals'][number]>>;
    tensions?: Record<string, string>;
    situation?: Report['diagnosis']['situation'];
    /** The first moves of the plan. */
    plan?: (Partial<Report['moves'][number]> & { practice: string })[];
    /** The number of moves in the plan. */
    moves?: number;
    /** What is asked for. */
    firstMoves?: Report['firstMoves'];
    /** Ids of the facts that follow from the answers. */
    findings?: string[];
    unexplained?: Partial<Report['unexplained'][number]>[];
  };
}

const folder = 'tests/fixtures/vectors';
const pack = packOf(loadKnowledgeBase());

/** Every vector, with the name of its file. */
export const vectors = readdirSync(folder).map((file): [string, Vector] => [
  file,
  JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')),
]);

/** Spells out the brief answers of a vector. */
export function answersIn({ practices, symptoms, variables = {}, answers = {}, context = {} }: Vector): Answers {
  for (const id of Object.keys(answers))
    if (!pack.items.some((item) => item.id === id)) throw new Error(`No question "${id}".`);
  const given = pack.items.flatMap(({ id, rev, kind, variable }) => {
    const brief = answers[id] ?? (kind === 'symptom' ? symptoms : (variables[variable ?? ''] ?? practices));
    return brief === undefined ? [] : [answerOf(id, brief, rev)];
  });
  return { ...answersOf(pack, given), context };
}

/** Compares numbers to nine decimals and everything else exactly. */
function close(actual: unknown, expected: unknown, place: string): void {
  if (typeof expected === 'number' && typeof actual === 'number') expect(actual, place).toBeCloseTo(expected, 9);
  else expect(actual, place).toEqual(expected);
}
function matches(actual: object | undefined, expected: object, place: string): void {
  expect(actual, `${place} exists`).toBeDefined();
  for (const [key, value] of Object.entries(expected)) close(Reflect.get(actual ?? {}, key), value, `${place}.${key}`);
}

/** Checks that a report has what a vector expects. */
export function expectVector(made: Report, { expected }: Vector): void {
  for (const [id, numbers] of Object.entries(expected.variables ?? {}))
    matches(
      made.variables.find((each) => each.id === id),
      numbers,
      id,
    );
  for (const [id, reading] of Object.entries(expected.signals ?? {}))
    matches(
      made.signals.find((each) => each.id === id),
      reading,
      id,
    );
  for (const [id, status] of Object.entries(expected.tensions ?? {}))
    matches(
      made.tensions.find((each) => each.id === id),
      { status },
      id,
    );
  (expected.plan ?? []).forEach((move, index) => {
    matches(made.moves[index], move, `move ${index + 1}`);
  });
  if (expected.lowest) expect(made.lowest).toEqual(expected.lowest);
  if (expected.moves !== undefined) expect(made.moves).toHaveLength(expected.moves);
  if (expected.situation !== undefined) expect(made.diagnosis.situation).toBe(expected.situation);
  if (expected.firstMoves) expect(made.firstMoves).toEqual(expected.firstMoves);
  if (expected.findings) expect(made.findings.map(({ id }) => id)).toEqual(expected.findings);
  if (expected.unexplained) {
    expect(made.unexplained).toHaveLength(expected.unexplained.length);
    expect(made.unexplained).toMatchObject(expected.unexplained);
  }
}
