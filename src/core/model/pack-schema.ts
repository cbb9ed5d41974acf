import { z } from 'zod';
import * as messages from '#messages/content-model.ts';
import { constants } from './constants-schema.ts';
import { type ContextField, contextValues, sentenceIds, situationIds } from './ids.ts';
import type { migrationsFile } from './migrations-schema.ts';
import {
  contextMatch,
  type practiceQuestion,
  type signal,
  type symptomQuestion,
  type tension,
} from './question-schema.ts';
import { day, id, layer, packVersion, stage, text, variable, words } from './vocabulary.ts';

const described = { id, name: text, summary: words(40) };
const option = z.strictObject({ value: text, label: text });

/** What the report says first. Forms have {slots}; a form counts only if all its slots can be filled. */
const diagnosis = z.strictObject({
  /** Every situation of `situationIds`, in this order: the first that fits decides. */
  situations: z
    .array(
      z.strictObject({
        id: z.enum(situationIds),
        /** Forms of the headline; the first that can be filled and is short enough counts. */
        headline: z.array(text).min(1),
        /** Sentences about the three Vs; the report says all that can be filled. */
        clauses: z.array(z.strictObject({ role: z.enum(['holds', 'hurts', 'unknown']), text })).default([]),
        /** What to do if there is no move. */
        first: text.optional(),
      }),
    )
    .refine((list) => situationIds.every((situation) => list.filter(({ id }) => id === situation).length === 1), {
      error: messages.situations(situationIds.join(', ')),
    }),
  /** Sentences of other parts, by name. */
  sentences: z.record(z.enum(sentenceIds), text),
});

/** content/assessment/pack.yaml. */
export const packFile = z.strictObject({
  id,
  version: packVersion,
  variables: z.array(z.strictObject({ ...described, id: variable })).length(3),
  stages: z.array(z.strictObject({ ...described, id: stage })).length(4),
  layers: z.array(z.strictObject({ ...described, id: layer })).length(4),
  diagnosis,
  /** Plain facts that follow from an answer at a level or below, each in a sentence. */
  findings: z.array(z.strictObject({ id, item: id, level: z.int().min(0).max(4), text: words(30) })),
  /** Coded reasons for "does not apply". The order is frozen: links hold their index, in four bits. */
  naReasons: z
    .array(z.strictObject({ id, label: text }))
    .min(1)
    .max(14),
  context: z.array(
    z.strictObject({
      id: z.enum(Object.keys(contextValues) as [ContextField]),
      question: words(25),
      options: z.array(option).min(2),
    }),
  ),
  /** Targets that a context presets, with the reason that the team sees. */
  targets: z.array(
    z.strictObject({ when: contextMatch, items: z.array(id).min(1), level: z.int().min(0).max(4), reason: words(40) }),
  ),
  constants,
  /** What each version changed for teams, newest first. The current version has an entry. */
  changelog: z.array(z.strictObject({ version: packVersion, date: day, text: words(60) })).min(1),
  /** The frozen order of all items. Links and files of this pack depend on it. */
  order: z.array(id).min(1),
});

/** The numbers of the assessment. */
export type Constants = z.output<typeof constants>;
/** How questions changed from one version of the pack to a later one. */
export type MigrationStep = z.output<typeof migrationsFile>['steps'][number];
/** An older released version of the pack. */
export type FormerPack = z.output<typeof migrationsFile>['packs'][number];
export type PackFile = z.output<typeof packFile>;
export type PracticeQuestion = z.output<typeof practiceQuestion>;
export type SymptomQuestion = z.output<typeof symptomQuestion>;
export type Signal = z.output<typeof signal>;
export type Tension = z.output<typeof tension>;
