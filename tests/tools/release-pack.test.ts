import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { fingerprint, type Pack, packOf } from '../../src/core/model/pack.ts';
import { changesBetween, prepareRelease, releasedPack } from '../../tools/tasks/prepare-release.ts';
import { exampleOverlay } from '../../tools/tasks/test-builds.mjs';

const today = packOf(loadKnowledgeBase());
const text = readFileSync('content/assessment/migrations.yaml', 'utf8');
const [first, second, third, ...rest] = today.items;
if (!first || !second || !third) throw new Error('Three questions are needed.');

/** Today's pack with one question reworded, one retired and one added, under a later version. */
const items = [{ ...first, rev: first.rev + 1 }, third, ...rest, { ...second, id: 'brand-new' }];
const next: Pack = { ...today, version: '99.0.0', items, fingerprint: fingerprint(items) };

test('a release keeps the pack, reads the links of the one before, and carries its answers over', () => {
  const release = prepareRelease(next, [releasedPack(today)], text);
  const written = parse(release?.migrations ?? '');
  const before = parse(text);
  expect(written.steps.slice(0, -1)).toEqual(before.steps);
  expect(written.steps.at(-1)).toEqual({
    from: today.version,
    to: '99.0.0',
    items: [
      { kind: 'reworded', from: [first.id], to: [first.id] },
      { kind: 'added', from: [], to: ['brand-new'] },
      { kind: 'retired', from: [second.id], to: [] },
    ],
  });
  expect(written.packs.slice(0, -1)).toEqual(before.packs);
  expect(fingerprint(written.packs.at(-1).items)).toBe(today.fingerprint);
  expect(written.packs.at(-1)).toMatchObject({
    version: today.version,
    naReasons: today.naReasons.map(({ id }) => ({ id })),
  });
  expect(release?.pack).toMatchObject({ version: '99.0.0', fingerprint: next.fingerprint, migrations: written.steps });
});

test('a release leaves every line of the migrations as it was', () => {
  const lines = new Set(prepareRelease(next, [releasedPack(today)], text)?.migrations.split('\n'));
  expect(text.split('\n').filter((line) => !lines.has(line))).toEqual([]);
});

test('a release starts lists that are empty or missing', () => {
  for (const empty of ['steps: []\npacks: []\n', 'steps: []\n', '# none yet\n']) {
    const written = parse(prepareRelease(next, [releasedPack(today)], empty)?.migrations ?? '');
    expect([written.steps.length, written.packs.length], empty).toEqual([1, 1]);
  }
});

test('a release with the same questions, or whose step is written already, adds no step', () => {
  const same = { ...today, version: '99.0.0' };
  expect(prepareRelease(same, [releasedPack(today)], text)).toMatchObject({ migrations: text, changes: [] });
  const step = { from: today.version, to: '99.0.0', items: [] };
  const release = prepareRelease({ ...next, migrations: [step] }, [releasedPack(today)], text);
  expect(parse(release?.migrations ?? '').steps).toEqual(parse(text).steps);
});

test('a version is released once, and follows the latest one before it', () => {
  expect(prepareRelease(today, [releasedPack(today)], text)).toBeUndefined();
  const older = { ...releasedPack(today), version: '0.9.0', items: [] };
  const release = prepareRelease(next, [older, releasedPack(today)], text);
  expect(parse(release?.migrations ?? '').steps.at(-1).from).toBe(today.version);
});

test('the same questions have not changed', () => {
  expect(changesBetween(today.items, today.items)).toEqual([]);
});

test('with an overlay, a release lists its version there and leaves the official pack alone', () => {
  const overlay = mkdtempSync(path.join(tmpdir(), 'trivium-overlay-'));
  try {
    cpSync(exampleOverlay.TRIVIUM_OVERLAY, overlay, { recursive: true });
    const run = () =>
      spawnSync(process.execPath, ['tools/tasks/release-pack.ts'], {
        encoding: 'utf8',
        env: { ...process.env, TRIVIUM_OVERLAY: overlay },
      });
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('Wrote version 1.0.0 into') });
    const { packs } = parse(readFileSync(path.join(overlay, 'assessment/migrations.yaml'), 'utf8'));
    expect(packs).toMatchObject([{ version: '1.0.0', numbers: expect.stringMatching(/^[0-9a-f]{8}$/) }]);
    expect(run()).toMatchObject({ status: 1, stdout: expect.stringMatching(/Raise "version" in .*overlay\.yaml/) });
    expect(readFileSync('content/assessment/migrations.yaml', 'utf8')).toBe(text);
  } finally {
    rmSync(overlay, { recursive: true });
  }
});
