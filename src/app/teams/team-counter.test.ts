import { expect, test } from 'vitest';
import { generateTeam } from '../../../tests/support/teams.ts';
import { pack } from '../../build/pack.ts';
import { teamsData } from '../../build/page-data/teams.ts';
import { site } from '../../build/site.ts';
import { TeamCounter } from './team-counter.ts';

const settings = { depth: 'full', anonymous: false } as const;
const team = (seed: number, system = `Team ${seed}`) => JSON.stringify({ ...generateTeam(pack, seed), system });
const counterWith = async (...files: File[]) => {
  const counter = new TeamCounter(teamsData());
  await counter.addFiles(files);
  return counter;
};

test('a file with a team per line counts as many teams; a torn line is named', async () => {
  const counter = await counterWith(new File([`${team(1)}\n\n${team(2)}\n{ "torn": \n`], 'teams.jsonl'));
  const { imports, rejections, rollup } = await counter.count(settings);
  expect(imports.map(({ name }) => name)).toEqual(['teams.jsonl, line 1', 'teams.jsonl, line 3']);
  expect(rejections.map(({ name }) => name)).toEqual(['teams.jsonl, line 4']);
  expect(rollup?.teams).toBe(2);
});

test('of a file with a team per line, only the lines that are not UTF-8 are rejected', async () => {
  const lines = [team(1, 'Brot'), team(2, 'Käse'), team(3, 'Tee')].join('\n');
  const counter = await counterWith(new File([Buffer.from(lines, 'latin1')], 'teams.jsonl'));
  const { imports, rejections } = await counter.count(settings);
  expect(imports.map(({ summary }) => summary)).toEqual(['Brot', 'Tee']);
  expect(rejections).toEqual([{ name: 'teams.jsonl, line 2', reason: expect.stringContaining('not in UTF-8') }]);
});

test('a file of lines that is too large is rejected unread', async () => {
  const large = Object.defineProperty(new File([team(1)], 'all.ndjson'), 'size', { value: 20 * 2 ** 20 + 1 });
  const { imports, rejections, rollup } = await (await counterWith(large)).count(settings);
  expect([imports, rollup]).toEqual([[], undefined]);
  expect(rejections).toEqual([{ name: 'all.ndjson', reason: site.t('teams.lines-too-large') }]);
});

test('a file of lines that cannot be read is named, and the others count', async () => {
  const read = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  const gone = Object.defineProperty(new File([' '.repeat(2 ** 21)], 'gone.jsonl'), 'arrayBuffer', { value: read });
  const { imports, rejections, rollup } = await (await counterWith(gone, new File([team(1)], 'a'))).count(settings);
  expect([imports.length, rollup?.teams]).toEqual([1, 1]);
  expect(rejections).toEqual([{ name: 'gone.jsonl', reason: site.t('import.unreadable') }]);
});

test('calls run in the order in which they were made', async () => {
  const counter = new TeamCounter(teamsData());
  const [, , , { imports }] = await Promise.all([
    counter.addFiles([new File([team(1)], 'a'), new File([team(2)], 'b')]),
    counter.addText(team(3)),
    counter.remove(0),
    counter.count(settings),
  ]);
  expect(imports.map(({ summary }) => summary)).toEqual(['Team 2', 'Team 3']);
});

test('clear() forgets teams and rejections', async () => {
  const counter = await counterWith(new File([team(1)], 'a'), new File(['no'], 'b'));
  await counter.clear();
  expect(await counter.count(settings)).toEqual({ imports: [], rejections: [], rollup: undefined, duplicateNames: [] });
});

test('names that several teams have are listed; teams without a name are not', async () => {
  const names = ['Parcels', 'Fraud', 'Parcels', '', ''];
  const counter = await counterWith(...names.map((name, seed) => new File([team(seed, name)], `${seed}`)));
  expect((await counter.count(settings)).duplicateNames).toEqual(['Parcels']);
});

test('exportFile(kind) gives nothing without a team, and no rows of single teams without names', async () => {
  expect(await new TeamCounter(teamsData()).exportFile('counts')).toBeUndefined();
  const counter = await counterWith(...[1, 2, 3].map((seed) => new File([team(seed)], `${seed}`)));
  await counter.count(settings);
  expect(JSON.parse((await counter.exportFile('counts'))?.text ?? '').list).toHaveLength(3);
  await counter.count({ depth: 'full', anonymous: true });
  const file = await counter.exportFile('counts');
  expect(file).toMatchObject({ what: 'counts', ending: 'json', type: 'application/json' });
  expect(JSON.parse(file?.text ?? '').list).toBeNull();
});
