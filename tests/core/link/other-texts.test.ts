import { beforeAll, expect, test } from 'vitest';
import { pack } from '../../../src/build/pack.ts';
import { decodeFile } from '../../../src/core/link/decode-file.ts';
import { partsOf } from '../../../src/core/link/links-in.ts';
import { readAnswers } from '../../../src/core/link/read-answers.ts';
import { writeLink } from '../../../src/core/link/write-link.ts';
import { openText } from '../../../src/core/proposals/open-file.ts';
import { answersBy } from '../../support/teams.ts';

// Answers and links in texts that other programs wrote around them.
const answers = { ...answersBy(pack, () => 2), system: 'Käse "é" {}' };
const json = JSON.stringify(answers);
const pretty = JSON.stringify(answers, null, 2);
let link: string;
beforeAll(async () => {
  link = `https://trivium.example/open/#${await writeLink(answers, pack, { name: true })}`;
});
const read = async (text: string) => {
  const result = await readAnswers(text, pack);
  return result.ok ? result.value : result.problems.join(' ');
};

test.each([
  ['a fence of Markdown', `\`\`\`json\n${pretty}\n\`\`\``],
  ['a fence with words around it', `Here it is, as promised:\n\n~~~\n${json}\n~~~\nRegards, Ann\n`],
  ['a comment', `/* a, b */ ${json}`],
  ['a comment of one line', `// from Ann\n${pretty}`],
  ['a zero-width space', `\u200b${json}`],
  ['two byte order marks and invisible characters on both sides', `\ufeff\ufeff\u2060\u00ad${pretty}\u200b\n`],
  ['an assignment', `const x = ${json};`],
  ['JSON in a text of JSON', JSON.stringify(json)],
  ['a greeting', `Hi, here it is: ${json}`],
])('answers in %s are read', async (_, text) => {
  expect(await read(text)).toEqual(answers);
  expect(partsOf(text)).toEqual([text]);
});

test('a link in JSON of another program opens; several are read one by one', async () => {
  const other = `https://trivium.example/open/#${await writeLink(
    answersBy(pack, () => 4),
    pack,
    {},
  )}`;
  const quick = await read(link);
  for (const text of [
    JSON.stringify({ link }),
    JSON.stringify({ blocks: [{ text: `<${link}|our report>` }] }, null, 2),
    JSON.stringify({ link }).replaceAll('/', '\\/'),
    `{'link': '${link}'}`,
  ]) {
    expect(await read(text), text).toEqual(quick);
    expect(partsOf(text), text).toHaveLength(1);
  }
  expect(partsOf(JSON.stringify({ links: [link, other] }))).toHaveLength(2);
  expect(await read(JSON.stringify({ links: [link, other] }))).toMatch(/2 different links/);
  expect(await read(JSON.stringify({ link: link.slice(0, -9) }))).toMatch(/^This link is cut off/);
});

test('JSON of another program without a link, and answers with a link in a note, stay what they are', async () => {
  const sha = '0123456789abcdef0123456789abcdef01234567';
  expect(await read(JSON.stringify({ from: `git+ssh://git@example.com/a.git#${sha}` }))).toMatch(/^This JSON holds no/);
  const [first, ...rest] = answers.answers;
  const noted = { ...answers, answers: [{ ...first, note: `See ${link}` }, ...rest] };
  expect(await read(JSON.stringify(noted))).toEqual(noted);
});

test('proposals with something around them open, too', async () => {
  const proposals = {
    format: 'trivium-proposals',
    version: 1,
    pack: { id: pack.id, version: pack.version },
    source: { kind: 'person', name: 'Ann' },
    items: [],
  };
  for (const text of [`\u200b${JSON.stringify(proposals)}`, `\`\`\`\n${JSON.stringify(proposals)}\n\`\`\``])
    expect(await openText(text, pack)).toMatchObject({ ok: true, value: { kind: 'proposals' } });
});

test.each([
  ['the end is missing', `Hi: ${json.slice(0, -40)}`],
  ['the beginning is missing', json.slice(5)],
  ['quotation marks were corrected', `Hi: ${json.replaceAll('"', '”')}`],
])('answers of which %s are called a file, not a link', async (_, text) => {
  expect(await read(text)).toMatch(/^This is a file of answers that is cut off, or was changed/);
});

test('a text without a "#" is not told what stands after it', async () => {
  const base64 = Buffer.from('Hello, this is some text that is no link at all').toString('base64');
  expect(await read(base64)).not.toContain('after "#"');
  expect(await read(`https://trivium.example/#${base64}`)).toContain('after "#"');
});

const binaryPlist = (url: string) =>
  `bplist00\ufffd\u0001\u0002SURL_\u0010\ufffd${url}\b\u000b\u000f\0\0\0\u0001\ufffd`;
const quoted = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('')
    .replaceAll(/.{70}(?![\dA-F]?[\dA-F]?$)(?<!=[\dA-F]?)/g, '$&=\r\n');
const base64 = (text: string) => Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
const mail = (encoding: string, ...bodies: [type: string, body: string][]) =>
  `From: Ann <ann@example.org>\r\nSubject: Our report, see below\r\nContent-Type: multipart/mixed;\r\n boundary="--=_x1"\r\n\r\n${bodies
    .map(
      ([type, body]) =>
        `----=_x1\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${encoding === 'base64' ? base64(body) : quoted(body)}\r\n`,
    )
    .join('')}----=_x1--\r\n`;
const page = (inner: string) =>
  `<!doctype html><style>:root{\n--ink: #123;\n--a: url(https://x.example/a.png)}</style><a href="https://x.example/">x</a>${inner}`;
const twice = () => page(`<p>Hello</p><a href="${link}">${link}</a>`);

test.for<[string, () => string]>([
  [
    'a .webloc',
    () =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0"><dict><key>URL</key><string>${link}</string></dict></plist>`,
  ],
  ['a binary .webloc', () => binaryPlist(link)],
  ['a saved mail', twice],
  ['a page that begins with html', () => `<html><body><a href="${link}">`],
  ['a page with a doctype', () => `<!DOCTYPE html><p>${link}`],
  ['rich text', () => `{\\rtf1\\ansi{\\field{\\*\\fldinst HYPERLINK "${link}"}{\\fldrslt report}}}`],
  ['a mail in base64', () => mail('base64', ['text/plain', `Käse: ${link}`], ['text/html', twice()])],
  ['a quoted mail', () => mail('quoted-printable', ['text/plain', `Käse: ${link}`], ['text/html', twice()])],
  ['a mail of one part', () => `Subject: x\nContent-Transfer-Encoding: base64\n\n${base64(`See ${link}`)}\n`],
])('a link in %s opens, once', async ([, textOf]) => {
  const text = textOf();
  expect(await read(text)).toEqual(await read(link));
  const parts = partsOf(text);
  expect(parts).toHaveLength(1);
  expect(await read(parts[0] ?? '')).toEqual(await read(link));
});

test.for<[string, () => string]>([
  [
    'a report in a web archive',
    () =>
      mail('quoted-printable', [
        'text/html',
        page(`<script type="application/json" id="trivium-answers">${json.replaceAll('<', '\\u003c')}</script>`),
      ]),
  ],
  ['a file attached to a mail', () => mail('base64', ['text/plain', 'See below.'], ['application/json', pretty])],
])('%s opens', async ([, textOf]) => {
  expect(await read(textOf())).toEqual(answers);
  expect(await read(partsOf(textOf())[0] ?? '')).toEqual(answers);
});

test('a page, a mail or XML without a link or answers says so', async () => {
  expect(await read(page('no link'))).toContain('This page holds no answers');
  expect(partsOf(page('no link'))).toHaveLength(1);
  expect(await read('<?xml version="1.0"?><a href="https://x.example/#a"/>')).toContain('This is an XML file');
  expect(await read(mail('base64', ['text/plain', 'Hello']))).toContain('There is no link in this text');
});

/** The bytes of a text in UTF-32. */
const utf32 = (text: string, order: 'le' | 'be') =>
  Buffer.concat(
    [...text].map((letter) => {
      const bytes = Buffer.alloc(4);
      if (order === 'le') bytes.writeUInt32LE(letter.codePointAt(0) ?? 0);
      else bytes.writeUInt32BE(letter.codePointAt(0) ?? 0);
      return bytes;
    }),
  );

test.each([
  ['a 7z archive', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4])],
  ['a file compressed by bzip2', Buffer.from('BZh91AY&SY\x8e\x11', 'latin1')],
  ['a file compressed by xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0])],
  ['a RAR archive', Buffer.from('Rar!\u001a\u0007\u0001\0', 'latin1')],
  ['an OpenDocument spreadsheet', Buffer.from('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
  ['an OpenDocument text', Buffer.from('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.text')],
  ['a text in UTF-32', utf32(`\ufeff${json}`, 'le')],
  ['a text in UTF-32', utf32(`\ufeff${json}`, 'be')],
  ['a text in UTF-32', utf32(json, 'le')],
  ['a text in UTF-16', Buffer.from(json, 'utf16le')],
])('%s is named', async (name, bytes) => {
  const decoded = decodeFile(bytes);
  expect(decoded.ok && (await read(decoded.value))).toMatch(`This is ${name}`);
});

const latin1 = (text: string) => decodeFile(Buffer.from(text, 'latin1'));

test('answers and proposals in another encoding than UTF-8 are refused, however they are wrapped', () => {
  for (const text of [
    json,
    `\`\`\`\n${json}\n\`\`\``,
    json.replace('trivium-answers', 'trivium-proposals'),
    page(`<script type="application/json" id="trivium-answers">${json}</script>`),
  ])
    expect(latin1(text)).toEqual({ ok: false, problems: [expect.stringMatching(/^It is not in UTF-8/)] });
  expect(decodeFile(Buffer.from(`\ufeff${json}`))).toEqual({ ok: true, value: json });
});

test('a letter of replacement that was written as such is no fault of the file', async () => {
  const text = JSON.stringify({ ...answers, system: 'a\ufffdb' });
  expect(decodeFile(Buffer.from(text))).toEqual({ ok: true, value: text });
});

test('a link in a text of another encoding opens: its letters are the same in each', async () => {
  const text = latin1(`Schöne Grüße: ${link}`);
  expect(text.ok && (await read(text.value))).toEqual(await read(link));
});
