import { z } from 'zod';

/** The three Vs of the 2022 study, in the order in which the study names them. */
export const variableIds = ['velocity', 'validation', 'versioning'] as const;
/** The four tasks of the MLOps loop. */
export const stageIds = [
  'data-collection-labeling',
  'experimentation',
  'evaluation-deployment',
  'monitoring-response',
] as const;
/** The four layers of the MLOps stack, top to bottom. */
export const layerIds = ['run', 'pipeline', 'component', 'infrastructure'] as const;
/** Whether the authors say it or we concluded it. */
export const basisIds = ['stated', 'inferred'] as const;
/** The three tensions between two Vs. */
export const tensionEntryIds = [
  'velocity-and-validation',
  'validation-and-versioning',
  'velocity-and-versioning',
] as const;
/** Quick check, or all questions. */
export const depthIds = ['quick', 'full'] as const;

export const variable = z.enum(variableIds);
export const stage = z.enum(stageIds);
export const layer = z.enum(layerIds);
export const basis = z.enum(basisIds);
export const depth = z.enum(depthIds);

export type VariableId = z.output<typeof variable>;
export type StageId = z.output<typeof stage>;
export type LayerId = z.output<typeof layer>;
export type Depth = z.output<typeof depth>;

/** An id: kebab-case, permanent, the name of the file that holds the thing. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is written in kebab-case.');
/** Text that is there. */
export const text = z.string().trim().min(1);

/** Counts words as a reader would. */
export const countWords = (value: string): number => value.split(/\s+/).filter(Boolean).length;

/** Text of at most `limit` words. */
export const words = (limit: number) =>
  text.refine((value) => countWords(value) <= limit, { error: `At most ${limit} words may stand here; shorten it.` });

/** A day as content writes it. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'A day is written 2026-11-24.');
