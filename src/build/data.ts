import { createHash } from 'node:crypto';
import { citationPath, entryPath, participantPath } from '../app/shared/view-data.ts';
import { type CollectionName, collections } from '../core/data/collections.ts';
import { type DatasetRow, dataPackage, datasetRows, type PackageFile } from '../core/data/dataset.ts';
import type { DataSource } from '../core/data/records.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { pack } from './pack.ts';
import { address, release } from './site.ts';
import { templatePath, templates } from './templates.ts';

const source: DataSource = {
  kb: loadKnowledgeBase(),
  addressOf: {
    entry: (id) => address(entryPath(id)),
    markdown: (id) => address(`/entries/${id}.md`),
    claim: (claim) => address(citationPath({ ...claim, participants: [] })),
    participant: (id) => address(participantPath(id)),
    template: (file) => address(templatePath(file)),
  },
  templateText: (file) => templates.find((template) => template.file === file)?.text ?? '',
};

/** Address of a file of the data, by its path below /api/v1/. */
export const dataAddress = (path: string): string => address(`/api/v1/${path}`);
/** Address of a published JSON Schema of the data. */
export const dataSchemaAddress = (name: string): string => dataAddress(`schema/${name}.json`);

/** The records of every collection, in the order of the table of collections. */
export const recordsByName = Object.fromEntries(
  collections.map(({ name, recordsOf }) => [name, recordsOf(source)]),
) as { [Each in (typeof collections)[number] as Each['name']]: ReturnType<Each['recordsOf']> };

/** A collection as its file holds it. */
export const collectionFile = (name: CollectionName): object => ({
  $schema: dataSchemaAddress(name),
  version: 1,
  collection: name,
  licence: 'CC-BY-4.0',
  records: recordsByName[name],
});

/** Every record, and the pack, as rows of one table. */
const rows: DatasetRow[] = [
  ...collections.flatMap(({ name }) => datasetRows(name, recordsByName[name])),
  { collection: 'pack', id: pack.id, provenance: 'trivium', label: `${pack.id} ${pack.version}`, record: pack },
];

/** Everything as JSON Lines. */
export const datasetLines: string = rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** The size and the hash of a file of the data package. */
export const packageFile = (path: string, format: PackageFile['format'], content: string | Buffer): PackageFile => ({
  path,
  format,
  bytes: Buffer.byteLength(content),
  sha256: createHash('sha256').update(content).digest('hex'),
});

/** The description of the files with everything. */
export const describeDataset = (files: readonly PackageFile[]): object =>
  dataPackage(files, { version: release.version, homepage: address('/api/') });

/** What data there is, with the address of each file and of its schema. */
export const dataIndex = (): object => ({
  name: 'trivium',
  version: 1,
  release: release.version,
  pack: { id: pack.id, version: pack.version, fingerprint: pack.fingerprint },
  licence: 'CC-BY-4.0',
  about: address('/api/'),
  collections: collections.map(({ name }) => ({
    name,
    count: recordsByName[name].length,
    file: dataAddress(`${name}.json`),
    schema: dataSchemaAddress(name),
  })),
  entry: { file: `${dataAddress('entries/')}{id}.json`, schema: dataSchemaAddress('entry') },
  assessment: { file: dataAddress('pack.json'), schema: dataSchemaAddress('pack') },
  dataset: { file: dataAddress('dataset/trivium.jsonl'), description: dataAddress('dataset/datapackage.json') },
  answers: { schema: address('/schema/answers.json') },
  report: { schema: address('/schema/report.json') },
});
