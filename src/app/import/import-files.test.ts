import { expect, test } from 'vitest';
import { generateTeam } from '../../../tests/support/teams.ts';
import { pack } from '../../build/pack.ts';
import { site } from '../../build/site.ts';
import { writeLink } from '../../core/link/link.ts';
import { emptyBatch, removeImport } from './import-batch.ts';
import { importFiles, importText } from './import-files.ts';

const { t } = site;
const team = (seed: number) => ({ ...generateTeam(pack, seed), system: `Team ${seed}` });
const file = (name: string, content: object | string) =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name);

test('importFiles(files) keeps what it can read, and names every other file with a reason', async () => {
  const files = [file('a.json', team(1)), file('notes.txt', 'Dear all'), file('large.json', ' '.repeat(2 ** 20 + 1))];
  const { imports, rejections } = await importFiles(emptyBatch, files, pack, t);
  expect(imports).toMatchObject([{ name: 'a.json', answers: { system: 'Team 1' }, version: pack.version }]);
  expect(rejections.map(({ name }) => name)).toEqual(['notes.txt', 'large.json']);
  expect(rejections[1]?.reason).toBe(t('intake.too-large'));
});

test('a file that the browser cannot read is rejected', async () => {
  const unreadable = Object.assign(file('gone.json', team(1)), { text: () => Promise.reject(new Error('gone')) });
  const { rejections } = await importFiles(emptyBatch, [unreadable], pack, t);
  expect(rejections).toEqual([{ name: 'gone.json', reason: t('intake.unreadable') }]);
});

test('the same answers are imported once, whatever their order and whatever file they are in', async () => {
  const shuffled = { ...team(1), answers: team(1).answers.toReversed() };
  const batch = await importFiles(emptyBatch, [file('a.json', team(1)), file('b.json', shuffled)], pack, t);
  const again = await importFiles(batch, [file('c.json', team(1)), file('d.json', team(2))], pack, t);
  expect(again.imports.map(({ name }) => name)).toEqual(['a.json', 'd.json']);
  expect(again.rejections).toEqual(
    ['b.json', 'c.json'].map((name) => ({ name, reason: t('intake.twice', { other: 'a.json' }) })),
  );
});

test('importText(text) reads a link per line, or one whole file', async () => {
  const links = await Promise.all([1, 2].map((seed) => writeLink(team(seed), pack, { name: true })));
  const text = `\n${links.map((code) => ` https://trivium.example/open/#${code}`).join('\r\n')}\n`;
  const fromLinks = await importText(emptyBatch, text, pack, t);
  expect(fromLinks.rejections).toEqual([]);
  expect(fromLinks.imports.map(({ answers }) => answers.system)).toEqual(['Team 1', 'Team 2']);
  const fromFile = await importText(emptyBatch, JSON.stringify(team(3), null, 2), pack, t);
  expect(fromFile.imports).toHaveLength(1);
});

test('removeImport(batch, index) leaves the others as they are', async () => {
  const batch = await importFiles(
    emptyBatch,
    [1, 2, 3].map((seed) => file(`${seed}`, team(seed))),
    pack,
    t,
  );
  expect(removeImport(batch, 1).imports.map(({ name }) => name)).toEqual(['1', '3']);
});
