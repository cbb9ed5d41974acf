import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { drawArchitecture } from '../tools/architecture/drawing.ts';
import { roomLayers, splitLongEdges, withoutImplied } from '../tools/architecture/layers.ts';
import {
  files,
  type Import,
  importedFile,
  importsOf,
  isWithin,
  packages,
  roomOf,
  rooms,
} from '../tools/architecture/rooms.ts';

const src = path.resolve('src');

/** What touches the outside world, and the only file of src that may do so. */
const browserOnly = /\b(localStorage|sessionStorage|location\.|history\.|navigator\.|document\.cookie)/;

/** The problem of one import, or nothing. */
function problemOf(file: string, found: Import): string[] {
  const { specifier, isType } = found;
  const room = roomOf(file) ?? '';
  const problem = [`src/${file} imports ${specifier}`];
  if (specifier.startsWith('#messages/')) return []; // sentences, from content/
  const target = importedFile(file, found);
  if (target === undefined) return packages[room.split('/')[0] ?? '']?.test(specifier) ? [] : problem;
  const [floor = ''] = file.split('/');
  if (isWithin(target, room) || (isType && isWithin(target, floor))) return [];
  return rooms[room]?.some((allowed) => isWithin(target, allowed)) ? [] : problem;
}

test('src has rooms, and each imports only what it may', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(
    files.filter((file) => roomOf(file) === undefined),
    'These files of src are in no room. Move them into one, or write a new room into tools/architecture/rooms.ts.',
  ).toEqual([]);
  const problems = files.flatMap((file) => importsOf(file).flatMap((each) => problemOf(file, each)));
  expect(
    problems.join('\n'),
    'A room imports only what tools/architecture/rooms.ts allows. Move the code to a room that may; allow more if it has to.',
  ).toBe('');
});

test('the rule itself can fail', () => {
  const value = (file: string, specifier: string) => problemOf(file, { specifier, isType: false });
  const type = (file: string, specifier: string) => problemOf(file, { specifier, isType: true });
  expect(value('core/report/report.ts', '../../app/worker.ts')).toEqual([
    'src/core/report/report.ts imports ../../app/worker.ts',
  ]);
  expect(type('core/report/report.ts', '../../app/worker.ts')).toHaveLength(1);
  expect(value('core/model/pack.ts', '../report/report.ts')).toHaveLength(1);
  expect(type('core/model/pack.ts', '../report/report.ts')).toEqual([]);
  expect(value('app/report/moves/Moves.tsx', '../../compare/Slopes.tsx')).toHaveLength(1);
  expect(value('core/report/report.ts', 'node:fs')).toHaveLength(1);
  expect(value('core/report/report.ts', '../assessment/score.ts')).toEqual([]);
});

/** Files in a circle of imports that remain when the code runs. */
function filesInCircles(): string[] {
  const known = new Set(files);
  const next = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .flatMap((each) => (each.isType ? [] : (importedFile(file, each) ?? [])))
        .filter((target) => known.has(target)),
    ]),
  );
  const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
    (next.get(from) ?? []).some((file) => {
      if (file === goal) return true;
      if (seen.has(file)) return false;
      seen.add(file);
      return reaches(file, goal, seen);
    });
  return files.filter((file) => reaches(file, file));
}

test('no file imports itself through others', () => {
  expect(filesInCircles(), 'These import each other. Move what they share into a file of its own.').toEqual([]);
});

test('only browser.ts touches storage, location and history; offline.ts and delete-data.ts the service worker', () => {
  const touching = files.filter(
    (file) =>
      /^(core|viz|i18n|app|scripts)\//.test(file) && browserOnly.test(readFileSync(path.join(src, file), 'utf8')),
  );
  const allowed = ['app/platform/browser.ts', 'scripts/delete-data.ts', 'scripts/offline.ts'];
  expect(touching, 'These are the files that do.').toEqual(expect.arrayContaining(allowed));
  expect(
    touching.filter((file) => !allowed.includes(file)),
    'Let src/app/platform/browser.ts do it, and pass in what these files need.',
  ).toEqual([]);
});

test('core has no clock and no randomness', () => {
  const pure = files.filter((file) => /^(core|viz)\//.test(file));
  expect(
    pure.filter((file) =>
      /Date\.now|new Date\(|Math\.random|fetch\(|process\./.test(readFileSync(path.join(src, file), 'utf8')),
    ),
    'Pass the day, the numbers or the answer into the functions of these files.',
  ).toEqual([]);
});

/** Code that reads the clock or formats a moment. */
const clock = /new Date\(|Date\.now|\.to(ISO|UTC|GMT|Time|Date|Locale\w*)String\(|DateTimeFormat|getTimezoneOffset/;

test('only browser.ts reads the clock, and only dates.ts formats days and moments', () => {
  const telling = files.filter((file) => clock.test(readFileSync(path.join(src, file), 'utf8')));
  expect(
    telling.toSorted(),
    'Take the time from src/app/platform/browser.ts, and format it with src/i18n/dates.ts.',
  ).toEqual(['app/platform/browser.ts', 'i18n/dates.ts']);
});

test('only keys.ts reads the keys of an event, except that the search box reads named keys itself', () => {
  const keyOfEvent = /\bevent\.(key|code|keyCode|which|isComposing)\b/;
  const reading = files.filter((file) => keyOfEvent.test(readFileSync(path.join(src, file), 'utf8')));
  expect(reading.toSorted(), 'Read keys with src/app/platform/keys.ts.').toEqual([
    'app/platform/keys.ts',
    'app/search/search-box.ts',
  ]);
});

test('no page waits for ever for a script: every import() is in lazy() or inTime()', () => {
  const unbounded = /(?<!inTime\(|module: \(\) => |typeof )\bimport\(['"]/;
  const waiting = files.filter(
    (file) => /^(app|scripts)\//.test(file) && unbounded.test(readFileSync(path.join(src, file), 'utf8')),
  );
  const byItsPage = 'app/worker.ts'; // WorkerClient waits for what it loads
  expect(waiting, 'Load it with src/app/platform/lazy.ts, or wait with inTime().').toEqual([byItsPage]);
});

test('docs/architecture.svg shows what the rooms import', () => {
  const isCurrent = readFileSync('docs/architecture.svg', 'utf8') === drawArchitecture();
  expect(
    isCurrent,
    'The imports between rooms have changed. Run "npm run architecture", and look at the picture.',
  ).toBe(true);
});

const graphOf = (edges: Record<string, string[]>) =>
  new Map(Object.entries(edges).map(([node, nexts]): [string, Set<string>] => [node, new Set(nexts)]));

test('the picture has each room above those that it imports, and no arrow that others imply', () => {
  const graph = graphOf({ page: ['app', 'core'], app: ['core', 'i18n'], cli: ['core'], i18n: ['core'], core: [] });
  expect(roomLayers(graph)).toEqual([['core'], ['cli', 'i18n'], ['app'], ['page']]);
  const reduced = withoutImplied(graph);
  expect(Object.fromEntries([...reduced].map(([node, nexts]) => [node, [...nexts]]))).toEqual({
    page: ['app'],
    app: ['i18n'],
    cli: ['core'],
    i18n: ['core'],
    core: [],
  });
  for (const draw of [roomLayers, withoutImplied])
    expect(() => draw(graphOf({ a: ['b', 'c'], b: ['a'], c: [] }))).toThrow('a, b, a');
});

test('a long arrow of the picture passes every layer between', () => {
  const { graph, layers } = splitLongEdges(graphOf({ a: ['b', 'd'], b: ['c'], c: ['d'], d: [] }));
  expect(layers.map((layer) => layer.length)).toEqual([1, 2, 2, 1]);
  expect([...(graph.get('a') ?? [])]).toEqual(['b', 'a>d>2']);
  expect([...(graph.get('a>d>1') ?? [])]).toEqual(['d']);
});
