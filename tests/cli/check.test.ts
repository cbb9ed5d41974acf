import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

// Broken projects, as a contributor has them: the command runs in a copy of the project whose own content is wrong.
let project: string;
const restored = ['content', 'tests/fixtures'];
beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'trivium-project-'));
  for (const name of ['src', 'package.json', 'tsconfig.json'])
    cpSync(name, path.join(project, name), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(project, 'node_modules'), 'junction');
});
beforeEach(() => {
  for (const name of restored) {
    rmSync(path.join(project, name), { recursive: true, force: true });
    cpSync(name, path.join(project, name), { recursive: true });
  }
});
afterAll(() => rmSync(project, { recursive: true }));

/** Replaces a text in a file of the copy; the text has to be there. */
function edit(file: string, find: RegExp, replacement: string) {
  const target = path.join(project, file);
  const text = readFileSync(target, 'utf8');
  expect(text).toMatch(find);
  writeFileSync(
    target,
    text.replace(find, () => replacement),
  );
}

function runInProject(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/trivium.ts', ...args], {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

test('check lists the problems of schemas, syntax, references and texts together, without a stack trace', () => {
  edit('content/pain-points/alert-fatigue.mdx', /^summary:/m, 'sumary:');
  edit('content/pain-points/alert-fatigue.mdx', /<Cite claims="/, '<Cite claims="no-such-claim ');
  edit('content/assessment/questions/validation/leakage-review.yaml', /^title:/m, 'name:');
  edit('content/assessment/questions/validation/leakage-review.yaml', /^claims: \[/m, 'claims: [no-such-source, ');
  edit('content/glossary.yaml', /^/, '} ');
  edit('content/ui/en.yaml', /^/, '} ');
  const { status, out, err } = runInProject('check');
  expect({ status, err }).toEqual({ status: 1, err: '' });
  expect(out).toMatch(/alert-fatigue\.mdx:\d+ summary: It is missing/);
  expect(out).toMatch(/alert-fatigue\.mdx:\d+: There is no claim "no-such-claim"/);
  expect(out).toMatch(/leakage-review\.yaml:\d+ title: It is missing/);
  expect(out).toMatch(/leakage-review\.yaml:\d+ claims\[0\]: There is no claim "no-such-source"/);
  expect(out).toMatch(/glossary\.yaml:1: This cannot be read as YAML/);
  expect(out).toMatch(/ui\/en\.yaml:1: This cannot be read as YAML/);
});

test.each(['score', 'compare'])('%s refuses broken content with its problems, not a stack', (command) => {
  edit('content/pain-points/alert-fatigue.mdx', /^summary:/m, 'sumary:');
  edit('content/ui/en.yaml', /^/, '} ');
  const { status, out, err } = runInProject(command, 'answers.json', ...(command === 'compare' ? ['later.json'] : []));
  expect(status).toBe(3);
  expect(out).toBe('');
  expect(err).not.toMatch(/^\s+at /m);
});

test('check knows permanent ids, stories of signals, crosswalk rows and released packs', () => {
  edit('tests/fixtures/entry-ids.yaml', /velocity-and-validation, /, '');
  edit('tests/fixtures/entry-ids.yaml', /run-layer/, 'walk-layer');
  edit('tests/fixtures/signals.yaml', /id: code-quality/, 'id: code-kindness');
  edit('content/study/frameworks/crosswalk.yaml', /- practice: leakage-review\n(?: {2}.*\n)+/, '');
  edit('content/assessment/migrations.yaml', /\{ id: label-wait, rev: 1 \}/, '{ id: label-wait, rev: 7 }');
  edit('content/assessment/pack.yaml', /- label-live-data\n {2}- label-wait/, '- label-wait\n  - label-live-data');
  const { status, out } = runInProject('check');
  expect(status).toBe(1);
  const problems = [
    'The entry "velocity-and-validation" is not listed. Write its id into tests/fixtures/entry-ids.yaml under tension.',
    'The entry "run-layer" is not listed. Write its id into tests/fixtures/entry-ids.yaml under layer.',
    'There is no layer "walk-layer". Ids are permanent',
    'The signal "code-quality" has no story. Write a story and a near miss into tests/fixtures/signals.yaml.',
    'There is no signal "code-kindness"',
    '"leakage-review" has no row in content/study/frameworks/crosswalk.yaml',
    'was released with other questions. Raise the version, then run npm run release-pack.',
    'Links of version 1.1.0 cannot be opened',
    'Links of version 1.0.0 cannot be opened',
  ];
  for (const problem of problems) expect(out).toContain(problem);
  expect(out).toContain(`${problems.length} problems.`);
});

test('check lists what is still to do apart from problems', () => {
  const version = /^version: .+$/m;
  edit('content/assessment/pack.yaml', version, 'version: 99.0.0');
  edit(
    'content/assessment/pack.yaml',
    /^changelog:\n/m,
    'changelog:\n  - { version: 99.0.0, date: 2030-01-31, text: TODO say it }\n',
  );
  for (const sample of readdirSync('content/samples').filter((name) => name.endsWith('.json')))
    edit(
      `content/samples/${sample}`,
      /("id": "trivium-practices", "version": )"[^"]+"/,
      '"id": "trivium-practices", "version": "99.0.0"',
    );
  const { status, out } = runInProject('check');
  expect(status).toBe(0);
  expect(out).toMatch(/^No problems: /);
  expect(out).toContain('Still to do, 2 in all; the tests fail until it is done:');
  expect(out).toMatch(/content\/assessment\/pack\.yaml:\d+: TODO say it/);
  expect(out).toContain(
    'Version 99.0.0 of the questions is not released. When its texts are done: npm run release-pack.',
  );
});

test('check says which record cannot be read', () => {
  edit('tests/fixtures/entry-ids.yaml', /^/, '} ');
  writeFileSync(path.join(project, 'tests/fixtures/released/pack-9.0.0.json'), '{');
  const { out } = runInProject('check');
  expect(out).toMatch(/tests\/fixtures\/entry-ids\.yaml: It cannot be read: .+ Correct it\./);
  expect(out).toMatch(/tests\/fixtures\/released: It cannot be read: .+ Correct it\./);
});
