import { z } from 'zod';
import * as messages from '#messages/content-model.ts';
import { countWords } from '../text/count-words.ts';
import { basisIds, depthIds, layerIds, stageIds, variableIds } from './ids.ts';

// Schemas that several kinds of content use.

export const variable = z.enum(variableIds);
export const stage = z.enum(stageIds);
export const layer = z.enum(layerIds);
export const basis = z.enum(basisIds);
export const depth = z.enum(depthIds);

/** An id: kebab-case, permanent, and the name of the file if there is one for it. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, messages.kebabCase);
/** Text that is not empty. */
export const text = z.string().trim().min(1);

/** Text of at most `limit` words. */
export const words = (limit: number) =>
  text.refine((value) => countWords(value) <= limit, { error: messages.tooManyWords(limit) });

/** A day as content writes it. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, messages.day);

/** The version of a pack. */
export const packVersion = z.string().regex(/^\d+\.\d+\.\d+$/, messages.version);
