import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectionFile, datasetLines, recordsByName } from '../../../src/build/data.ts';
import { collections, dataSchemas, publishedSchema } from '../../../src/core/data/collections.ts';

type Json = { [key: string]: unknown };

/** Every field of a JSON Schema with its type: `records[].id: string`. */
function fieldsOf(schema: Json, at = ''): string[] {
  const variants = [...((schema['anyOf'] ?? []) as Json[]), ...((schema['oneOf'] ?? []) as Json[])];
  const below = [
    ...Object.entries((schema['properties'] ?? {}) as Record<string, Json>).flatMap(([name, field]) =>
      fieldsOf(field, at === '' ? name : `${at}.${name}`),
    ),
    ...(schema['items'] ? fieldsOf(schema['items'] as Json, `${at}[]`) : []),
    ...variants.flatMap((variant) => fieldsOf(variant, at)),
  ];
  const type = schema['type'] ?? (schema['const'] === undefined ? undefined : typeof schema['const']);
  return [...(type === undefined || at === '' ? [] : [`${at}: ${type}`]), ...below];
}
const fieldsByFile = Object.fromEntries(
  Object.entries(dataSchemas).map(([name, schema]) => [
    name,
    [...new Set(fieldsOf(publishedSchema(schema, 'https://x.example/', name) as Json))].toSorted(),
  ]),
);

test('every record fits its schema, without a field that the schema does not name', () => {
  for (const { name } of collections) {
    const { error } = dataSchemas[name].safeParse(collectionFile(name));
    expect([name, error?.issues.slice(0, 3)]).toEqual([name, undefined]);
  }
});

test('no field of version 1 is removed, renamed or of another type', () => {
  const file = 'tests/fixtures/released/data-1.json';
  const released: Record<string, string[]> = JSON.parse(readFileSync(file, 'utf8'));
  const lost = Object.entries(released).flatMap(([name, fields]) =>
    fields.filter((field) => !fieldsByFile[name]?.includes(field)).map((field) => `${name} ${field}`),
  );
  expect(lost, 'these fields are promised for as long as /api/v1/ exists; bring them back').toEqual([]);
  const added = Object.entries(fieldsByFile).flatMap(([name, fields]) =>
    fields.filter((field) => !released[name]?.includes(field)).map((field) => `${name} ${field}`),
  );
  expect(added, `these fields are new; add them to ${file}, and they are promised, too`).toEqual([]);
});

test('an entry says which words are ours', () => {
  const entry = recordsByName.entries.find(({ id }) => id === 'alert-fatigue');
  expect(entry?.text.some(({ provenance, claims }) => provenance === 'study' && claims.length > 0)).toBe(true);
  const ours = recordsByName.entries.flatMap(({ text }) => text.filter(({ provenance }) => provenance === 'trivium'));
  expect(ours.length).toBeGreaterThan(0);
  for (const { text } of recordsByName.entries)
    for (const { markdown } of text) expect(markdown).not.toMatch(/<\/?(Ours|Cite|Sides|Side)\b|\*\*Our reading/);
});

test('a claim lists exactly the entries that cite it', () => {
  const citing = new Map<string, Set<string>>();
  for (const { id, text, variables, figures, changed } of recordsByName.entries) {
    const claims = [
      ...text.flatMap((part) => part.claims),
      ...variables.flatMap((variable) => variable.claims),
      ...figures.map(({ claim }) => claim),
      ...(changed?.claims ?? []),
    ];
    for (const claim of claims) citing.set(claim, (citing.get(claim) ?? new Set()).add(id));
  }
  for (const { id, entries } of recordsByName.claims)
    expect([id, [...entries].toSorted()]).toEqual([id, [...(citing.get(id) ?? [])].toSorted()]);
});

test('the file with everything holds no answers of anyone', () => {
  expect(datasetLines).not.toContain('trivium-answers');
  expect(collections.map(({ name }) => name)).not.toContain('samples');
});
