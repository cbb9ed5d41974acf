import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { overlayFolder } from '../../src/build/overlay.ts';
import { parseCsv } from '../support/csv.ts';

// The templates in content/templates/, with those of an overlay over them: each belongs to one practice, and works as it
// stands.

const folder = 'content/templates';
const ownFolder = path.join(overlayFolder()?.path ?? '', 'templates');
const ownFiles = overlayFolder() && existsSync(ownFolder) ? readdirSync(ownFolder) : [];
const files = [...new Set([...readdirSync(folder), ...ownFiles])].toSorted();
const pathOf = (file: string) => `${ownFiles.includes(file) ? ownFolder : folder}/${file}`;
const kb = loadKnowledgeBase();
const named = [...kb.entries.values()].flatMap(({ id, kind, template }) => (template ? [{ id, kind, template }] : []));
const read = (file: string) => readFileSync(pathOf(file), 'utf8');
const ofType = (type: string) => files.filter((file) => file.endsWith(`.${type}`));

test('each template belongs to exactly one practice, and each practice names a file that exists', () => {
  expect(
    named.map(({ template }) => template.file).toSorted(),
    'Name each file of content/templates under "template" of one practice, with "file", "title" and "use".',
  ).toEqual(files);
  expect(
    named.filter(({ kind }) => kind !== 'practice').map(({ id }) => id),
    'These are not practices. Name templates only in practices.',
  ).toEqual([]);
});

test('at least 24 practices have a template', () => {
  expect(named.length).toBeGreaterThanOrEqual(24);
});

test.each(files)('%s is complete enough to use, and ours says under which licence', (file) => {
  const text = read(file);
  expect(text.trim().split('\n').length, 'lines, so that it can be used as it stands').toBeGreaterThanOrEqual(10);
  if (!ownFiles.includes(file)) expect(text).toContain('CC BY 4.0, Trivium');
  expect(text).not.toMatch(/lorem ipsum|\bTODO\b|\bTBD\b/i);
});

describe('SQL', () => {
  test.each(ofType('sql'))('%s runs in DuckDB and returns rows', async (file) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const reader = await connection.runAndReadAll(read(file));
    expect(reader.getRows().length).toBeGreaterThan(0);
    connection.closeSync();
  });
});

describe('YAML', () => {
  test.each(ofType('yaml'))('%s parses', (file) => {
    for (const document of parseAllDocuments(read(file))) {
      expect(document.errors).toEqual([]);
      expect(document.toJS()).toBeTypeOf('object');
    }
  });
});

describe('CSV', () => {
  test.each(ofType('csv'))('%s has as many fields in every row as in its first', (file) => {
    const rows = parseCsv(read(file).replace(/^#.*\n/gm, ''));
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });
});

// None of ours is TypeScript; an overlay's may be.
describe.skipIf(ofType('ts').length === 0)('TypeScript', () => {
  test.each(ofType('ts'))('%s has no type errors', (file) => {
    const program = ts.createProgram([pathOf(file)], {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2023,
    });
    const problems = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
    expect(problems).toEqual([]);
  });
});

// A machine for the gate has Node and npm, and may lack Python.
const hasPython = spawnSync('python3', ['--version']).status === 0;
describe.skipIf(!hasPython)('Python, where it is installed', () => {
  test.each(ofType('py'))('%s compiles', (file) => {
    const check = 'import ast, sys; ast.parse(open(sys.argv[1], encoding="utf-8").read())';
    execFileSync('python3', ['-c', check, pathOf(file)]);
  });
});
