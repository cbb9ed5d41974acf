import { expect, test } from 'vitest';
import { reason, recover, valid } from '../../support/recovered-proposals.ts';
import { packWith, practice } from '../../support/small-pack.ts';

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
