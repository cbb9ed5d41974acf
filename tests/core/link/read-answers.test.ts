import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { jsonLimits } from '../../../src/core/answers/json.ts';
import { readAnswers, recoverText } from '../../../src/core/link/read-answers.ts';
import { writeLink } from '../../../src/core/link/write-link.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { groupOf } from '../../support/group.ts';
import { answersBy } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const answers = { ...answersBy(pack, () => 2), system: '</script><b>' };
const json = JSON.stringify(answers);
const page = (inner: string) =>
  `<!doctype html><title>R</title><script type="application/json" id="trivium-answers">${inner}</script><p id="x">`;

test.each([
  ['a file', json],
  ['a file with a byte order mark and spaces', `\ufeff ${json}\n`],
  ['a report saved as HTML', page(json.replaceAll('<', '\\u003c'))],
])('readAnswers(text) reads %s', async (_, text) => {
  expect(await readAnswers(text, pack)).toEqual({ ok: true, value: answers });
});

test('readAnswers(text) reads a link: bare, in an address, in a sentence', async () => {
  const code = await writeLink(answers, pack, { name: true });
  for (const text of [
    code,
    `#${code}`,
    `https://example.org/open/#${code}.`,
    `See [this](https://example.org/#${code})`,
    `Hello, Ann,\nas promised, here it is,\nfor you, and only you: ${code}\n`, // as many commas as a table has
  ])
    expect(await readAnswers(text, pack)).toMatchObject({ ok: true, value: { system: '</script><b>' } });
});

/** What is read as UTF-8 of a text that was saved in UTF-16, as PowerShell does. */
function utf16(text: string, order: 'utf16le' | 'utf16be'): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new TextDecoder().decode(order === 'utf16le' ? bytes : bytes.swap16());
}

test.each([
  ['', 'It is empty.'],
  ['hello', 'This is a text without a link. What works is a downloaded file of answers (.json)'],
  ['system,score\nParcels,3\n', 'This is a table (CSV).'],
  ['system;score\r\nParcels;3', 'This is a table (CSV).'],
  ['system\tscore\nParcels\t3', 'This is a table (CSV).'],
  ['"practice","page"\n"account-for-diminishing-returns","https://example.org/#a"\n', 'This is a table (CSV).'],
  ['\0\u0001# binary', 'This is a file of another kind.'],
  [utf16('{"format":"trivium-answers"}', 'utf16le'), 'This is a text in UTF-16, which has to be saved as UTF-8 first.'],
  [utf16('a link', 'utf16be'), 'This is a text in UTF-16'],
  ['<?xml version="1.0"?>\n<answers/>', 'This is an XML file.'],
  ['{\\rtf1\\ansi hello}', 'This is a rich-text document.'],
  ['<svg xmlns="http://www.w3.org/2000/svg">', 'This is a picture.'],
  ['{"format":', 'It is not valid JSON.'],
  ['<!doctype html><p>id="trivium-answers">{}</script', 'This page holds no answers.'],
  ['<!doctype html><p>nothing', 'This page holds no answers.'],
  [page('{"format":"other"}'), 'Found "other"; possible: trivium-answers.'],
  ['https://example.org/', 'There is no link in this text. A link to a report ends with a "#"'],
  ['https://example.org/open/', 'There is no link in this text. A link to a report ends with a "#"'],
  ['https://example.org/open/#', 'There is no link in this text.'],
  ['https://example.org/open/#AAAA', 'This link is cut off'],
  ['null', 'expected an object with "format": "trivium-answers"'],
])('readAnswers(%j) says: %s', async (text, sentence) => {
  const read = await readAnswers(text, pack);
  expect(read.ok ? '' : read.problems.join(' ')).toContain(sentence);
});

test('readAnswers(text) checks size, depth and number of values before it parses', async () => {
  const problem = async (text: string) => {
    const read = await readAnswers(text, pack);
    return read.ok ? '' : read.problems.join(' ');
  };
  expect(await problem(`"${'x'.repeat(jsonLimits.bytes)}"`)).toContain('at most 1048576 are read');
  expect(await problem(`{"a":"${'é'.repeat(jsonLimits.bytes / 2)}"}`)).toContain('at most 1048576 are read');
  expect(await problem('[{"a":'.repeat(100_000))).toContain('nested 200000 levels deep; at most 12');
  expect(await problem(`[{}${',1'.repeat(20_001)}]`)).toContain('at most 20000 are read');
  expect(await problem(`{"a":"${'[{,:'.repeat(30_000)}"}`)).toContain('trivium-answers');
});

test('readAnswers(text) drops keys that reach the shared prototype, however they are written', async () => {
  const text = json
    .replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},')
    .replace('"context":{', '"context":{"\\u005f_proto__":{"polluted":1}');
  const read = await readAnswers(text, pack);
  expect(read).toEqual({ ok: true, value: answers });
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(read.ok && Object.getPrototypeOf(read.value.context)).toBe(Object.prototype);
});

test('readAnswers(text) refuses texts that are made to be slow', async () => {
  for (const text of [
    '<script '.repeat(130_000),
    `<!doctype html>${'<script id='.repeat(90_000)}`,
    `a${' '.repeat(65_000)}b#`,
    `#${'_'.repeat(65_000)}!`,
    '\n'.repeat(65_000),
    `#${'%25'.repeat(20_000)}`,
    `${'A'.repeat(30)}${'\n'.repeat(60_000)}`,
  ])
    expect((await readAnswers(text, pack)).ok).toBe(false);
});

/** A zip archive of empty files with these names. */
const zipOf = (...names: string[]) =>
  Buffer.concat(
    names.map((name) => {
      const header = Buffer.alloc(30);
      header.write('PK\u0003\u0004', 'latin1');
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name)]);
    }),
  );

test.each([
  ['an Excel workbook', zipOf('[Content_Types].xml', 'xl/workbook.xml')],
  ['a Word document', zipOf('[Content_Types].xml', 'word/document.xml')],
  ['a presentation', zipOf('[Content_Types].xml', 'ppt/presentation.xml')],
  ['a zip archive', zipOf('answers.json')],
  ['an older Office file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  ['a PDF', Buffer.from('%PDF-1.7\n%\xb5\xb5\n', 'latin1')],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0])],
  ['a picture', Buffer.from('GIF89a\u0001\u0000', 'latin1')],
  ['a picture', Buffer.from('RIFF\u0024\u0000\u0000\u0000WEBPVP8 ', 'latin1')],
  ['a picture', Buffer.from('\u0000\u0000\u0000\u0018ftypheic', 'latin1')],
  ['a compressed file', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
])('readAnswers(text) recognises %s and says what would work', async (name, bytes) => {
  const read = await readAnswers(new TextDecoder().decode(bytes), pack);
  expect(read.ok ? '' : read.problems.join(' ')).toMatch(`This is ${name}`);
  expect(read.ok ? '' : read.problems.join(' ')).toContain('(.json)');
});

/** Answers with an invalid due date. */
const damaged = { ...answers, decisions: [{ practice: 'fallback-models', due: '20266-11-28', owner: 'Kim' }] };
const mended = { ...answers, decisions: [{ practice: 'fallback-models', owner: 'Kim' }] };

test.each([
  ['a file', async () => JSON.stringify(damaged)],
  ['a report saved as HTML', async () => page(JSON.stringify(damaged).replaceAll('<', '\\u003c'))],
  ['a link with texts', () => writeLink(damaged, pack, { name: true, notes: true, decisions: true })],
])('recoverText(text) loses only the unreadable part of %s', async (_, textOf) => {
  const text = await textOf();
  expect(await readAnswers(text, pack)).toMatchObject({ ok: false });
  const recovered = await recoverText(text, pack);
  expect(recovered).toMatchObject({ ok: true, value: { answers: mended } });
  expect(recovered.ok && recovered.value.lost).toMatchObject([
    { place: 'decisions[0].due', about: 'fallback-models', raw: '20266-11-28' },
  ]);
});

test('recoverText(text) keeps the answers of a group even if one spread is impossible', async () => {
  const group = groupOf(pack, 4);
  const [first, ...others] = group.answers;
  const file = { ...group, answers: [{ ...first, spread: { n: 4, min: 4, max: 0 } }, ...others] };
  const recovered = await recoverText(JSON.stringify(file), pack);
  const { spread: _, ...plain } = first ?? {};
  expect(recovered).toMatchObject({
    ok: true,
    value: { answers: { group: group.group, answers: [plain, ...others] } },
  });
  expect(recovered.ok && recovered.value.lost.map(({ place }) => place)).toEqual(['answers[0].spread']);
});

test('recoverText(text) refuses anything but answers, with the sentences of readAnswers', async () => {
  for (const text of ['', 'x', '[]', '{"format":', `#${'x'.repeat(30)}`, JSON.stringify({ ...answers, version: 9 })])
    expect(await recoverText(text, pack)).toEqual(await readAnswers(text, pack));
});
