import { beforeAll, expect, test } from 'vitest';
import { joinBytes } from '../../../src/core/link/bits.ts';
import { inflatedLimit } from '../../../src/core/link/deflate.ts';
import { seal, unseal } from '../../../src/core/link/envelope.ts';
import { readLink } from '../../../src/core/link/read-link.ts';
import { makeLinks, pack } from '../../support/link-texts.ts';

let links: string[];
beforeAll(async () => {
  links = await makeLinks();
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
