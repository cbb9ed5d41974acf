import { beforeAll, expect, test } from 'vitest';
import { joinBytes } from '../../../src/core/link/bits.ts';
import { seal, unseal } from '../../../src/core/link/envelope.ts';
import { readLink } from '../../../src/core/link/read-link.ts';
import { base, makeLinks, pack, withoutEnd } from '../../support/link-texts.ts';

let links: string[];
beforeAll(async () => {
  links = await makeLinks();
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

test('readLink(text) refuses two different links, and says how many there are', async () => {
  const [first, second] = links;
  expect(await readLink(`${base}${first} ${base}${second}`, pack)).toMatchObject({
    problems: ['There are 2 different links in this text. Open one at a time.'],
  });
  expect((await readLink(`<a href="${base}${first}">${base}${first}</a>`, pack)).ok).toBe(true);
});

test('readLink(text) names the version of a later format and the fingerprint of another pack', async () => {
  expect(await readLink(seal(7, new Uint8Array(40)), pack)).toMatchObject({
    problems: [expect.stringContaining('format version 7; this Trivium reads versions 1 and 2')],
  });
  const body = joinBytes(Uint8Array.of(0x12, 0x34, 0xab, 0xcd), new Uint8Array(30));
  const problem = `fingerprint 1234abcd; this Trivium has version ${pack.version} of "${pack.id}", fingerprint ${pack.fingerprint}`;
  expect(await readLink(seal(1, body), pack)).toMatchObject({ problems: [expect.stringContaining(problem)] });
});
