import { beforeAll, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { joined } from '../../../src/core/link/bits.ts';
import { inflatedLimit } from '../../../src/core/link/deflate.ts';
import { seal, unseal } from '../../../src/core/link/envelope.ts';
import { longestLink, readLink, writeLink } from '../../../src/core/link/link.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { randomAnswers } from '../../support/random-answers.ts';
import { answersBy } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const base = `https://${'assessment-of-practices'.padEnd(46, 'x')}.org/open/#`;
const everything = { name: true, notes: true, decisions: true };
/** Links of several kinds: without answers, with every answer, with words of all kinds. */
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
  ]);
});

/** What was accepted although it is not the link: the list has to stay empty. */
async function accepted(changed: Iterable<string>): Promise<string[]> {
  const taken: string[] = [];
  for (const text of changed) {
    const read = await readLink(text, pack);
    if (read.ok) taken.push(text);
    else if (!/^This link |^There is no link/.test(read.problems.join(' '))) taken.push(`no sentence: ${text}`);
  }
  return taken;
}

test('every flip of one bit is refused', async () => {
  for (const link of links) {
    const flipped = [...link].flatMap((letter, at) =>
      [1, 2, 4, 8, 16, 32, 64].map(
        (bit) => link.slice(0, at) + String.fromCharCode(letter.charCodeAt(0) ^ bit) + link.slice(at + 1),
      ),
    );
    expect(await accepted(flipped)).toEqual([]);
  }
});

test('every flip of one bit in what the letters stand for is refused', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (const link of links) {
    for (let at = 0; at < link.length - 1; at += 1) {
      for (const bit of [1, 2, 4, 8, 16, 32]) {
        const letter = alphabet[alphabet.indexOf(link[at] ?? '') ^ bit];
        expect(unseal(link.slice(0, at) + letter + link.slice(at + 1)).ok).toBe(false);
      }
    }
  }
});

test('every truncation is refused, at the end and at the beginning', async () => {
  for (const link of links) {
    const ends = [...link].map((_, at) => link.slice(0, at));
    const beginnings = [...link].map((_, at) => link.slice(at + 1));
    expect(await accepted([...ends, ...beginnings])).toEqual([]);
  }
});

test('every change of one letter to any other, every letter left out, doubled or swapped is refused', async () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const [, link = ''] = links;
  const changes = [...link].flatMap((letter, at) => {
    const [before, after] = [link.slice(0, at), link.slice(at + 1)];
    const others = [...letters].filter((other) => other !== letter).map((other) => before + other + after);
    const swapped = before + after.slice(0, 1) + letter + after.slice(1);
    return [...others, before + after, before + letter + letter + after, ...(swapped === link ? [] : [swapped])];
  });
  expect(await accepted(changes)).toEqual([]);
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
    (link: string) => [...link].map((each) => `%${each.charCodeAt(0).toString(16)}`).join(''),
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
  ['the fragment', (link: string) => link.slice(link.indexOf('#'))],
  ['the bare code', (link: string) => link.slice(link.indexOf('#') + 1)],
])('a link survives: %s', async (_, mangle) => {
  for (const link of links) {
    const read = await readLink(mangle(base + link), pack);
    expect(read).toEqual(await readLink(link, pack));
    expect(read.ok).toBe(true);
  }
});

test('a link ends on a letter or digit and uses A-Z, a-z, 0-9, - and _ only', () => {
  for (const link of links) expect(link).toMatch(/^[\w-]*[A-Za-z0-9]$/);
});

test('all answers without texts, with targets and context, stay below 200 characters; with usual notes below 2,000', async () => {
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
  const noted = {
    ...full,
    answers: full.answers.map((answer, at) => (at % 3 === 0 ? { ...answer, note: note + answer.item } : answer)),
  };
  expect((base + (await writeLink(noted, pack, everything))).length).toBeLessThanOrEqual(longestLink);
});

test('texts go along only when they are asked for', async () => {
  const answers = { ...randomAnswers(pack, 12), system: 'Ranking', respondent: { role: 'Lead', name: 'Ada' } };
  const bare = await readLink(await writeLink(answers, pack), pack);
  const text = JSON.stringify(bare);
  expect(bare).toMatchObject({ ok: true, value: { system: '', decisions: [], overrides: [] } });
  expect(text).not.toMatch(/"note"|"evidence"|"owner"|Ranking|Lead|Ada|"review"|"at"/);
  const named = await readLink(await writeLink(answers, pack, { name: true }), pack);
  expect(named).toMatchObject({ value: { system: 'Ranking', respondent: { role: 'Lead', name: 'Ada' } } });
  expect(JSON.stringify(named)).not.toMatch(/"note"|"owner"/);
});

test('a link of a later format names its version, one of another pack its fingerprint', async () => {
  expect(await readLink(seal(7, new Uint8Array(40)), pack)).toMatchObject({
    problems: [expect.stringContaining('format version 7; this Trivium reads version 1')],
  });
  const body = joined(Uint8Array.of(0x12, 0x34, 0xab, 0xcd), new Uint8Array(30));
  const problem = `fingerprint 1234abcd; this Trivium knows ${pack.fingerprint}`;
  expect(await readLink(seal(1, body), pack)).toMatchObject({ problems: [expect.stringContaining(problem)] });
});

/** Packs bytes as the words of a link without answers, with a right checksum. */
async function linkWith(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  const print = Uint8Array.from(Buffer.from(pack.fingerprint, 'hex'));
  const fields = new Uint8Array(Math.ceil((1 + 10 + pack.items.length * 3 + 1 + 1) / 8));
  const last = 1 + 10 + pack.items.length * 3 + 1;
  fields[last >> 3] = 1 << (7 - (last & 7));
  return seal(1, joined(print, fields, packed));
}

test('a bomb stops soon after the limit, and words at the limit are no bomb', async () => {
  const bomb = await linkWith(new Uint8Array(6_000_000).fill(32));
  expect(bomb.length).toBeGreaterThan(7000);
  const read = await readLink(bomb, pack);
  expect(read).toMatchObject({ ok: false, problems: [expect.stringContaining('This link is damaged')] });
  const words = new TextEncoder().encode('{"system":"Ranking"}');
  expect(await readLink(await linkWith(words), pack)).toMatchObject({ ok: true, value: { system: 'Ranking' } });
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
])('words that nobody has written are refused: %s', async (text) => {
  expect((await readLink(await linkWith(new TextEncoder().encode(text)), pack)).ok).toBe(false);
});

test('bytes after the words, or words that are no UTF-8, are refused', async () => {
  expect((await readLink(await linkWith(Uint8Array.of(0xff, 0xfe, 0x22)), pack)).ok).toBe(false);
  const [plain = ''] = links;
  const opened = unseal(plain);
  if (!opened.ok) throw new Error();
  expect((await readLink(seal(1, joined(opened.value.body, Uint8Array.of(0))), pack)).ok).toBe(false);
});

test('links of an older released version are carried over', async () => {
  const answers = answersBy(pack, () => 2);
  const link = await writeLink({ ...answers, targets: [{ item: 'fallback-models', level: 4 }] }, pack);
  const items = pack.items.map((item) => (item.id === 'idea-sandbox' ? { ...item, rev: 2 } : item)).toReversed();
  const newer = {
    ...pack,
    version: '2.0.0',
    items: items.map((item) => (item.id === 'fallback-models' ? { ...item, id: 'spare-models' } : item)),
    naReasons: [{ id: 'else', label: 'Else' }],
    migrations: [
      {
        from: '1.0.0',
        to: '2.0.0',
        items: [{ kind: 'same' as const, from: ['fallback-models'], to: ['spare-models'] }],
      },
    ],
    former: [{ version: pack.version, items: pack.items, naReasons: pack.naReasons }],
  };
  const read = await readLink(link, newer);
  if (!read.ok) throw new Error(read.problems.join(' '));
  expect(read.value.targets).toEqual([{ item: 'spare-models', level: 4 }]);
  expect(read.value.reread).toMatchObject([{ item: 'idea-sandbox', why: 'rev', before: { level: 2 } }]);
  expect(read.value.answers).toHaveLength(49);
  expect((await readLink(link, { ...newer, former: [] })).ok).toBe(false);
});
