import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const schema = JSON.parse(readFileSync('tests/fixtures/schemas/citation-file-1.2.0.json', 'utf8'));
const fits = new Ajv({ strict: false, validateFormats: false }).compile({ ...schema, $schema: undefined });
const citation = parse(readFileSync('CITATION.cff', 'utf8'));

test('CITATION.cff fits the schema of its format, and names both versions of the study', () => {
  expect(fits(citation), JSON.stringify(fits.errors)).toBe(true);
  expect(citation.version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  const values = citation.references.flatMap(({ identifiers }: { identifiers: { value: string }[] }) =>
    identifiers.map(({ value }) => value),
  );
  expect(values).toEqual(['arXiv:2209.09125', '10.1145/3653697']);
});

test('the schema refuses a citation without authors, and a field it does not know', () => {
  expect(fits({ ...citation, authors: [] })).toBe(false);
  expect(fits({ ...citation, licence: 'x' })).toBe(false);
});
