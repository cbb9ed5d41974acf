import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { schemas } from '../../../src/build/schemas.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { parseProposals, readProposals } from '../../../src/core/proposals/parse-proposals.ts';
import { canBeNamed, proposalLimits } from '../../../src/core/proposals/proposals-schema.ts';
import { hostileTexts } from '../../support/hostile.ts';

const pack = packOf(loadKnowledgeBase());
const { id: item, rev } = pack.items[0] as (typeof pack.items)[number];
const reason = {
  says: 'A pipeline is under version control.',
  file: 'ml/dvc.yaml',
  line: 3,
  points: { min: 3, max: 4 },
};
const valid = {
  format: 'trivium-proposals',
  version: 1,
  pack: { id: pack.id, version: pack.version },
  source: { kind: 'agent', name: 'Reader', date: '2026-11-20', commit: 'a1b2c3d' },
  items: [{ item, rev, answer: { state: 'level', level: 3 }, reasons: [reason], note: 'Ask Ann.' }],
};
const withItem = (fields: object) => ({ ...valid, items: [{ ...valid.items[0], ...fields }] });
const withReason = (fields: object) => withItem({ reasons: [{ ...reason, ...fields }] });
const problemsOf = (data: unknown): string[] => {
  const result = parseProposals(data, pack);
  return result.ok ? [] : result.problems;
};

test('readProposals(text) keeps everything that a file says, unknown fields included', () => {
  const file = { ...withItem({ extra: 1 }), later: true };
  expect(readProposals(JSON.stringify(file), pack)).toEqual({ ok: true, value: file });
});

test.each([
  ['an item alone', { answer: undefined, reasons: undefined, note: undefined }],
  ['that it does not apply', { answer: { state: 'na', reason: 'Batch only' }, reasons: [] }],
  ['that it cannot be told', { answer: { state: 'dk' }, reasons: [], note: 'Not in the repository.' }],
  ['an address instead of a file', { reasons: [{ says: 'A run', url: 'https://runs.example/7' }] }],
  ['a place without a direction', { reasons: [{ says: 'A run', file: 'a file.py' }] }],
])('parseProposals(data) takes %s', (_, fields) => {
  expect(problemsOf(withItem(fields))).toEqual([]);
});

test.each([
  ['a path', 'src/train.py', true],
  ['the longest path of characters that are two units', '😀'.repeat(2000), true],
  ['a longer one', '😀'.repeat(2001), false],
  ['an empty path', '', false],
  ['a path with a line feed', 'a\nb', false],
  ['a path that leads out', '../a', false],
])('canBeNamed(path) knows whether a file can hold %s', (_, file, canBe) => {
  expect([canBeNamed(file), problemsOf(withReason({ file })).length === 0]).toEqual([canBe, canBe]);
});

const wrong: [data: unknown, problem: string][] = [
  [null, 'Found null; expected an object with "format": "trivium-proposals".'],
  [{ ...valid, version: 2 }, 'version: Found 2; this Trivium reads version 1. Use a newer Trivium.'],
  [{ ...valid, pack: { id: 'other', version: '1.0.0' } }, 'pack.id: Found "other"'],
  [{ ...valid, pack: { id: pack.id, version: '99.0.0' } }, 'pack.version: Found "99.0.0"'],
  [{ ...valid, source: { kind: 'robot', name: 'x' } }, 'source.kind: Found "robot"; possible: tool, agent or person.'],
  [{ ...valid, source: { kind: 'tool' } }, 'source.name: It is missing.'],
  [{ ...valid, source: { ...valid.source, date: '2026-02-30' } }, 'source.date: Expected a day that exists'],
  [{ ...valid, source: { ...valid.source, commit: 'HEAD' } }, 'source.commit: Expected the id of a commit'],
  [withItem({ item: 'nothing-like-it' }), 'items[0].item: There is no question "nothing-like-it".'],
  [withItem({ rev: rev + 1 }), `items[0].rev: Found ${rev + 1}; "${item}" has revision ${rev}`],
  [{ ...valid, items: [valid.items[0], valid.items[0]] }, `items[1].item: "${item}" is listed twice. Keep one.`],
  [withItem({ answer: { state: 'level', level: 5 } }), 'items[0].answer.level: Found 5; expected at most 4.'],
  [withItem({ answer: { state: 'good' } }), 'items[0].answer'],
  [withItem({ reasons: [] }), 'items[0].answer: An answer with a level has at least one reason.'],
  [withReason({ says: '' }), 'items[0].reasons[0].says: Found ""'],
  [withReason({ file: undefined, line: undefined }), 'items[0].reasons[0]: A reason has a place.'],
  [withReason({ file: undefined, url: 'https://x.example' }), 'items[0].reasons[0].line: A "line" belongs to a file.'],
  [withReason({ line: 0 }), 'items[0].reasons[0].line: Found 0; expected at least 1.'],
  [withReason({ points: { min: 4, max: 3 } }), 'items[0].reasons[0].points: The lowest level'],
  [withItem({ note: 'x'.repeat(2001) }), 'items[0].note: Found'],
  [
    withItem({ reasons: Array(proposalLimits.reasons + 1).fill(reason) }),
    'items[0].reasons: Expected at most 50 reasons.',
  ],
  [{ ...valid, items: Array(proposalLimits.items + 1).fill(valid.items[0]) }, 'items: Expected at most 200 items'],
];
test.each(wrong)('parseProposals(data) says what is wrong, and what to do: %#', (data, problem) => {
  expect(problemsOf(data).join('\n')).toContain(problem);
});

test('a place never leads out of the repository, and an address is one of the web', () => {
  for (const file of [
    '/etc/passwd',
    '../x',
    'a/../../x',
    'C:\\x',
    '\\\\host\\x',
    'a\\..\\x',
    '..',
    'a\nb',
    'a\u001b[2Jb',
  ])
    expect([file, problemsOf(withReason({ file })).length]).toEqual([file, 1]);
  for (const file of ['..a/b..', 'a..b', '.github/x.yml', 'ein Ordner/ü.py'])
    expect([file, problemsOf(withReason({ file }))]).toEqual([file, []]);
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//x.example', 'https:// x'])
    expect([url, problemsOf(withReason({ url })).length]).toEqual([url, 1]);
});

test('hostile text is kept as it is, and is text', () => {
  for (const text of hostileTexts()) {
    const file = withItem({ note: text, reasons: [{ ...reason, says: text }] });
    expect(readProposals(JSON.stringify(file), pack)).toEqual({ ok: true, value: file });
  }
});

test('the published schema agrees with the reader wherever a schema can say it', () => {
  const validate = new Ajv2020({ strict: false }).compile(schemas['proposals']?.() ?? {});
  expect(validate(valid)).toBe(true);
  const refused = wrong.filter(([data]) => !validate(JSON.parse(JSON.stringify(data)))).length;
  expect(refused).toBeGreaterThanOrEqual(12);
  for (const [data] of wrong.filter(([each]) => !validate(JSON.parse(JSON.stringify(each)))))
    expect(problemsOf(data).length).toBeGreaterThan(0);
});
