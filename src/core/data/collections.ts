import { z } from 'zod';
import { packSchema } from './pack-schema.ts';
import * as schemas from './record-schemas.ts';
import * as records from './records.ts';

/** What every record has. */
export interface DataRecord {
  id: string;
  provenance: 'study' | 'trivium' | 'organisation' | 'mixed';
}

/** A kind of published records: its name, the schema of a record, and where the records come from. */
interface Collection {
  name: string;
  record: z.ZodType;
  recordsOf(source: records.DataSource): DataRecord[];
}

/** Everything that is published as records. A new kind is a new row. */
export const collections = [
  { name: 'entries', record: schemas.entryRecord, recordsOf: records.entryRecords },
  { name: 'claims', record: schemas.claimRecord, recordsOf: records.claimRecords },
  { name: 'participants', record: schemas.participantRecord, recordsOf: records.participantRecords },
  { name: 'relations', record: schemas.relationRecord, recordsOf: records.relationRecords },
  { name: 'questions', record: schemas.questionRecord, recordsOf: records.questionRecords },
  { name: 'signals', record: schemas.signalRecord, recordsOf: records.signalRecords },
  { name: 'tensions', record: schemas.tensionRecord, recordsOf: records.tensionRecords },
  { name: 'templates', record: schemas.templateRecord, recordsOf: records.templateRecords },
  { name: 'tools', record: schemas.toolRecord, recordsOf: records.toolRecords },
  { name: 'glossary', record: schemas.termRecord, recordsOf: records.termRecords },
  { name: 'literature', record: schemas.literatureRecord, recordsOf: records.literatureRecords },
] as const satisfies readonly Collection[];

export type CollectionName = (typeof collections)[number]['name'];

/** The file of a collection: its records, with what they are. */
const collectionSchema = (name: string, record: z.ZodType) =>
  z.strictObject({
    $schema: z.url(),
    version: z.literal(1),
    collection: z.literal(name),
    licence: z.literal('CC-BY-4.0'),
    records: z.array(record),
  });

const withSchema = { $schema: z.url() };

/** The schema of every kind of file: one for each collection, for a single entry, and for the pack. */
export const dataSchemas = {
  ...(Object.fromEntries(collections.map(({ name, record }) => [name, collectionSchema(name, record)])) as Record<
    CollectionName,
    ReturnType<typeof collectionSchema>
  >),
  entry: schemas.entryRecord.extend(withSchema),
  pack: packSchema.extend(withSchema),
};

/** Removes the ban on further fields, since fields may be added within a version. */
const allowMoreFields = ({ jsonSchema }: { jsonSchema: { additionalProperties?: unknown } }): void => {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
};

/**
 * A zod schema as the JSON Schema that is published.
 * @param id its address, which becomes `$id`
 */
export const publishedSchema = (schema: z.ZodType, id: string, title: string): object => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { override: allowMoreFields });
  return { $schema, $id: id, title, ...rest };
};
