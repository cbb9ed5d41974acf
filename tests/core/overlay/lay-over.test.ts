import { expect, test } from 'vitest';
import { assembleContent, formatProblems, parseSource } from '../../../src/build/read-content.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { merge, placeIn } from '../../../src/core/overlay/merge.ts';
import { kb, lay, official, whose } from '../../support/laid-overlay.ts';

// Laying an overlay over the official content: what it may change, what is fixed, and where its faults are.

const problemsOf = (path: string, text: string): string => lay({ [path]: text }).problems;
const [someId = '', some] = [...kb.questions][0] ?? [];
if (!some) throw new Error('There is no question.');
const somePath = `assessment/questions/${some.variable}/${someId}.yaml`;
const otherVariable = some.variable === 'velocity' ? 'validation' : 'velocity';

test('records are laid over key by key, lists of records by their ids, other lists as a whole; null removes', () => {
  const base = { a: { b: 1, c: 2 }, list: [{ id: 'x', n: 1 }, { id: 'y' }], plain: [1, 2], gone: 1 };
  const own = { a: { c: 3 }, list: [{ id: 'x', n: 9 }, { id: 'z' }], plain: [7], gone: null };
  const merged = merge(base, own);
  expect(merged).toEqual({ a: { b: 1, c: 3 }, list: [{ id: 'x', n: 9 }, { id: 'y' }, { id: 'z' }], plain: [7] });
  expect(placeIn(own, merged, ['list', 2, 'id'])).toEqual(['list', 1, 'id']);
  expect(placeIn(own, merged, ['list', 1, 'id'])).toEqual(['list']);
  expect(placeIn(base, merged, ['list', 1, 'id'])).toEqual(['list', 1, 'id']);
});

test('an overlay that only says whose it is gives the same questions, under its own id and without former versions', () => {
  const { kb: laid, problems } = lay({});
  expect(problems).toBe('');
  expect(laid.pack).toMatchObject({ id: 'acme-practices', version: '1.0.0', order: kb.pack?.order });
  expect([laid.migrations, laid.former]).toEqual([[], []]);
  expect(laid.overlay).toMatchObject({ organisation: 'Acme Machine Learning', mark: 'Acme' });
  expect([...(laid.overlay?.changes ?? [])]).toEqual([]);
});

test('weights, moves, targets and constants change where the overlay says so, and nowhere else', () => {
  const { kb: laid, problems } = lay({
    [somePath]: `weight: 3\nmoves: { start: { upkeep: 2 } }\n`,
    'assessment/pack.yaml': 'constants: { moves: { headline: 2 } }\n',
  });
  expect(problems).toBe('');
  expect(laid.questions.get(someId)).toEqual({
    ...some,
    weight: 3,
    moves: { ...some.moves, start: { ...some.moves.start, upkeep: 2 } },
  });
  expect(laid.pack?.constants).toEqual({
    ...kb.pack?.constants,
    moves: { ...kb.pack?.constants.moves, headline: 2 },
  });
  expect(laid.overlay?.changes.get(`questions ${someId}`)).toEqual(['weight', 'moves']);
});

test('an added tool is added, a changed one is changed, and the others stay', () => {
  const [toolId = '', tool] = [...kb.tools][0] ?? [];
  const { kb: laid } = lay({
    'tools.yaml': `tools:\n  - { id: ${toolId}, what: What we run it for }\n  - { id: acme-flow, name: Acme Flow, what: Runs our jobs, url: "https://flow.acme.example" }\n`,
  });
  expect(laid.tools.get(toolId)).toEqual({ ...tool, what: 'What we run it for' });
  expect(laid.tools.get('acme-flow')?.name).toBe('Acme Flow');
  expect(laid.tools.size).toBe(kb.tools.size + 1);
  expect(laid.overlay?.changes.get('tools acme-flow')).toBe('added');
  expect(laid.overlay?.changes.get(`tools ${toolId}`)).toEqual(['what']);
});

test('an optional field set to null is gone; a required one is missed, at the line of the overlay', () => {
  const withReadings = [...kb.questions].find(([, question]) => question.readings.length > 0);
  if (!withReadings) throw new Error('No question has readings.');
  const [id, { variable }] = withReadings;
  const path = `assessment/questions/${variable}/${id}.yaml`;
  expect(lay({ [path]: 'readings: null\n' }).kb.questions.get(id)?.readings).toEqual([]);
  expect(problemsOf(path, '# ours\nweight: null\n')).toContain(`our-pack/${path}:2 weight: `);
});

test.each([
  [
    'the official id',
    'overlay.yaml',
    whose.replace('acme-practices', kb.pack?.id ?? ''),
    'our-pack/overlay.yaml:3 id: "trivium-practices" is the id of the official pack.',
  ],
  ['no version', 'overlay.yaml', whose.replace('version: 1.0.0\n', ''), 'our-pack/overlay.yaml'],
  ['a name too long to follow titles', 'overlay.yaml', whose.replace('mark: Acme\n', ''), 'Add a "mark"'],
  [
    'a V of another name',
    'assessment/pack.yaml',
    'variables: [{ id: velocity, name: Speed, summary: Fast. }]\n',
    'our-pack/assessment/pack.yaml:1 variables: "variables" is fixed',
  ],
  [
    'another stage',
    'assessment/pack.yaml',
    'constants: {}\nstages: []\n',
    'our-pack/assessment/pack.yaml:2 stages: "stages" is fixed',
  ],
  ['the version in the wrong file', 'assessment/pack.yaml', 'version: 9.0.0\n', 'belongs in overlay.yaml'],
  [
    'another V of an official question',
    somePath,
    `variable: ${otherVariable}\n`,
    `our-pack/${somePath}:1 variable: "variable" is fixed in an official question`,
  ],
  [
    'better evidence than the study has',
    somePath,
    `grade: ${some.grade === 'A' ? 'B' : 'A'}\n`,
    'is fixed in an official file',
  ],
  ['other answers under the same revision', somePath, `anchors: [a, b, c, d, e]\n`, `Add "rev: ${some.rev + 1}"`],
  ['a lower revision', somePath, 'rev: 0\n', 'never falls'],
  ['a claim', 'study/claims/2022/9.yaml', 'source: "2022"\n', 'The study is the same in every pack'],
  ['a fourth V', 'variables/vibes.mdx', '---\ntitle: Vibes\n---\nText.\n', 'The three Vs'],
  ['a promise', 'ui/privacy.yaml', '[]\n', 'promises about answers are fixed'],
  [
    'an unknown file',
    'assessment/question/x.yaml',
    'rev: 1\n',
    'our-pack/assessment/question/x.yaml:1: Nothing reads a file of this name. Possible: overlay.yaml',
  ],
  ['a misspelled key', somePath, 'wieght: 2\n', 'The key wieght is not known here; possible: rev, '],
  [
    'two misspelled keys',
    somePath,
    'wieght: 2\ngrad: A\n',
    'The keys wieght and grad are not known here; possible: rev, ',
  ],
  [
    'an unknown sentence',
    'ui/en.yaml',
    'site:\n  licence: Acme\n',
    'our-pack/ui/en.yaml:2 site.licence: There is no sentence "licence" here. Did you mean "licences"?',
  ],
  [
    'a slot that nothing fills',
    'ui/en.yaml',
    'site:\n  name: "{company}"\n',
    'Nothing fills {company} here; possible: none.',
  ],
  ['a sentence that is a number', 'ui/en.yaml', 'site:\n  name: 7\n', 'Found 7; a sentence is a text.'],
  ['broken YAML', 'tools.yaml', 'tools:\n  - id: a: b\n', 'our-pack/tools.yaml:2: This cannot be read as YAML'],
  [
    'a reference to nothing',
    somePath,
    'needs: [no-such-practice]\n',
    `our-pack/${somePath}:1 needs[0]: There is no practice "no-such-practice".`,
  ],
])('%s is refused with its place and what to do', (_, path, text, expected) => {
  expect(problemsOf(path, text)).toContain(expected);
});

test('a problem in the text of an added entry is reported at its line, below blank lines too', () => {
  const entry = '---\ntitle: Ours\nsummary: Ours.\n---\n\n\nA way out: [here](no-such-entry).\n';
  expect(problemsOf('practices/our-way.mdx', entry)).toContain(
    'our-pack/practices/our-way.mdx:7: There is no entry "no-such-entry".',
  );
});

test('an overlay without overlay.yaml is refused, and nothing else of it is called wrong', () => {
  const own = [parseSource(somePath, 'weight: 2\n', 'our-pack')];
  expect(formatProblems(assembleContent(official, { name: 'our-pack', files: own }).problems)).toBe(
    'our-pack/overlay.yaml: It is missing or empty. Add it, with organisation, id, version and changelog, to say whose pack this is.',
  );
});

test('a copy of a whole official file is accepted: it changes nothing', () => {
  const copy = official.find(({ source }) => source.path === somePath)?.source.data;
  const { kb: laid, problems } = lay({ [somePath]: JSON.stringify(copy) });
  expect(problems).toBe('');
  expect(laid.overlay?.changes.size).toBe(0);
});

test('a reworded question keeps its answers apart: it has another revision, in the samples too', () => {
  const { kb: laid, problems } = lay({ [somePath]: `rev: ${some.rev + 1}\nquestion: How is it with us?\n` });
  expect(problems).toBe('');
  if (!laid.pack) throw new Error('There is no pack.');
  expect(packOf({ ...laid, pack: laid.pack }).items.find(({ id }) => id === someId)?.rev).toBe(some.rev + 1);
});
