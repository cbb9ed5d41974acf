import { expect, test } from 'vitest';
import { parseProposals } from '../../../src/core/proposals/parse-proposals.ts';
import { proposalLimits } from '../../../src/core/proposals/proposals-schema.ts';
import { recoverProposals } from '../../../src/core/proposals/recover-proposals.ts';
import { first, other, pack, reason, recover, valid, withFirst } from '../../support/recovered-proposals.ts';

test('a whole file loses nothing', () => {
  expect(recover(valid)).toEqual({ proposals: valid, lost: [] });
});

const damaged: [name: string, data: object, kept: object, places: string[]][] = [
  [
    'a bad date',
    { ...valid, source: { ...valid.source, date: 'May' } },
    { ...valid, source: { kind: 'agent', name: 'Reader', commit: 'a1b2c3d' } },
    ['source.date'],
  ],
  [
    'a reason that says nothing',
    withFirst({ reasons: [reason, { file: 'x' }] }),
    withFirst({ reasons: [reason] }),
    ['items[0].reasons[1]'],
  ],
  [
    'a reason without a place',
    withFirst({ reasons: [reason, { says: 'x' }] }),
    withFirst({ reasons: [reason] }),
    ['items[0].reasons[1]'],
  ],
  [
    'a line without a file',
    withFirst({ reasons: [reason, { ...other, line: 4 }] }),
    withFirst({ reasons: [reason, other] }),
    ['items[0].reasons[1].line'],
  ],
  [
    'a path that leads out',
    withFirst({ reasons: [{ ...reason, file: '../x' }, other] }),
    withFirst({ reasons: [other] }),
    ['items[0].reasons[0].file', 'items[0].reasons[0].line', 'items[0].reasons[0]'],
  ],
  [
    'an address that runs code',
    withFirst({ reasons: [reason, { ...other, url: 'javascript:alert(1)' }] }),
    withFirst({ reasons: [reason] }),
    ['items[0].reasons[1].url', 'items[0].reasons[1]'],
  ],
  [
    'an answer without a reason',
    { ...valid, items: [{ ...valid.items[0], reasons: [] }] },
    { ...valid, items: [{ item: first.id, rev: first.rev, reasons: [], note: 'Ask Ann.' }] },
    ['items[0].answer'],
  ],
  [
    'a level that does not exist',
    withFirst({ answer: { state: 'level', level: 7 } }),
    withFirst({ answer: undefined }),
    ['items[0].answer.level', 'items[0].answer'],
  ],
  [
    'a question that does not exist',
    { ...valid, items: [{ ...valid.items[0], item: 'no-such' }, valid.items[1]] },
    { ...valid, items: [valid.items[1]] },
    ['items[0]'],
  ],
  [
    'a question named twice',
    { ...valid, items: [valid.items[0], valid.items[0]] },
    { ...valid, items: [valid.items[0]] },
    ['items[1]'],
  ],
  [
    'a revision of the future',
    withFirst({ rev: 99 }),
    withFirst({ answer: undefined, reasons: [{ ...reason, points: undefined }, other] }),
    ['items[0].rev'],
  ],
  ['no list of questions', { ...valid, items: 'none' }, { ...valid, items: [] }, ['items']],
];

test.each(damaged)('%s costs that part and no more, and is named', (_, data, kept, places) => {
  const { proposals, lost } = recover(data);
  expect(proposals).toEqual(JSON.parse(JSON.stringify(kept)));
  expect(lost.length).toBeGreaterThan(0);
  for (const { place, problem } of lost) {
    expect(places).toContain(place);
    expect(problem).toMatch(/\.$/);
  }
  expect(parseProposals(proposals, pack)).toMatchObject({ ok: true });
});

test('a text that is too long loses its end, and a list that is too long its last entries', () => {
  const long = recover(withFirst({ note: `${'n'.repeat(2000)}end` }));
  expect(long.proposals.items[0]?.note).toBe('n'.repeat(2000));
  expect(long.lost).toMatchObject([{ place: 'items[0].note', about: first.id, raw: 'end' }]);
  const reasons = Array.from({ length: proposalLimits.reasons + 2 }, (_, line) => ({ ...reason, line: line + 1 }));
  const many = recover(withFirst({ reasons }));
  expect(many.proposals.items[0]?.reasons).toEqual(reasons.slice(0, proposalLimits.reasons));
  expect(many.lost).toMatchObject([{ place: 'items[0].reasons' }]);
  expect(many.lost[0]?.raw).toContain(`"line":${proposalLimits.reasons + 2}`);
});

const refused: [name: string, data: unknown, problem: string][] = [
  [
    'another pack',
    { ...valid, pack: { id: 'other', version: '1.0.0' } },
    'pack.id: Found "other"; this file belongs to another pack, and this Trivium has',
  ],
  [
    'a version of the questions that does not exist yet',
    { ...valid, pack: { ...valid.pack, version: '99.0.0' } },
    'pack.version: Found "99.0.0"; this Trivium knows version',
  ],
  ['a later version of the format', { ...valid, version: 2 }, 'version: Found 2'],
  ['no source', { ...valid, source: undefined }, 'source: It is missing.'],
  [
    'a source of an unknown kind',
    { ...valid, source: { kind: 'robot', name: 'x' } },
    'source.kind: Found "robot"; possible: tool, agent or person.',
  ],
  ['a list', [valid], 'expected an object with "format": "trivium-proposals"'],
];

test.each(refused)('%s is refused with a sentence', (_, data, problem) => {
  const result = recoverProposals(data, pack);
  expect(result.ok ? '' : result.problems.join(' ')).toContain(problem);
});
