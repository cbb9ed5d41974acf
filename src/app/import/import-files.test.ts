import { expect, test, vi } from 'vitest';
import { generateTeam } from '../../../tests/support/teams.ts';
import { pack } from '../../build/pack.ts';
import { site } from '../../build/site.ts';
import { writeLink } from '../../core/link/write-link.ts';
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
  expect(rejections[1]?.reason).toBe(t('import.too-large'));
});

test('a file that the browser cannot read is rejected', async () => {
  const unreadable = Object.assign(file('gone.json', team(1)), { text: () => Promise.reject(new Error('gone')) });
  const { rejections } = await importFiles(emptyBatch, [unreadable], pack, t);
  expect(rejections).toEqual([{ name: 'gone.json', reason: t('import.unreadable') }]);
});

test('a file that is not UTF-8 is rejected, since its letters would be lost', async () => {
  const bytes = Buffer.from(JSON.stringify({ ...team(1), system: 'Käse' }), 'latin1');
  const { imports, rejections } = await importFiles(emptyBatch, [new File([bytes], 'a.json')], pack, t);
  expect(imports).toEqual([]);
  expect(rejections).toEqual([{ name: 'a.json', reason: expect.stringMatching(/^It is not in UTF-8/) }]);
});

test('a saved mail is one import, whatever other addresses it holds', async () => {
  const link_ = `https://trivium.example/open/#${await writeLink(team(1), pack, { name: true })}`;
  const mail = `<html><img src="https://x.example/a.png"><p>${link_}</p>\n<a href="${link_}">`;
  const { imports, rejections } = await importFiles(emptyBatch, [file('mail.html', mail)], pack, t);
  expect(rejections).toEqual([]);
  expect(imports.map(({ answers }) => answers.system)).toEqual(['Team 1']);
});

test('the same answers are imported once, whatever their order and whatever file they are in', async () => {
  const shuffled = { ...team(1), answers: team(1).answers.toReversed() };
  const batch = await importFiles(emptyBatch, [file('a.json', team(1)), file('b.json', shuffled)], pack, t);
  const again = await importFiles(batch, [file('c.json', team(1)), file('d.json', team(2))], pack, t);
  expect(again.imports.map(({ name }) => name)).toEqual(['a.json', 'd.json']);
  expect(again.rejections).toEqual(
    ['b.json', 'c.json'].map((name) => ({ name, reason: t('import.twice', { other: 'a.json' }) })),
  );
});

test('two files of one name are two imports with names of their own', async () => {
  const batch = await importFiles(emptyBatch, [file('a.json', team(1)), file('a.json', team(2))], pack, t);
  const again = await importFiles(batch, [file('a.json', team(3)), file('b.json', team(2))], pack, t);
  expect(again.imports.map(({ name }) => name)).toEqual(['a.json', 'a.json (2)', 'a.json (3)']);
  expect(again.rejections).toEqual([{ name: 'b.json', reason: t('import.twice', { other: 'a.json (2)' }) }]);
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

const link = (code: string | undefined) => `https://trivium.example/open/#${code}`;
/** A link as a mail program wraps it. */
const wrapped = (code: string | undefined) => link(code).replace(/.{60}/g, '$&\n');

test.for<[string, (a?: string, b?: string) => string]>([
  ['in angle brackets, one per line', (a, b) => `<${link(a)}>\n<${link(b)}>`],
  ['in Markdown', (a, b) => `[Ann](${link(a)})\n[Bob](${link(b)})`],
  ['in a list of Markdown', (a, b) => `- [ ] [Ann](${link(a)}) and\n- [x] ${link(b)}`],
  ['on one line', (a, b) => `${link(a)} ${link(b)}`],
  ['on one line with words', (a, b) => `Ann's is ${link(a)}, Bob's ${link(b)}. See issue #12.`],
  ['without spaces', (a, b) => `${link(a)},${link(b)}`],
  ['separated by U+2028', (a, b) => `${link(a)}\u2028${link(b)}`],
  ['each twice', (a, b) => `[${link(a)}](${link(a)})\n<a href="${link(b)}">${link(b)}</a>`],
  ['behind gateways', (a, b) => [a, b].map((code) => `https://gate.example/?url=${link(code)}`).join('\n')],
  ['percent-encoded', (a, b) => [a, b].map((code) => encodeURIComponent(link(code))).join(' ')],
  ['wrapped', (a, b) => `> ${wrapped(a).replaceAll('\n', '=\n> ')}\n>\n> ${wrapped(b)}\nThanks, Zoe`],
  ['wrapped in brackets', (a, b) => `<${wrapped(a)}> <${wrapped(b)}>`],
  ['as bare codes', (a, b) => `${a}\n${b}`],
  ['in a table', (a, b) => `Ann,${link(a)}\nBob,${link(b)}`],
])('importText(text) and importFiles(files) read every link %s', async ([, textOf]) => {
  const codes = await Promise.all([1, 2].map((seed) => writeLink(team(seed), pack, { name: true })));
  const text = textOf(...codes);
  const pasted = await importText(emptyBatch, text, pack, t);
  expect(pasted.rejections).toEqual([]);
  expect(pasted.imports.map(({ answers }) => answers.system)).toEqual(['Team 1', 'Team 2']);
  const { imports, rejections } = await importFiles(emptyBatch, [file('links.txt', text)], pack, t);
  expect(rejections).toEqual([]);
  expect(imports.map(({ name }) => name)).toEqual(['links.txt, link 1', 'links.txt, link 2']);
});

test('importText(text) names every link that it cannot read, beside those that it reads', async () => {
  const [code = '', other = ''] = await Promise.all([1, 2].map((seed) => writeLink(team(seed), pack)));
  const damaged = `${other.slice(0, 12)}${other[12] === 'A' ? 'B' : 'A'}${other.slice(13)}`;
  const text = `${link(code)} ${link(damaged)}\n${link(other.slice(0, 30))}\nand https://trivium.example/open/`;
  const { imports, rejections } = await importText(emptyBatch, text, pack, t);
  expect(imports.map(({ name }) => name)).toEqual([`Link 1, which ends with ${code.slice(-6)}`]);
  expect(rejections.map(({ reason }) => reason.split(/[:.]/)[0])).toEqual([
    'This link is damaged',
    'This link is cut off',
    'There is no link in this text',
  ]);
});

test('importText(text) reads many links at once, and refuses a text without any as a whole', async () => {
  const codes = await Promise.all(Array.from({ length: 40 }, (_, seed) => writeLink(team(seed), pack, { name: true })));
  expect((await importText(emptyBatch, codes.map(link).join(';'), pack, t)).imports).toHaveLength(40);
  const { rejections } = await importText(emptyBatch, 'Dear all,\nsee below.\n', pack, t);
  expect(rejections.map(({ reason }) => reason)).toEqual([expect.stringContaining('This is a text without a link')]);
});

test('importText(text) is quick even if a text is made to be slow', async () => {
  for (const text of [
    '#AAAA z '.repeat(20_000),
    `#AAAA ${'z '.repeat(100_000)}`,
    `#${'A'.repeat(60_000)} ${'z '.repeat(9000)}`,
  ])
    expect((await importText(emptyBatch, text, pack, t)).imports).toEqual([]);
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

test('a file that never arrives, as from a cloud, is named after a while, and the others are read', async () => {
  vi.useFakeTimers();
  const never = Object.assign(file('cloud.json', team(1)), { text: () => new Promise<string>(() => undefined) });
  const reading = importFiles(emptyBatch, [file('a.json', team(2)), never], pack, t);
  await vi.advanceTimersByTimeAsync(60_000);
  const { imports, rejections } = await reading;
  vi.useRealTimers();
  expect(imports.map(({ name }) => name)).toEqual(['a.json']);
  expect(rejections).toEqual([{ name: 'cloud.json', reason: t('import.unreadable') }]);
});
