import { expect, test } from 'vitest';
import { pack } from '../../../src/build/pack.ts';
import { readAnswers } from '../../../src/core/link/read-answers.ts';
import { writeLink } from '../../../src/core/link/write-link.ts';
import { openText } from '../../../src/core/proposals/open-file.ts';
import { hostileTexts } from '../../support/hostile.ts';
import { generateTeam } from '../../support/teams.ts';

const { id: item, rev } = pack.items[0] as (typeof pack.items)[number];
const proposals = {
  format: 'trivium-proposals',
  version: 1,
  pack: { id: pack.id, version: pack.version },
  source: { kind: 'person', name: 'Ann' },
  items: [{ item, rev, reasons: [{ says: 'A "trivium-answers" file', file: 'a.json' }] }],
};
const team = generateTeam(pack, 3);

test('openText(text) tells proposals from answers, in whatever form they come', async () => {
  expect(await openText(`\ufeff ${JSON.stringify(proposals)}`, pack)).toEqual({
    ok: true,
    value: { kind: 'proposals', proposals, lost: [] },
  });
  const quoted = { ...team, stakes: 'a "trivium-proposals" file' };
  for (const text of [
    JSON.stringify(team),
    JSON.stringify(quoted),
    `https://x.example/open/#${await writeLink(team, pack, {})}`,
  ])
    expect(await openText(text, pack)).toMatchObject({ ok: true, value: { kind: 'answers', lost: [] } });
});

test('a damaged proposals file is opened without its damaged parts, a hopeless one refused', async () => {
  const torn = { ...proposals, items: [...proposals.items, { item: 'no-such', rev: 1 }] };
  expect(await openText(JSON.stringify(torn), pack)).toMatchObject({
    ok: true,
    value: { proposals, lost: [{ about: 'no-such' }] },
  });
  const later = await openText(JSON.stringify({ ...proposals, version: 2 }), pack);
  expect(later).toMatchObject({
    ok: false,
    problems: ['version: Found 2; this Trivium reads version 1. Use a newer Trivium.'],
  });
});

test('where only answers are read, a proposals file is called what it is', async () => {
  const read = await readAnswers(JSON.stringify(proposals), pack);
  expect(read).toMatchObject({
    ok: false,
    problems: [expect.stringMatching(/^This is a proposals file: .* Open it /)],
  });
});

test('hostile text in a proposals file stays text', async () => {
  for (const says of hostileTexts()) {
    const hostile = { ...proposals, items: [{ item, rev, reasons: [{ says, file: 'a.json' }] }] };
    expect(await openText(JSON.stringify(hostile), pack)).toEqual({
      ok: true,
      value: { kind: 'proposals', proposals: hostile, lost: [] },
    });
  }
});

test('files that are neither are refused with a sentence', async () => {
  for (const text of ['', '{', '"trivium-proposals"', '["trivium-proposals"]', 'a,b\n"trivium-proposals",1'])
    expect(await openText(text, pack)).toMatchObject({ ok: false, problems: [expect.stringMatching(/\.$/)] });
});
