import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

// The data of the built site, checked by a validator that is not ours against the schemas that the site publishes.
const root = 'dist/api/v1';
const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const filesBelow = (folder: string) => readdirSync(path.join(root, folder)).filter((file) => file.endsWith('.json'));
/** The file of an address on the site. */
const fileOf = (address: string) => path.join('dist', new URL(address).pathname.replace(/\/$/, '/index.html'));

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
const schemas = filesBelow('schema').map((name) => read(`schema/${name}`));
for (const schema of schemas) ajv.addSchema(schema);
const index = read('index.json');
const names: string[] = index.collections.map(({ name }: { name: string }) => name);
type Records = { id: string; [field: string]: unknown }[];
const recordsOf = (name: string): Records => read(`${name}.json`).records;
const idsOf = (name: string) => new Set(recordsOf(name).map(({ id }) => id));

/** What a validator finds in a file that names its schema. */
function problemsOf(file: string): string[] {
  const data = read(file);
  const validate = ajv.getSchema(data.$schema);
  if (!validate) return [`${file}: there is no schema ${data.$schema}`];
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${file}${instancePath} ${message}`);
}

describe('the data of the site', () => {
  test('every file fits the schema that it names, and every schema is at its own address', () => {
    const files = [
      ...names.map((name) => `${name}.json`),
      'pack.json',
      ...filesBelow('entries').map((x) => `entries/${x}`),
    ];
    expect(files.flatMap(problemsOf)).toEqual([]);
    for (const { $id } of schemas) expect(JSON.parse(readFileSync(fileOf($id), 'utf8')).$id).toBe($id);
    for (const name of ['answers', 'report'])
      expect(fileOf(JSON.parse(readFileSync(`dist/schema/${name}.json`, 'utf8')).$id)).toBe(`dist/schema/${name}.json`);
  });

  test('the schemas refuse what is wrong, and accept a field that is added later', () => {
    const schema = ajv.getSchema(read('claims.json').$schema);
    const [claim] = recordsOf('claims');
    const file = (record: object) => ({ ...read('claims.json'), records: [record] });
    expect(schema?.(file({ ...claim, later: 1 }))).toBe(true);
    expect(schema?.(file({ ...claim, participants: 'P1' }))).toBe(false);
    expect(schema?.(file({ ...claim, provenance: 'trivium' }))).toBe(false);
  });

  test('the index counts the records, and every address in the data leads to a file', () => {
    for (const { name, count } of index.collections) expect([name, recordsOf(name).length]).toEqual([name, count]);
    const texts = [
      readFileSync(`${root}/index.json`, 'utf8'),
      ...names.map((name) => readFileSync(`${root}/${name}.json`, 'utf8')),
    ];
    const addresses = texts.flatMap((text) =>
      [...text.matchAll(/https:\/\/trivium\.example(\/[^"#) \\]*)/g)].map(([, at]) => at ?? ''),
    );
    expect(addresses.length).toBeGreaterThan(500);
    const missing = [...new Set(addresses)].filter(
      (at) => !at.includes('{id}') && !existsSync(fileOf(`https://x${at}`)),
    );
    expect(missing).toEqual([]);
  });

  test('every id that a record names belongs to a record', () => {
    const all = Object.fromEntries(names.map((name) => [name, idsOf(name)]));
    const targets: [string, string, (record: never) => string[]][] = [
      ['entries', 'claims', ({ text }: { text: { claims: string[] }[] }) => text.flatMap(({ claims }) => claims)],
      ['entries', 'tools', ({ ours }: { ours: { tools: string[] } }) => ours.tools],
      [
        'entries',
        'entries',
        ({ ours }: { ours: { relations: { to: string }[] } }) => ours.relations.map(({ to }) => to),
      ],
      ['entries', 'literature', ({ literature }: { literature: string[] }) => literature],
      ['claims', 'participants', ({ participants }: { participants: string[] }) => participants],
      ['claims', 'entries', ({ entries }: { entries: string[] }) => entries],
      ['relations', 'entries', ({ from, to }: { from: string; to: string }) => [from, to]],
      ['questions', 'claims', ({ claims }: { claims: string[] }) => claims],
      [
        'signals',
        'questions',
        ({ indicators }: { indicators: { item: string }[] }) => indicators.map(({ item }) => item),
      ],
      ['glossary', 'entries', ({ entries }: { entries: string[] }) => entries],
      ['templates', 'entries', ({ practice }: { practice: string }) => [practice]],
    ];
    for (const [from, to, idsIn] of targets) {
      const ids = recordsOf(from).flatMap((record) => idsIn(record as never));
      expect([from, to, ids.filter((id) => !all[to]?.has(id))]).toEqual([from, to, []]);
      expect(ids.length).toBeGreaterThan(0);
    }
  });

  test('the data package describes the file with everything, byte for byte', () => {
    const description = read('dataset/datapackage.json');
    const profile = JSON.parse(readFileSync('tests/fixtures/schemas/datapackage-2.0.json', 'utf8'));
    const fits = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false }).compile({
      ...profile,
      $schema: undefined,
    });
    expect(fits(description), JSON.stringify(fits.errors)).toBe(true);
    expect(fits({ ...description, resources: [{ path: 'x' }] })).toBe(false);
    const [resource] = description.resources;
    const bytes = readFileSync(path.join(root, 'dataset', resource.path));
    expect(bytes.length).toBe(resource.bytes);
    expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(resource.hash);
    const rows = bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const fields = resource.schema.fields.map(({ name }: { name: string }) => name);
    for (const row of rows) expect(Object.keys(row)).toEqual(fields);
    const keys = rows.map((row) => `${row.collection} ${row.id}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(rows.length).toBe(index.collections.reduce((sum: number, { count }: { count: number }) => sum + count, 1));
    for (const name of names)
      expect(rows.filter(({ collection }) => collection === name).map(({ record }) => record)).toEqual(recordsOf(name));
  });

  test('no visitor keeps the data offline, except for the page about it', () => {
    const worker = readFileSync('dist/sw.js', 'utf8');
    expect(worker).not.toContain('"api/v1/');
    expect(worker).toContain('"api/"');
  });
});
