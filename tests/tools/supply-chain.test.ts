import { execSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { billOfMaterials, lockedPackages } from '../../tools/astro/sbom.mjs';

interface Job {
  permissions?: Record<string, string>;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}
const folder = '.github/workflows';
const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(path.join(folder, file), 'utf8');
  return { file, text, workflow: parse(text) as Workflow };
});
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${file}: ${name}`, job })),
);

/** What is wrong with one line of a workflow that uses an action; nothing where it is pinned and says what it is. */
const pinProblem = (line: string): string[] =>
  /^\s*(?:- )?uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line) ? [] : [line.trim()];

test('every action is pinned to a commit and names its version', () => {
  const uses = workflows.flatMap(({ text }) => text.split('\n').filter((line) => /\buses:/.test(line)));
  expect(uses.length).toBeGreaterThan(8);
  expect(uses.flatMap(pinProblem)).toEqual([]);
  const commits = new Map<string, Set<string>>();
  for (const line of uses) {
    const [, action = '', commit = ''] = /uses: ([\w.-]+\/[\w.-]+)[^@]*@(\w+)/.exec(line) ?? [];
    commits.set(action, (commits.get(action) ?? new Set()).add(commit));
  }
  expect([...commits].filter(([, each]) => each.size > 1)).toEqual([]);
  expect(pinProblem('  - uses: actions/checkout@v6')).toEqual(['- uses: actions/checkout@v6']);
});

test('workflows may read only; a job that may more is one of those that publish or report', () => {
  expect(workflows.map(({ file }) => file).toSorted()).toEqual(['ci.yml', 'codeql.yml', 'pages.yml']);
  expect(workflows.filter(({ workflow }) => JSON.stringify(workflow.permissions) !== '{"contents":"read"}')).toEqual(
    [],
  );
  const writing = jobs.flatMap(({ name, job }) =>
    Object.entries(job.permissions ?? {}).flatMap(([right, kind]) =>
      kind === 'read' ? [] : [`${name} ${right} ${kind}`],
    ),
  );
  expect(writing.toSorted()).toEqual([
    'codeql.yml: analyze security-events write',
    'pages.yml: deploy id-token write',
    'pages.yml: deploy pages write',
  ]);
});

test('no workflow runs foreign code with our rights, or puts foreign text into a shell', () => {
  expect(
    workflows
      .flatMap(({ workflow }) => Object.keys(workflow.on))
      .filter((on) => /pull_request_target|workflow_run/.test(on)),
  ).toEqual([]);
  const steps = jobs.flatMap(({ job }) => job.steps);
  expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.length).toBe(3);
  expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
});

test('SECURITY.md says how to report, and updates of packages, actions and images are asked for', () => {
  expect(readFileSync('SECURITY.md', 'utf8')).toContain('Report a vulnerability');
  expect(readFileSync('README.md', 'utf8')).toContain('SECURITY.md');
  const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8'));
  const kinds = updates.map((each: { 'package-ecosystem': string }) => each['package-ecosystem']);
  expect(kinds).toEqual(['npm', 'github-actions', 'docker']);
});

test('files that SECURITY.md and the notes on deployment name exist', () => {
  const named = ['SECURITY.md', 'deploy/README.md'].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/`((?:src|tests|tools|deploy|public)\/[\w./-]+)`/g)].map(
      ([, name = '']) => name,
    ),
  );
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !existsSync(name))).toEqual([]);
});

test('at most eight packages are needed to build, none runs a script when it is installed', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(8);
  expect(readFileSync('tools/run.mjs', 'utf8')).toMatch(/flags = \[[^\]]*'--ignore-scripts'/);
});

/** Licences whose terms we keep: of what is in the browser's files, and of what only builds them. */
const passedOn = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'];
const forBuilding = [
  ...passedOn,
  'BlueOak-1.0.0',
  'CC0-1.0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'LGPL-3.0-or-later',
];

test('the licence of every package is one of those whose terms we keep', () => {
  const packages = lockedPackages();
  expect(packages.length).toBeGreaterThan(200);
  const parts = ({ licence }: { licence: string }) => licence.replace(/[()]/g, '').split(/ (?:AND|OR) /);
  expect(packages.filter((each) => !parts(each).every((part) => forBuilding.includes(part)))).toEqual([]);
  const weighty = packages.filter((each) =>
    parts(each).some((part) => !passedOn.includes(part) && part.startsWith('LGPL')),
  );
  expect(weighty.filter(({ name }) => !/^@img\/sharp/.test(name))).toEqual([]); // optional, and never in the output
});

/** The bill of materials that npm makes of the same lock, without what differs each time and what we leave out. */
function npmBill(labels: ReadonlySet<string>) {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--include', 'dev'];
  const bill = JSON.parse(execSync(`npm ${args.join(' ')}`, { encoding: 'utf8', maxBuffer: 2 ** 26 }));
  const isNeeded = (ref: string) => labels.has(ref) || ref === bill.metadata.component['bom-ref'];
  return {
    components: bill.components
      .filter((each: Component) => isNeeded(each['bom-ref']))
      .map(({ externalReferences: _, ...each }: Component) => each),
    dependencies: bill.dependencies
      .filter(({ ref }: Dependencies) => isNeeded(ref))
      .map(({ ref, dependsOn }: Dependencies) => ({ ref, dependsOn: dependsOn.filter(isNeeded).toSorted() })),
  };
}
interface Component {
  'bom-ref': string;
  externalReferences?: unknown;
}
interface Dependencies {
  ref: string;
  dependsOn: string[];
}

test('the bill of materials says what npm says of the same lock', () => {
  const { components, dependencies } = billOfMaterials();
  const ours = [...components, ...dependencies];
  const theirs = npmBill(new Set(components.map((each) => each['bom-ref'])));
  expect(components.length).toBeGreaterThan(200);
  expect(ours).toEqual(expect.arrayContaining([...theirs.components, ...theirs.dependencies]));
  expect(ours).toHaveLength(theirs.components.length + theirs.dependencies.length);
});

test('the bill of materials is complete, and names no time and no place of download', () => {
  const bill = billOfMaterials();
  const listed = bill.components.map(({ name, version }: { name: string; version: string }) => `${name} ${version}`);
  expect(listed.toSorted()).toEqual(
    lockedPackages()
      .map(({ name, version }) => `${name} ${version}`)
      .toSorted(),
  );
  expect(listed.filter((each: string) => /^(zod|preact|lunr|astro|d3|uqr|yaml) /.test(each))).toHaveLength(7);
  expect(JSON.stringify(bill).match(/https?:\/\/[^/"]+/g)).toEqual(['http://cyclonedx.org']);
  expect(bill).not.toHaveProperty('serialNumber');
  expect(bill.metadata).not.toHaveProperty('timestamp');
});
