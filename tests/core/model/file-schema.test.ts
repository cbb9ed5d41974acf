import { afterAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { zodOf } from '../../../src/build/zod-of-schema.ts';
import { answersSchema } from '../../../src/core/answers/answers-schema.ts';
import type { AnySchema } from '../../../src/core/model/file-schema.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { describeIssue, formatPath } from '../../../src/core/model/problem.ts';
import { readValue } from '../../../src/core/model/read-value.ts';
import { proposalsSchema } from '../../../src/core/proposals/proposals-schema.ts';
import { randomFrom } from '../../../src/core/reliability/bootstrap.ts';
import { fullAnswers } from '../../support/full-answers.ts';
import { fewer } from '../../support/runs.ts';

const { jitless = false } = z.config();
z.config({ jitless: true });
afterAll(() => z.config({ jitless }));

const proposals = {
  format: 'trivium-proposals',
  version: 1,
  pack: { id: 'a', version: '1.0.0' },
  source: { kind: 'agent', name: 'A look', date: '2026-11-01', commit: 'abcdef0' },
  items: [
    {
      item: 'a',
      rev: 1,
      answer: { state: 'level', level: 2 },
      reasons: [
        { says: 'A pipeline.', file: 'dvc.yaml', line: 3, points: { min: 2, max: 4 }, more: 2 },
        { says: 'A page.', url: 'https://wiki.example/page', trouble: true },
      ],
      note: 'A note',
    },
    { item: 'b', rev: 1, answer: { state: 'na', reason: 'none' } },
    { item: 'c', rev: 2, reasons: [{ says: 'A cell.', file: 'a.ipynb', cell: 1, line: 2 }] },
  ],
};
const values: readonly [string, AnySchema, object][] = [
  ['answers', answersSchema, fullAnswers(packOf(loadKnowledgeBase()))],
  ['proposals', proposalsSchema, proposals],
];

/** What may stand where it does not belong. */
const oddValues: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -1,
  1,
  2,
  4,
  5,
  1.5,
  0.5,
  -0,
  2e9,
  1e300,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  'a',
  'level',
  'na',
  'dk',
  'trivium-answers',
  '2026-11-20',
  '2026-02-30',
  '20266-11-28',
  '../a',
  '/a',
  'C:\\a',
  'a\u0000',
  'http://x',
  'ftp://x',
  'x'.repeat(41),
  'x'.repeat(2001),
  '🙂'.repeat(1001),
  '🙂'.repeat(2001),
  [],
  [1],
  ['a'],
  {},
  { state: 'level' },
  { state: 'level', level: 1 },
  { min: 3, max: 1 },
  { n: 1, min: 4, max: 0 },
  { low: 1, high: 0, id: 'velocity' },
  Array(51).fill({ says: 'a', url: 'http://x' }),
  Array(201).fill({ item: 'a', rev: 1 }),
];

type Place = { parent: Record<string, unknown>; key: string };
/** Every field and entry of a value, at any depth. */
const placesIn = (value: unknown): Place[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.keys(value).flatMap((key) => {
        const parent = value as Record<string, unknown>;
        return [{ parent, key }, ...placesIn(parent[key])];
      });

/** Changes one to three places of a value: another value, none, or a further field. */
function damage(value: object, random: () => number): unknown {
  const copy = structuredClone(value);
  for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes -= 1) {
    const places = placesIn(copy);
    const { parent, key } = places[Math.floor(random() * places.length)] as Place;
    const odd = structuredClone(oddValues[Math.floor(random() * oddValues.length)]);
    const way = random();
    if (way < 0.15) delete parent[key];
    else if (way < 0.3 && !Array.isArray(parent)) parent['further'] = odd;
    else parent[key] = odd;
  }
  return copy;
}

type Issues = readonly Parameters<typeof describeIssue>[0][];
/** The sentences for issues, without those about the length of what should not be a list in the first place. */
const sentences = (issues: Issues, data: unknown) =>
  issues
    .filter(({ path }, at) => {
      const first = issues.findIndex((other) => formatPath(other.path) === formatPath(path));
      return first === at || issues[first]?.code !== 'invalid_type';
    })
    .map((issue) => `${formatPath(issue.path)}: ${describeIssue(issue, data)}`);
const byZodOf = (schema: AnySchema, data: unknown): Issues =>
  (zodOf(schema).safeParse(data).error?.issues ?? []) as unknown as Issues;

test.each(
  values,
)('%s: for thousands of damaged files, accepts the same ones as zod, with the same values and problems', (_, schema, value) => {
  const zod = zodOf(schema);
  const random = randomFrom(7);
  let refused = 0;
  for (let run = 0; run < fewer(6000); run += 1) {
    const data = run === 0 ? value : damage(value, random);
    const byZod = zod.safeParse(data);
    const { value: result, issues } = readValue(schema, data);
    expect(sentences(issues, data)).toEqual(sentences((byZod.error?.issues ?? []) as unknown as Issues, data));
    if (byZod.success) expect(JSON.stringify(result)).toBe(JSON.stringify(byZod.data));
    else refused += 1;
  }
  expect(refused).toBeGreaterThan(fewer(6000) / 4);
  expect(readValue(schema, value).issues).toEqual([]);
});

test('a value that is no file at all is refused as zod refuses it', () => {
  for (const data of oddValues)
    for (const [, schema] of values) {
      const issues = byZodOf(schema, data);
      expect(issues).not.toEqual([]);
      expect(sentences(readValue(schema, data).issues, data)).toEqual(sentences(issues, data));
    }
});

test('a field named "__proto__" changes nothing', () => {
  const data =
    JSON.parse(`{"format":"trivium-proposals","version":1,"pack":{"id":"a","version":"1","__proto__":{"id":"b"}},
    "source":{"kind":"tool","name":"x"},"items":[]}`);
  const { value, issues } = readValue(proposalsSchema, data);
  expect(issues).toEqual([]);
  expect(Object.getPrototypeOf(value.pack)).toBe(Object.prototype);
});

test.each([0, 1])('a long value in a sentence is cut between two characters, %i letters further on', (letters) => {
  const issue = { code: 'invalid_type', path: ['note'], message: 'Invalid input', expected: 'number' };
  const sentence = describeIssue(issue, { note: 'a'.repeat(letters) + '😀'.repeat(60) });
  expect(sentence).toContain('😀...');
  expect(sentence).not.toMatch(/\p{Cs}/u);
});
