import { z } from 'zod';
import { constants } from '../model/constants-schema.ts';
import { migrationsFile } from '../model/migrations-schema.ts';
import { packFile } from '../model/pack-schema.ts';
import { contextMatch, signal, tension } from '../model/question-schema.ts';
import { depth, id, layer, packVersion, stage, text, variable } from '../model/vocabulary.ts';

const namedFields = { id, name: text };
const level = z.int().min(0).max(4);

const move = z.strictObject({
  title: text,
  goal: text,
  reaches: level,
  effort: z.enum(['S', 'M', 'L']),
  upkeep: z.number().positive().optional(),
});

const textsOfMoves = z.strictObject({ start: text.optional(), deepen: text.optional() });

const item = z.strictObject({
  id,
  rev: z.int().min(1),
  kind: z.enum(['practice', 'symptom']),
  variable: variable.nullable(),
  stage,
  layers: z.array(layer),
  depth,
  weight: z.number().min(0),
  grade: z.enum(['A', 'B', 'C']),
  moves: z.strictObject({ start: move, deepen: move }).nullable(),
  needs: z.array(id),
  safety: z.boolean(),
  claims: z.array(id),
  title: text,
  short: text.optional(),
  question: text,
  anchors: z.array(text).length(5),
  says: z.array(text).length(5),
  look: z.array(text),
  readings: z.array(
    z.strictObject({
      when: contextMatch,
      question: text.optional(),
      says: z.array(text).length(5).optional(),
      titles: textsOfMoves.optional(),
      goals: textsOfMoves.optional(),
      look: z.array(text).optional(),
    }),
  ),
});

const { kind, title, say, check, visible, requires, helps, claims } = signal.shape;

/** The pack as `trivium questions --format json` prints it: everything that a report is computed from. */
export const packSchema = z.strictObject({
  id,
  version: packVersion,
  fingerprint: z.string().describe('A hash of the ids and revisions of all items, in order. Links name it.'),
  numbers: z.string().optional().describe('In the pack of an organisation: a hash of every number of it.'),
  official: z
    .strictObject({ id, version: z.string(), fingerprint: z.string() })
    .optional()
    .describe('In the pack of an organisation: the official pack under it.'),
  variables: z.array(z.strictObject({ ...namedFields, id: variable })),
  stages: z.array(z.strictObject({ ...namedFields, id: stage })),
  items: z.array(item).describe('In their frozen order.'),
  signals: z.array(
    z.strictObject({
      ...{ id, kind, title, say, check, visible, requires, helps, claims },
      readings: z
        .array(z.strictObject({ when: contextMatch, say: say.optional(), check: check.optional() }))
        .optional()
        .describe('What it says in a context.'),
      indicators: z.array(z.strictObject({ item: id, weight: z.number(), direction: z.enum(['direct', 'inverse']) })),
    }),
  ),
  tensions: z.array(tension.omit({ summary: true, question: true }).extend({ id })),
  targets: packFile.shape.targets,
  naReasons: packFile.shape.naReasons,
  diagnosis: packFile.shape.diagnosis,
  findings: packFile.shape.findings,
  constants,
  migrations: migrationsFile.shape.steps,
  former: migrationsFile.shape.packs,
});
