import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { type Pack, packOf } from '../../../src/core/model/pack.ts';
import { parseProposals } from '../../../src/core/proposals/parse-proposals.ts';
import { proposalLimits } from '../../../src/core/proposals/proposals-schema.ts';
import { recoverProposals } from '../../../src/core/proposals/recover-proposals.ts';
import { packWith, practice } from '../../support/small-pack.ts';

const pack = packOf(loadKnowledgeBase());
const [first, second] = pack.items as [Pack['items'][number], Pack['items'][number]];
const reason = { says: 'A pipeline is under version control.', file: 'dvc.yaml', line: 3, points: { min: 3, max: 4 } };
const other = { says: 'A run', url: 'https://runs.example/7' };
const valid = {
  format: 'trivium-proposals',
  version: 1,
  pack: { id: pack.id, version: pack.version },
  source: { kind: 'agent', name: 'Reader', date: '2026-11-20', commit: 'a1b2c3d' },
  items: [
    {
      item: first.id,
      rev: first.rev,
      answer: { state: 'level', level: 3 },
      reasons: [reason, other],
      note: 'Ask Ann.',
    },
    { item: second.id, rev: second.rev, reasons: [reason] },
  ],
};
const withFirst = (fields: object) => ({ ...valid, items: [{ ...valid.items[0], ...fields }, valid.items[1]] });

const recover = (data: unknown, of: Parameters<typeof recoverProposals>[1] = pack) => {
  const recovered = recoverProposals(data, of);
  if (!recovered.ok) throw new Error(recovered.problems.join(' '));
  return recovered.value;
};

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

/** A pack whose version 2 keeps, renames, rewords, merges and retires questions of version 1. */
const grown = packWith(
  ['kept', 'new-name', 'reworded', 'both', 'revised'].map((id) => practice(id, { rev: 2 })),
  {
    version: '2.0.0',
    migrations: [
      {
        from: '1.0.0',
        to: '2.0.0',
        items: [
          { kind: 'same', from: ['old-name'], to: ['new-name'] },
          { kind: 'reworded', from: ['reworded'], to: ['reworded'] },
          { kind: 'merged', from: ['one', 'two'], to: ['both'] },
          { kind: 'retired', from: ['gone'], to: [] },
        ],
      },
    ],
  },
);
const before = (item: string, rev = 2, more: object = {}) => ({
  item,
  rev,
  reasons: [{ ...reason, file: `${item}.yaml` }],
  ...more,
});
const placesOf = (data: object, item: string) =>
  recover(data, grown)
    .proposals.items.find((each) => each.item === item)
    ?.reasons.map(({ file, points }) => [file, points]);

test('proposals for an older version are carried over by the rules for answers', () => {
  const answer = { state: 'level', level: 3 };
  const items = [
    before('kept', 2, { answer }),
    before('old-name'),
    before('reworded', 2, { answer }),
    before('one'),
    before('two'),
    before('gone'),
    before('revised', 1),
  ];
  const older = { ...valid, pack: { id: grown.id, version: '1.0.0' }, items };
  const { proposals, lost } = recover(older, grown);
  expect(proposals.pack.version).toBe('2.0.0');
  expect(proposals.items.map(({ item, rev }) => [item, rev])).toEqual([
    ['kept', 2],
    ['new-name', 2],
    ['reworded', 2],
    ['both', 2],
    ['revised', 2],
  ]);
  expect(placesOf(older, 'kept')).toEqual([['kept.yaml', reason.points]]);
  expect(placesOf(older, 'new-name')).toEqual([['old-name.yaml', reason.points]]);
  expect(placesOf(older, 'reworded')).toEqual([['reworded.yaml', undefined]]);
  expect(placesOf(older, 'both')).toEqual([
    ['one.yaml', undefined],
    ['two.yaml', undefined],
  ]);
  expect(placesOf(older, 'revised')).toEqual([['revised.yaml', undefined]]);
  expect(proposals.items.filter((each) => each.answer !== undefined).map(({ item }) => item)).toEqual(['kept']);
  expect(lost).toMatchObject([{ about: 'gone', problem: 'This question no longer exists.' }]);
  expect(recover(proposals, grown)).toEqual({ proposals, lost: [] });
});
