import type { DataRecord } from './collections.ts';

/** A row of the file with everything. */
export interface DatasetRow {
  collection: string;
  id: string;
  provenance: DataRecord['provenance'];
  /** What a person would call the record: its title, name or statement. */
  label: string;
  record: object;
}

/** The columns of a row, as the description of the data package lists them. */
export const datasetColumns = [
  {
    name: 'collection',
    type: 'string',
    description: 'The kind of record: entries, claims, ..., or "pack" for the whole assessment.',
  },
  { name: 'id', type: 'string', description: 'The id of the record, unique within its collection.' },
  {
    name: 'provenance',
    type: 'string',
    description:
      "study: the authors of the study state it. trivium: Trivium's own work. organisation: added by an organisation to its own edition. mixed: the record marks which of its parts are whose.",
  },
  { name: 'label', type: 'string', description: 'The title, name or statement of the record.' },
  { name: 'record', type: 'object', description: 'The record as its collection has it; its JSON Schema is published.' },
] as const;

/** The fields that may hold what a person would call a record, best first. */
const labelFields = ['title', 'term', 'name', 'statement'];
const labelOf = (record: DataRecord): string =>
  String(
    labelFields.map((field) => Reflect.get(record, field)).find((value) => typeof value === 'string') ?? record.id,
  );

/** The names of the files of the data package. */
export const datasetFiles = { lines: 'trivium.jsonl', parquet: 'trivium.parquet', description: 'datapackage.json' };

/** The rows of one collection. */
export const datasetRows = (collection: string, records: readonly DataRecord[]): DatasetRow[] =>
  records.map((record) => ({
    collection,
    id: record.id,
    provenance: record.provenance,
    label: labelOf(record),
    record,
  }));

/** A file of a data package. */
export interface PackageFile {
  path: string;
  format: 'jsonl' | 'parquet';
  bytes: number;
  /** The SHA-256 of its bytes, in hexadecimal digits. */
  sha256: string;
}

const mediaTypes = { jsonl: 'application/jsonl', parquet: 'application/vnd.apache.parquet' };
/** Parquet has no type for JSON that every reader knows, so there it is a text. */
const fieldsOf = ({ format }: PackageFile) =>
  datasetColumns.map((column) => (format === 'parquet' ? { ...column, type: 'string' } : column));

/**
 * The Frictionless description (datapackage.json) of the file or files with everything.
 * @param about the version of Trivium, and the address of the page about its data
 */
export const dataPackage = (files: readonly PackageFile[], about: { version: string; homepage: string }): object => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'trivium',
  title: 'Trivium: an interview study on running machine learning, as data',
  description:
    'Entries, claims, participants, relations, questions, signals, tensions, templates, tools, glossary, literature and the assessment. Every record says whether the authors of the study state it or whether it is ours.',
  version: about.version,
  homepage: about.homepage,
  licenses: [
    {
      name: 'CC-BY-4.0',
      title: 'Creative Commons Attribution 4.0',
      path: 'https://creativecommons.org/licenses/by/4.0/',
    },
  ],
  contributors: [{ title: 'The Trivium authors', roles: ['author'] }],
  sources: [
    { title: 'Operationalizing Machine Learning: An Interview Study', path: 'https://arxiv.org/abs/2209.09125' },
    { title: 'The later version of the study, CSCW 2024', path: 'https://doi.org/10.1145/3653697' },
  ],
  resources: files.map((file) => ({
    name: `trivium-${file.format}`,
    path: file.path,
    type: 'table',
    format: file.format,
    mediatype: mediaTypes[file.format],
    ...(file.format === 'jsonl' ? { encoding: 'utf-8' } : {}),
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    schema: { fields: fieldsOf(file), primaryKey: ['collection', 'id'] },
  })),
});
