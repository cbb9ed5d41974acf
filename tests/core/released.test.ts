import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { openAnswers } from '../../src/core/answers/migrate.ts';
import { parseAnswers } from '../../src/core/answers/parse-answers.ts';
import { readLink } from '../../src/core/link/read-link.ts';
import { fingerprint, type PackOutline, packOf } from '../../src/core/model/pack.ts';
import { answersOf } from '../support/teams.ts';

// Files and packs as they were released. They never change and must always open. Each new version adds its own.
const folder = 'tests/fixtures/released';
const read = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
const first: PackOutline = read('pack-1.0.0.json');
const today = packOf(loadKnowledgeBase());
const released = readdirSync(folder).filter((name) => name.startsWith('pack-'));

test('answers-1.json opens with the values it had', () => {
  const file = read('answers-1.json');
  const parsed = parseAnswers(file, first);
  expect(parsed).toEqual({ ok: true, value: file });
  if (!parsed.ok) return;
  const { answers, ...rest } = parsed.value;
  expect(answers).toHaveLength(50);
  expect(answers[0]).toEqual({
    item: 'label-live-data',
    rev: 1,
    state: 'level',
    level: 0,
    note: 'From the log of launches; "weekly" since May.',
    evidence: { kind: 'measured', url: 'https://example.org/launches', date: '2026-11-01' },
    at: '2026-11-23T10:00:00.000Z',
  });
  expect(
    Object.fromEntries(
      Map.groupBy(answers, ({ state }) => state)
        .entries()
        .map(([key, list]) => [key, list.length]),
    ),
  ).toEqual({
    level: 47,
    dk: 1,
    na: 1,
    unanswered: 1,
  });
  expect(answers[7]).toMatchObject({ state: 'na', reason: 'no-such-part' });
  expect(answers[11]).toMatchObject({ state: 'unanswered', note: 'Left for Thursday.' });
  expect(rest).toEqual({
    format: 'trivium-answers',
    version: 1,
    pack: { id: 'trivium-practices', version: '1.0.0' },
    system: 'Ranking',
    date: '2026-11-23',
    respondent: { role: 'ML engineer', name: 'Ada' },
    scope: { boundary: 'Model, features and labels.', lastChange: 'The launch of 3 November.' },
    context: { serving: 'online', userLabels: 'partly', highStakes: 'no', models: 'few', teamSize: 'small' },
    targets: [
      { item: 'label-live-data', level: 4, reason: 'It blocks us.' },
      { item: 'environment-parity', level: 2 },
    ],
    decisions: [
      { practice: 'start-ideas-with-collaborators', decision: 'do', owner: 'Ada', due: '2027-01-15', reason: 'Cheap.' },
      { practice: 'idea-sandbox', decision: 'later' },
      { practice: 'prefer-small-changes', decision: 'no', reason: 'Not ours.' },
    ],
    overrides: [{ signal: 'alert-fatigue', reason: 'We looked; it is not so.' }],
    review: '2027-02-01',
  });
});

test.each([
  'answers-1.json',
  'draft-1.json',
  'answers-2.json',
])('%s opens with the pack of today, and nothing of it is lost', (name) => {
  const file = read(name);
  const opened = openAnswers(file, today);
  if (!opened.ok) throw new Error(opened.problems.join('\n'));
  const { answers, targets, decisions, overrides, reread = [], setAside } = opened.value;
  const kept = [...answers, ...reread.map(({ before }) => before), ...(setAside?.answers ?? [])];
  const said = ({ item: _, ...rest }: { item: string }) => JSON.stringify(Object.entries(rest).toSorted());
  const found = new Set(kept.map(said));
  expect(file.answers.filter((answer: { item: string }) => !found.has(said(answer)))).toEqual([]);
  expect(targets.length + (setAside?.targets.length ?? 0)).toBe(file.targets.length);
  expect(decisions.length + (setAside?.decisions.length ?? 0)).toBe(file.decisions.length);
  expect(overrides.length + (setAside?.overrides.length ?? 0)).toBe(file.overrides.length);
});

test.each(released)('every answer to %s is carried over to the pack of today', (name) => {
  const pack: PackOutline = read(name);
  const all = answersOf(
    pack,
    pack.items.map(({ id, rev }) => ({ item: id, rev, state: 'dk', note: id })),
  );
  const opened = openAnswers({ ...all, overrides: pack.signals.map(({ id }) => ({ signal: id, reason: 'r' })) }, today);
  if (!opened.ok) throw new Error(opened.problems.join('\n'));
  const { answers, reread = [], setAside } = opened.value;
  const notes = new Set(
    [...answers, ...reread.map(({ before }) => before), ...(setAside?.answers ?? [])].map(({ note }) => note),
  );
  expect(notes).toEqual(new Set(pack.items.map(({ id }) => id)));
});

test('a released pack never changes without a new version, and the current version is released', () => {
  expect(released, `Version ${today.version} is not released. When its texts are done: npm run release-pack`).toContain(
    `pack-${today.version}.json`,
  );
  for (const name of released) {
    const pack: PackOutline & { fingerprint: string } = read(name);
    expect(fingerprint(pack.items), `${name} was changed. Bring back how it was released.`).toBe(pack.fingerprint);
    if (pack.version === today.version)
      expect(
        today.fingerprint,
        'Questions differ from those released. Raise "version" in content/assessment/pack.yaml: npm run release-pack',
      ).toBe(pack.fingerprint);
  }
});

interface GoldenLink {
  what: string;
  link: string;
  answers: object;
}
test.each<GoldenLink>(read('links-1.json'))('links-1.json: the link $what opens to the answers it had', async ({
  link,
  answers,
}) => {
  const pack = { ...first, naReasons: today.naReasons, former: [] };
  expect(await readLink(link, pack)).toEqual({ ok: true, value: answers });
  expect(await readLink(link, today)).toMatchObject({ ok: true }); // carried over, once there is a newer version
});

test.each<GoldenLink>(read('links-2.json'))('links-2.json: the link $what opens to the answers it had', async ({
  link,
  answers,
}) => {
  const second: PackOutline = read('pack-2.0.0.json');
  const pack = { ...second, naReasons: today.naReasons, former: [] };
  expect(await readLink(link, pack)).toEqual({ ok: true, value: answers });
  expect(await readLink(link, today)).toMatchObject({ ok: true });
});

test('answers-2.json opens with what is at stake, the kind of model, and how far four people were apart', () => {
  const file = read('answers-2.json');
  expect(parseAnswers(file, read('pack-2.0.0.json'))).toEqual({ ok: true, value: file });
  expect(file).toMatchObject({
    context: { model: 'hosted', teamSize: 'alone' },
    group: { people: 4, version: '2.0.0' },
  });
  expect(openAnswers(file, today)).toMatchObject({ ok: true, value: { stakes: file.stakes } });
});

test('links to every released pack can be read', () => {
  const readable = [today, ...today.former].map(({ items }) => fingerprint(items));
  for (const name of released)
    expect(
      readable,
      `Links of ${name} do not open. "packs" in content/assessment/migrations.yaml needs it: npm run release-pack`,
    ).toContain(read(name).fingerprint);
});
