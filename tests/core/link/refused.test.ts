import { beforeAll, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { joinBytes } from '../../../src/core/link/bits.ts';
import { inflatedLimit } from '../../../src/core/link/deflate.ts';
import { seal, unseal } from '../../../src/core/link/envelope.ts';
import { longestLink } from '../../../src/core/link/format.ts';
import { readLink } from '../../../src/core/link/read-link.ts';
import { writeLink } from '../../../src/core/link/write-link.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { groupOf } from '../../support/group.ts';
import { randomAnswers } from '../../support/random-answers.ts';
import { answersBy } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const base = `https://${'assessment-of-practices'.padEnd(46, 'x')}.org/open/#`;
/** A link that is cut off; what is left of it does not happen to end like a whole one. */
const withoutEnd = (link: string) => link.slice(0, -4).replace(/z+$/, '');
const everything = { name: true, notes: true, decisions: true };
/** What a keyboard for Japanese writes in its wide mode. */
const fullWidth = (text: string) =>
  text.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
/** An address as Outlook rewrites it, with all of its parameters. */
const safeLink = (link: string) =>
  `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C02%7Cann%40example.org%7C08dd0f7c1a2b4c3d5e6f708192a3b4c5%7C0%7C0&sdata=pXq3mB2h1kVtq0N8yZ7bC9dF4gH6jK2lM5nP8qR1sT0%3D&reserved=0`;
/** Links of several kinds: without answers, with every answer, with the name only, with all texts, of a group. */
let links: string[];
beforeAll(async () => {
  links = await Promise.all([
    writeLink({ ...randomAnswers(pack, 1), answers: [], targets: [], decisions: [], overrides: [] }, pack),
    writeLink(
      answersBy(pack, () => 3),
      pack,
    ),
    writeLink(randomAnswers(pack, 11), pack, { name: true }),
    writeLink(randomAnswers(pack, 12), pack, everything),
    writeLink(groupOf(pack, 4), pack),
  ]);
});

/** The changed links that were accepted, or refused without a sentence; has to stay empty. */
async function wronglyRead(changedLinks: Iterable<string>): Promise<string[]> {
  const wrong: string[] = [];
  for (const text of changedLinks) {
    const read = await readLink(text, pack);
    if (read.ok) wrong.push(text);
    else if (!/^This link |^There is no link/.test(read.problems.join(' '))) wrong.push(`no sentence: ${text}`);
  }
  return wrong;
}

test('readLink(text) refuses every flip of one bit', async () => {
  for (const link of links) {
    const flipped = [...link].flatMap((letter, index) =>
      [1, 2, 4, 8, 16, 32, 64].map(
        (bit) => link.slice(0, index) + String.fromCharCode(letter.charCodeAt(0) ^ bit) + link.slice(index + 1),
      ),
    );
    expect(await wronglyRead(flipped)).toEqual([]);
  }
});

test('unseal(code) refuses every flip of one bit in the value of a letter', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (const link of links) {
    for (let index = 0; index < link.length - 1; index += 1) {
      for (const bit of [1, 2, 4, 8, 16, 32]) {
        const letter = alphabet[alphabet.indexOf(link[index] ?? '') ^ bit];
        expect(unseal(link.slice(0, index) + letter + link.slice(index + 1)).ok).toBe(false);
      }
    }
  }
});

test('readLink(text) refuses every truncation, at the end and at the beginning', async () => {
  for (const link of links) {
    const ends = [...link].map((_, index) => link.slice(0, index));
    const beginnings = [...link].map((_, index) => link.slice(index + 1));
    expect(await wronglyRead([...ends, ...beginnings])).toEqual([]);
  }
});

test('readLink(text) refuses every letter that is changed, left out, doubled or swapped', async () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const changesOf = (link: string) =>
    [...link].flatMap((letter, index) => {
      const [before, after] = [link.slice(0, index), link.slice(index + 1)];
      const others = [...letters].filter((other) => other !== letter).map((other) => before + other + after);
      const swapped = before + after.slice(0, 1) + letter + after.slice(1);
      return [...others, before + after, before + letter + letter + after, ...(swapped === link ? [] : [swapped])];
    });
  const [, plain = '', , , group = ''] = links;
  expect(group.length).toBeGreaterThan(plain.length);
  for (const link of [plain, group]) expect(await wronglyRead(changesOf(link))).toEqual([]);
});

/** A link with the letter at one third of its length replaced. */
const withLetter = (link: string, letter: string) => {
  const at = Math.floor(link.length / 3);
  return link.slice(0, at) + letter + link.slice(at + 1);
};
test.each([
  { title: 'nothing', mangle: () => '', says: 'There is no link in this text.' },
  { title: 'words', mangle: () => 'hello world', says: 'There is no link in this text.' },
  {
    title: 'a long word',
    mangle: () => 'Rindfleischetikettierungsgesetz',
    says: 'This link is damaged at its beginning',
  },
  { title: 'an address without a code', mangle: () => base, says: 'There is no link in this text.' },
  {
    title: 'a text that is too long',
    mangle: (link: string) => `${' '.repeat(70_000)}${link}`,
    says: 'has more than 65536 characters',
  },
  {
    title: 'only the first letters',
    mangle: (link: string) => base + link.slice(0, 9),
    says: 'This link is cut off: after its "#" there is only',
  },
  {
    title: 'no end',
    mangle: (link: string) => base + withoutEnd(link),
    says: 'This link is cut off: its end is missing.',
  },
  {
    title: 'no end, in a sentence',
    mangle: (link: string) => `See ${base}${withoutEnd(link)}... (it is new)`,
    says: 'This link is cut off: its end is missing.',
  },
  {
    title: 'no beginning',
    mangle: (link: string) => base + link.slice(8),
    says: 'This link is damaged at its beginning',
  },
  {
    title: 'the code of something else',
    mangle: () => `https://example.org/#${'q'.repeat(40)}z`,
    says: 'This link is damaged at its beginning',
  },
  {
    title: 'letters after its end',
    mangle: (link: string) => `${base}${link}andmore`,
    says: 'This link has "andmore" after its end. Remove that',
  },
  {
    title: 'another letter',
    mangle: (link: string) => base + withLetter(link, link[Math.floor(link.length / 3)] === 'A' ? 'B' : 'A'),
    says: 'This link is damaged: something in it was changed',
  },
  {
    title: 'a letter that links never have',
    mangle: (link: string) => base + withLetter(link, 'é'),
    says: 'it has a "é", and links have only letters',
  },
  {
    title: 'no end, though a word may break in it',
    mangle: (link: string) => `${base}${withoutEnd(link).slice(0, -3)}&shy;${withoutEnd(link).slice(-3)}`,
    says: 'This link is cut off: its end is missing.',
  },
  { title: 'an exclamation mark', mangle: (link: string) => base + withLetter(link, '!'), says: 'it has a "!"' },
])('a link with $title is refused with the reason', async ({ mangle, says }) => {
  for (const link of links) {
    const read = await readLink(mangle(link), pack);
    expect(read.ok ? '' : read.problems.join(' ')).toContain(says);
  }
});

test.each([
  ['full stop', (link: string) => `${link}.`],
  ['comma', (link: string) => `${link},`],
  ['brackets', (link: string) => `(${link})`],
  ['angle brackets', (link: string) => `<${link}>`],
  ['underscore', (link: string) => `_${link}_`],
  ['asterisks', (link: string) => `**${link}**`],
  ['tildes', (link: string) => `~~${link}~~`],
  ['quotes', (link: string) => `“${link}”`],
  ['spaces around', (link: string) => `  ${link} \n`],
  ['line break inside', (link: string) => `${link.slice(0, 90)}\n${link.slice(90)}`],
  ['line breaks of Windows', (link: string) => link.replace(/.{72}/g, '$&\r\n')],
  ['lines quoted in mail', (link: string) => `> ${link.replace(/.{72}/g, '$&\n> ')}`],
  ['soft line breaks of mail', (link: string) => link.replace(/.{72}/g, '$&=\r\n')],
  ['space inside', (link: string) => `${link.slice(0, 90)} ${link.slice(90)}`],
  ['percent-encoded once', (link: string) => encodeURIComponent(link)],
  ['percent-encoded twice', (link: string) => encodeURIComponent(encodeURIComponent(link))],
  [
    'every letter percent-encoded',
    (link: string) => [...link].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
  ],
  [
    'behind a mail gateway',
    (link: string) => `https://gate.example/?url=${encodeURIComponent(link)}&amp;data=05%7C01&reserved=0`,
  ],
  ['&amp; and a tracker', (link: string) => `${link}&amp;utm_source=mail`],
  ['words around', (link: string) => `Our report is at ${link} and more is to come.`],
  ['another # after it', (link: string) => `${link} (see issue #12)`],
  ['Markdown', (link: string) => `[our report](${link})`],
  ['HTML', (link: string) => `<a href="${link.replaceAll('&', '&amp;')}">our report</a>`],
  ['invisible marks', (link: string) => `\ufeff${link.slice(0, 80)}\u200b${link.slice(80)}\u00ad`],
  ['direction marks', (link: string) => `\u202a${link.slice(0, 80)}\u2066\u2069${link.slice(80)}\u202c`],
  ['variation selectors', (link: string) => `${link.slice(0, 80)}\ufe0f\u2062\u3164${link.slice(80)}`],
  ['&shy;', (link: string) => `${link.slice(0, 80)}&shy;${link.slice(80)}`],
  [
    '&#8203; and &#x200B;',
    (link: string) => `${link.slice(0, 80)}&#8203;${link.slice(80, 90)}&#x200B;${link.slice(90)}`,
  ],
  ['<wbr>', (link: string) => link.replaceAll(/.{30}/g, '$&<wbr>')],
  ['&#35; for "#"', (link: string) => link.replace('#', '&#35;')],
  ['full-width letters', fullWidth],
  ['a full-width "#"', (link: string) => link.replace('#', '＃')],
  ['a full-width "#", encoded', (link: string) => link.replace('#', encodeURIComponent('＃'))],
  ['hyphens that do not break', (link: string) => link.replaceAll('-', '‑')],
  ['dashes', (link: string) => link.replaceAll('-', '–')],
  ['minus signs and wide underscores', (link: string) => link.replaceAll('-', '−').replaceAll('_', '＿')],
  ['two hyphens corrected to a dash', (link: string) => link.replaceAll('--', '—')],
  ['escaped for Markdown', (link: string) => link.replaceAll(/[-_#]/g, '\\$&')],
  ['line separators', (link: string) => link.replace(/.{72}/g, '$&\u2028')],
  ['Outlook', (link: string) => safeLink(link)],
  ['Outlook, line-broken by mail', (link: string) => `<${safeLink(link).replace(/.{72}/g, '$&=\r\n')}>`],
  ['Outlook, opened and copied', (link: string) => decodeURIComponent(safeLink(link))],
  [
    'Teams',
    (link: string) =>
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=${encodeURIComponent(link)}&locale=en`,
  ],
  ['Slack', (link: string) => `<${link}|our report>`],
  [
    'Proofpoint 2',
    (link: string) =>
      `https://urldefense.proofpoint.com/v2/url?u=${encodeURIComponent(link.replaceAll('-', '%2D').replaceAll('_', '%5F')).replaceAll('%25', '%').replaceAll('%2F', '_').replaceAll('%', '-')}&d=DwMFaQ`,
  ],
  ['Proofpoint 3', (link: string) => `https://urldefense.com/v3/__${link.replace('#', '*')}__;Iw!!abc$`],
  ['"#" as a part of the path', (link: string) => link.replace('#', '%23')],
  ['no "#"', (link: string) => link.replace('#', '')],
  ['no "#", line-broken', (link: string) => link.replace('#', '').replace(/.{72}/g, '$&\n')],
  ['the fragment', (link: string) => link.slice(link.indexOf('#'))],
  ['the bare code', (link: string) => link.slice(link.indexOf('#') + 1)],
])('a link survives: %s', async (_, mangle) => {
  for (const link of links) {
    const read = await readLink(mangle(base + link), pack);
    expect(read).toEqual(await readLink(link, pack));
    expect(read.ok).toBe(true);
  }
});

test('a link survives with hyphens and underscores, whatever a program makes of them', async () => {
  const bodies = Array.from({ length: 400 }, (_, seed) => writeLink(randomAnswers(pack, seed), pack));
  const written = await Promise.all(bodies);
  const marked = written.filter((link) => /--/.test(link)).slice(0, 3);
  expect(marked).toHaveLength(3);
  for (const link of marked) {
    const expected = await readLink(link, pack);
    for (const changed of [link.replaceAll('-', '‑'), link.replaceAll('--', '–'), link.replaceAll(/[-_]/g, '\\$&')])
      expect(await readLink(base + changed, pack)).toEqual(expected);
  }
});

test('readLink(text) refuses two different links, and says how many there are', async () => {
  const [first, second] = links;
  expect(await readLink(`${base}${first} ${base}${second}`, pack)).toMatchObject({
    problems: ['There are 2 different links in this text. Open one at a time.'],
  });
  expect((await readLink(`<a href="${base}${first}">${base}${first}</a>`, pack)).ok).toBe(true);
});

test('a link uses A-Z, a-z, 0-9, - and _ only and ends with a letter or digit', () => {
  for (const link of links) expect(link).toMatch(/^[\w-]*[A-Za-z0-9]$/);
});

test('an address with all answers, targets and context has at most 200 characters; with usual notes, at most 2,000', async () => {
  expect(base.length).toBeGreaterThanOrEqual(60);
  const full = answersBy(pack, () => 4);
  const worst = {
    ...full,
    context: { serving: 'both', userLabels: 'no', highStakes: 'no', models: 'many', teamSize: 'large' } as const,
    answers: full.answers.map(({ item, rev }) => ({ item, rev, state: 'na' as const, reason: 'other' })),
    targets: pack.items.filter(({ kind }) => kind === 'practice').map(({ id }) => ({ item: id, level: 4 })),
  };
  expect((base + (await writeLink(worst, pack))).length).toBeLessThanOrEqual(200);
  const note =
    'We looked at the last five launches and found that two of them had gone out without anybody looking at ';
  const withNotes = {
    ...full,
    answers: full.answers.map((answer, index) => (index % 3 === 0 ? { ...answer, note: note + answer.item } : answer)),
  };
  expect((base + (await writeLink(withNotes, pack, everything))).length).toBeLessThanOrEqual(longestLink);
});

test('writeLink(answers, pack, parts) includes only the texts that the parts name', async () => {
  const answers = { ...randomAnswers(pack, 12), system: 'Ranking', respondent: { role: 'Lead', name: 'Ada' } };
  const withoutTexts = await readLink(await writeLink(answers, pack), pack);
  const text = JSON.stringify(withoutTexts);
  expect(withoutTexts).toMatchObject({ ok: true, value: { system: '', decisions: [], overrides: [] } });
  expect(text).not.toMatch(/"note"|"evidence"|"owner"|Ranking|Lead|Ada|"review"|"at"/);
  const withName = await readLink(await writeLink(answers, pack, { name: true }), pack);
  expect(withName).toMatchObject({ value: { system: 'Ranking', respondent: { role: 'Lead', name: 'Ada' } } });
  expect(JSON.stringify(withName)).not.toMatch(/"note"|"owner"/);
});

test('readLink(text) names the version of a later format and the fingerprint of another pack', async () => {
  expect(await readLink(seal(7, new Uint8Array(40)), pack)).toMatchObject({
    problems: [expect.stringContaining('format version 7; this Trivium reads versions 1 and 2')],
  });
  const body = joinBytes(Uint8Array.of(0x12, 0x34, 0xab, 0xcd), new Uint8Array(30));
  const problem = `fingerprint 1234abcd; this Trivium has version ${pack.version} of "${pack.id}", fingerprint ${pack.fingerprint}`;
  expect(await readLink(seal(1, body), pack)).toMatchObject({ problems: [expect.stringContaining(problem)] });
});

/** A link without answers, with a correct checksum, whose text is the deflated bytes. */
async function linkWith(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  const deflated = new Uint8Array(await new Response(stream).arrayBuffer());
  const print = Uint8Array.from(Buffer.from(pack.fingerprint, 'hex'));
  const fields = new Uint8Array(Math.ceil((1 + 10 + pack.items.length * 3 + 1 + 1) / 8));
  const last = 1 + 10 + pack.items.length * 3 + 1;
  fields[last >> 3] = 1 << (7 - (last & 7));
  return seal(1, joinBytes(print, fields, deflated));
}

test('readLink(text) stops inflating a bomb soon after the limit, and reads an honest text', async () => {
  const bomb = await linkWith(new Uint8Array(6_000_000).fill(32));
  expect(bomb.length).toBeGreaterThan(7000);
  const read = await readLink(bomb, pack);
  expect(read).toMatchObject({ ok: false, problems: [expect.stringContaining('This link is damaged')] });
  const honest = new TextEncoder().encode('{"system":"Ranking"}');
  expect(await readLink(await linkWith(honest), pack)).toMatchObject({ ok: true, value: { system: 'Ranking' } });
  expect(inflatedLimit).toBe(128 * 1024);
});

test.each([
  '{"system":""}',
  '{ "system":"x"}',
  '{"system":"x","extra":1}',
  '{"__proto__":{"system":"x"}}',
  '[]',
  'null',
  '"x"',
  '',
  '{"notes":[[999,"x"]]}',
  '{"notes":[[0,"x"],[0,"y"]]}',
  '{"notes":[[1,"x"],[0,"y"]]}',
  '{"notes":[["0","x"]]}',
  '{"decisions":[[0,"maybe",null,null,null]]}',
  '{"review":"soon"}',
  '{"reasons":[[0,"x"]]}',
  '{"targets":[[0,"x"]]}',
  `{"system":"${'x'.repeat(2001)}"}`,
  '{"notes":[[-1,"x"]]}',
  '{"notes":[[0.5,"x"]]}',
])('readLink(text) refuses texts that writeLink never writes: %s', async (text) => {
  expect((await readLink(await linkWith(new TextEncoder().encode(text)), pack)).ok).toBe(false);
});

test('readLink(text) refuses bytes after the end, and texts that are not UTF-8', async () => {
  expect((await readLink(await linkWith(Uint8Array.of(0xff, 0xfe, 0x22)), pack)).ok).toBe(false);
  const [plain = ''] = links;
  const envelope = unseal(plain);
  if (!envelope.ok) throw new Error(envelope.problems.join(' '));
  expect((await readLink(seal(1, joinBytes(envelope.value.body, Uint8Array.of(0))), pack)).ok).toBe(false);
});

test('readLink(text) carries links of an older released version over', async () => {
  const answers = answersBy(pack, () => 2);
  const link = await writeLink({ ...answers, targets: [{ item: 'fallback-models', level: 4 }] }, pack);
  const items = pack.items.map((item) => (item.id === 'idea-sandbox' ? { ...item, rev: 2 } : item)).toReversed();
  const newer = {
    ...pack,
    version: '3.0.0',
    items: items.map((item) => (item.id === 'fallback-models' ? { ...item, id: 'spare-models' } : item)),
    naReasons: [{ id: 'else', label: 'Else' }],
    migrations: [
      {
        from: pack.version,
        to: '3.0.0',
        items: [{ kind: 'same' as const, from: ['fallback-models'], to: ['spare-models'] }],
      },
    ],
    former: [{ version: pack.version, items: pack.items, naReasons: pack.naReasons }],
  };
  const read = await readLink(link, newer);
  if (!read.ok) throw new Error(read.problems.join(' '));
  expect(read.value.targets).toEqual([{ item: 'spare-models', level: 4 }]);
  expect(read.value.reread).toMatchObject([{ item: 'idea-sandbox', why: 'rev', before: { level: 2 } }]);
  expect(read.value.answers).toHaveLength(pack.items.length - 1);
  expect((await readLink(link, { ...newer, former: [] })).ok).toBe(false);
});
