import { expect, test } from 'vitest';
import { assembleContent, parseContent, parseSource } from '../../../src/build/read-content.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { readLink } from '../../../src/core/link/read-link.ts';
import { writeLink } from '../../../src/core/link/write-link.ts';
import { type Pack, packOf } from '../../../src/core/model/pack.ts';
import { prepareOwnRelease } from '../../../tools/tasks/prepare-release.ts';

// Links and files of the official pack and of an overlay never mix.
const official = parseContent('content');

/** The pack of an overlay with these files over the official content; the official pack without any. */
function packWith(files?: Record<string, string>): Pack {
  const own = files && {
    name: 'our-pack',
    files: Object.entries(files).map(([path, text]) => parseSource(path, text, 'our-pack')),
  };
  const { kb, problems } = assembleContent(official, own);
  if (!kb.pack || problems.length > 0) throw new Error(problems[0]?.message ?? 'There is no pack.');
  return packOf({ ...kb, pack: kb.pack });
}

const whose = (id: string, version = '1.0.0'): string =>
  `organisation: Acme\nid: ${id}\nversion: ${version}\nchangelog: [{ version: ${version}, date: 2026-11-29, text: First. }]\n`;
const ours = packWith();
const acme = packWith({ 'overlay.yaml': whose('acme-practices') });
const [first] = ours.items.filter(({ kind }) => kind === 'practice');
if (!first) throw new Error('There is no practice.');

const answersTo = (pack: Pack): Answers => ({
  format: 'trivium-answers',
  version: 1,
  pack: { id: pack.id, version: pack.version },
  system: '',
  context: {},
  answers: [{ item: first.id, rev: first.rev, state: 'level', level: 2 }],
  targets: [],
  decisions: [],
  overrides: [],
});

test('the fingerprint of an overlay covers its id, its weights and its constants', () => {
  const weight = `assessment/questions/${first.variable}/${first.id}.yaml`;
  const prints = [
    ours,
    acme,
    packWith({ 'overlay.yaml': whose('other-practices') }),
    packWith({ 'overlay.yaml': whose('acme-practices'), [weight]: 'weight: 2.5\n' }),
    packWith({
      'overlay.yaml': whose('acme-practices'),
      'assessment/pack.yaml': 'constants: { moves: { safety: 1.9 } }\n',
    }),
  ].map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(prints.length);
});

test('the fingerprint of an overlay covers which practices help against a signal: the plan counts them', () => {
  const signal = ours.signals.find(({ helps }) => helps.length > 1);
  if (!signal) throw new Error('No signal has several practices that help.');
  const changed = packWith({
    'overlay.yaml': whose('acme-practices'),
    [`assessment/signals/${signal.id}.yaml`]: `helps: [${signal.helps.slice(1).join(', ')}]\n`,
  });
  expect(changed.fingerprint).not.toBe(acme.fingerprint);
});

test('a text that no score depends on leaves the fingerprint as it is', () => {
  const why = `assessment/questions/${first.variable}/${first.id}.yaml`;
  expect(packWith({ 'overlay.yaml': whose('acme-practices'), [why]: 'why: Because we say so.\n' }).fingerprint).toBe(
    acme.fingerprint,
  );
});

test('each pack opens its own link and refuses that of the other, which is named if it is known', async () => {
  const ownLink = await writeLink(answersTo(acme), acme);
  const officialLink = await writeLink(answersTo(ours), ours);
  expect(await readLink(ownLink, acme)).toMatchObject({ ok: true, value: { pack: { id: 'acme-practices' } } });
  expect(await readLink(officialLink, acme)).toEqual({
    ok: false,
    problems: [
      `This link holds answers to the pack "${ours.id}", version ${ours.version}; this Trivium has version 1.0.0 of "acme-practices", fingerprint ${acme.fingerprint}. Open it with the Trivium that wrote it.`,
    ],
  });
  expect(await readLink(ownLink, ours)).toMatchObject({
    ok: false,
    problems: [expect.stringContaining(`a pack with fingerprint ${acme.fingerprint}`)],
  });
});

test('each pack refuses the file of the other and says which pack it belongs to', () => {
  for (const [pack, other] of [
    [ours, acme],
    [acme, ours],
  ] as const) {
    const parsed = parseAnswers(answersTo(other), pack);
    const problem = parsed.ok ? '' : parsed.problems.join();
    expect(problem).toContain(`"${other.id}"`);
    expect(problem).toContain(`"${pack.id}"`);
  }
});

test('once a version is released, its links open in a later one with other questions and numbers', async () => {
  const link = await writeLink(answersTo(acme), acme);
  const own = `assessment/questions/${first.variable}/${first.id}.yaml`;
  const later = (migrations: string) =>
    packWith({
      'overlay.yaml': whose('acme-practices', '1.1.0'),
      'assessment/migrations.yaml': migrations,
      [own]: `weight: 2.5\nrev: ${first.rev + 1}\n`,
    });
  expect(await readLink(link, later('steps: []\n'))).toMatchObject({ ok: false });
  const released = prepareOwnRelease(acme)?.migrations ?? '';
  const pack = later(released);
  const hint = { item: first.id, before: { level: 2 } };
  expect(await readLink(link, pack)).toMatchObject({
    ok: true,
    value: { pack: { id: 'acme-practices', version: '1.1.0' }, reread: [hint] },
  });
  const again = later(prepareOwnRelease(pack, released)?.migrations ?? '');
  expect(again.migrations).toMatchObject([
    { from: '1.0.0', to: '1.1.0', items: [{ kind: 'reworded', from: [first.id], to: [first.id] }] },
  ]);
  expect(again.former.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
  expect(await readLink(link, again)).toMatchObject({ ok: true, value: { reread: [hint] } });
  expect(prepareOwnRelease(again, '')).toBeUndefined();
});
