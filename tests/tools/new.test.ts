import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readProjectRecords } from '../../src/build/project-records.ts';
import { assembleContent, formatProblems, parseContent, parseSource } from '../../src/build/read-content.ts';
import { findProjectProblems, recordPaths } from '../../src/core/check/project-problems.ts';
import { stageIds, variableIds } from '../../src/core/model/ids.ts';
import { filesFor } from '../../tools/scaffold/additions.ts';
import type { Project } from '../../tools/scaffold/project.ts';
import { checkRequest, type Request, type Thing } from '../../tools/scaffold/request.ts';

// Additions to the project's content: what `npm run new` writes, for each thing that it can add. The files stay in memory.
const parsed = parseContent('content');
const { records } = readProjectRecords('.');
/** The files written so far, by path; what is not here is as in the project. */
let written = new Map<string, string>();
beforeEach(() => {
  written = new Map();
});

const textOf = (file: string): string | undefined =>
  written.get(file) ?? (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
const writtenYaml = (file: string) => parse(textOf(file) ?? '');

/** The project with what was written, and everything that `trivium check` calls a problem in it. */
function readProject(): { project: Project; problems: string } {
  const changed = [...written]
    .filter(([file]) => file.startsWith('content/'))
    .map(([file, text]) => parseSource(file.replace('content/', ''), text));
  const paths = new Set(changed.map(({ source }) => source.path));
  const { kb, problems } = assembleContent([...parsed.filter(({ source }) => !paths.has(source.path)), ...changed]);
  if (!kb.pack) throw new Error('There is no pack.');
  const stories: { id: string }[] = writtenYaml(recordPaths.signalCases).signals;
  const after = {
    ...records,
    permanentIds: writtenYaml(recordPaths.permanentIds),
    signalCases: stories.map(({ id }) => id),
  };
  return {
    project: { kb: { ...kb, pack: kb.pack }, records: after, read: textOf, today: '2030-01-31' },
    problems: formatProblems([...problems, ...findProjectProblems(kb, after)]),
  };
}
const unchanged = readProject().project;
const readKb = () => readProject().project.kb;
const problems = () => readProject().problems;

const request = (thing: Thing, id: string, options: Request['options'] = {}, claims: string[] = []): Request => ({
  thing,
  id,
  options,
  claims,
});

/** Adds something, and returns the files that were written, with the lines that they lost. */
function add(wish: Request): { files: string[]; lost: string[] } {
  const project = written.size === 0 ? unchanged : readProject().project;
  const checked = checkRequest(wish, project);
  if (!checked.ok) throw new Error(checked.problems.join('\n'));
  const files = filesFor(checked.value, project);
  const lost = [...files].flatMap(([file, text]) => {
    const lines = new Set(text.split('\n'));
    return (project.read(file) ?? '').split('\n').filter((line) => !lines.has(line));
  });
  for (const [file, text] of files) written.set(file, text);
  return { files: [...files.keys()], lost };
}

const claims = [...unchanged.kb.claims.keys()].slice(0, 2);
const [variable, stage] = [variableIds[1], stageIds[0]];
const question = request('question', 'brand-new', { variable, stage }, claims);
const symptom = request('symptom', 'seen-anew', { stage }, claims);
const signal = request(
  'signal',
  'new-trouble',
  { kind: 'pain-point', symptom: 'seen-anew', practice: 'brand-new' },
  claims,
);

describe.each(['practice', 'pain-point', 'anti-pattern', 'opportunity', 'finding'])('an entry: %s', (kind) => {
  test('is valid, has a permanent id, and is visibly unfinished', () => {
    const { files } = add(request('entry', 'brand-new', { kind, variable, stage }, claims));
    expect(files).toHaveLength(2);
    expect(problems()).toBe('');
    expect(readProject().project.records.permanentIds?.[kind]).toContain('brand-new');
    expect(textOf(files[0] ?? '')?.match(/\bTODO\b/g)?.length).toBeGreaterThan(5);
  });
});

test.each(
  stageIds,
)('a practice question comes last in its stage, with entry, crosswalk row and answers: %s', (place) => {
  add({ ...question, options: { variable, stage: place } });
  expect(problems()).toBe('');
  const kb = readKb();
  expect(kb.pack.order.filter((id) => id !== 'brand-new')).toEqual(unchanged.kb.pack.order);
  const stageOf = (id: string) => (kb.questions.get(id) ?? kb.symptoms.get(id))?.stage;
  expect(kb.pack.order.findLast((id) => stageOf(id) === place)).toBe('brand-new');
  expect(kb.entries.get('brand-new')).toMatchObject({ kind: 'practice' });
  expect(kb.crosswalk.has('brand-new')).toBe(true);
  const answersTo = (data: unknown) => (data as { answers: { item: string }[] }).answers.map(({ item }) => item);
  for (const data of kb.sampleAnswers.values()) expect(answersTo(data)).toEqual(kb.pack.order);
});

test('files keep every line and comment, except the version that a new question raises', () => {
  const { version } = unchanged.kb.pack;
  const { lost } = add(question);
  const inPlace = (line: string) => line.includes(version) || line.startsWith('practice: [');
  const lastAnswer = (line: string) => /^ {4}\{"item"/.test(line);
  expect(lost.filter((line) => !inPlace(line) && !lastAnswer(line))).toEqual([]);
  expect(textOf('content/assessment/pack.yaml')).toContain('# experimentation\n');
});

test('the first question after a release raises the version, and the second does not', () => {
  const released = unchanged.kb.pack;
  add(question);
  const { version, changelog } = readKb().pack;
  expect(version.split('.').map(Number)).toEqual(
    released.version.split('.').map((part, index) => (index === 1 ? Number(part) + 1 : Number(part))),
  );
  expect(changelog.map((change) => change.version)).toEqual([version, ...released.changelog.map((old) => old.version)]);
  add(symptom);
  expect(readKb().pack.version).toBe(version);
  expect(problems()).toBe('');
});

test('a symptom question needs no entry', () => {
  const { files } = add(symptom);
  expect(problems()).toBe('');
  expect(files.filter((file) => file.endsWith('.mdx'))).toEqual([]);
});

test('a signal between new questions comes with its entry and a story', () => {
  for (const wish of [question, symptom, signal]) add(wish);
  expect(problems()).toBe('');
  const { kb, records: after } = readProject().project;
  expect(kb.entries.get('new-trouble')).toMatchObject({ kind: 'pain-point', stages: [stage] });
  expect(after.signalCases).toContain('new-trouble');
});

test('a question and a signal take over the entry that they explain', () => {
  add(request('entry', 'brand-new', { kind: 'practice', variable, stage }, claims));
  const { files } = add({ ...question, claims: [] });
  expect(files.filter((file) => file.endsWith('.mdx'))).toEqual([]);
  expect(readKb().questions.get('brand-new')?.claims).toEqual(claims);
  expect(problems()).toBe('');
});

test.each(['md', 'sql', 'yaml', 'csv', 'py', 'ts'])('a template ending in .%s is named by its practice', (type) => {
  add(question);
  add(request('template', `for-copying.${type}`, { practice: 'brand-new' }));
  expect(problems()).toBe('');
  expect(readKb().entries.get('brand-new')?.template?.file).toBe(`for-copying.${type}`);
});

test('a rule joins the others of its file', () => {
  const before = [...unchanged.kb.lookRules.keys()];
  add(request('rule', 'brand-new-rule', { question: 'leakage-review', file: 'evaluation' }));
  expect(problems()).toBe('');
  expect([...readKb().lookRules.keys()].toSorted()).toEqual([...before, 'brand-new-rule'].toSorted());
});

test.each<[string, Request, string]>([
  ['an id with capitals', { ...question, id: 'Brand New' }, '"Brand New" is not an id. Use small letters and digits'],
  ['an id of an entry', { ...symptom, id: 'leakage-review' }, '"leakage-review" is the id of the practice in content/'],
  ['an id of a symptom', { ...question, id: 'label-wait' }, 'is the id of content/assessment/symptoms/label-wait.yaml'],
  ['a question that exists', { ...question, id: 'leakage-review' }, 'Ids are permanent and used once; choose another.'],
  ['an entry of another kind', { ...question, id: 'alert-fatigue' }, 'the pain-point in content/pain-points/'],
  ['no stage', { ...symptom, options: {} }, '--stage is missing: it names the stage. Possible: data-collection'],
  ['a mistyped V', { ...question, options: { variable: 'validaton', stage } }, 'Did you mean "validation"?'],
  ['no claims', { ...question, claims: [] }, '--claims is missing: it names the claims of the study'],
  [
    'an unknown claim',
    { ...question, claims: ['alert-fatige'] },
    'There is no claim "alert-fatige". Did you mean "alert',
  ],
  ['a layer as an entry', request('entry', 'x', { kind: 'layer', variable, stage }, claims), '--kind is "layer"'],
  [
    'a template without ending',
    request('template', 'notes', { practice: 'brand-new' }),
    '"notes" is not a name for a template',
  ],
  [
    'a template that exists',
    request('template', 'slo.yaml', { practice: 'x' }),
    'slo.yaml exists already. Choose another',
  ],
  [
    'a practice with a template',
    request('template', 'new.md', { practice: 'leakage-review' }),
    'not a practice without a template',
  ],
  [
    'a rule about nothing',
    request('rule', 'x', { question: 'nothing-at-all', file: 'evaluation' }),
    'which is not a question',
  ],
])('refuses %s with a sentence', (_, wish, sentence) => {
  const checked = checkRequest(wish, unchanged);
  expect(checked.ok ? [] : checked.problems.join('\n')).toContain(sentence);
});

test('a former question keeps its id, and every problem is named at once', () => {
  const former = [{ version: '0.1.0', items: [{ id: 'long-gone', rev: 1 }], naReasons: [{ id: 'other' }] }];
  const wish = request('symptom', 'long-gone', { stage: 'nowhere' }, []);
  const checked = checkRequest(wish, { ...unchanged, kb: { ...unchanged.kb, former } });
  expect(checked).toMatchObject({ ok: false, problems: { length: 3 } });
  expect(checked.ok ? '' : checked.problems[0]).toContain('"long-gone" is the id of a question of version 0.1.0.');
});
