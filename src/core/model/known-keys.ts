import type { z } from 'zod';
import * as messages from '#messages/problem.ts';
import { replaceControls } from '../text/printable.ts';
import { choices, describeIssue, type SchemaIssue, show, valueAt } from './problem.ts';

/** The parts of a schema's definition that lead to its keys. */
interface Definition {
  shape?: Record<string, Schema>;
  innerType?: Schema;
  element?: Schema;
  valueType?: Schema;
  options?: readonly Schema[];
  in?: Schema;
}
type Schema = z.ZodType & { def: Definition };

/** The schemas behind a schema: what may be absent, is one of several, or is refined. */
function inside(schema: Schema): Schema[] {
  const { innerType, options, in: input } = schema.def;
  const next = [...(options ?? []), ...(innerType ? [innerType] : []), ...(input ? [input] : [])];
  return next.length > 0 ? next.flatMap(inside) : [schema];
}

function schemasAt(schema: Schema, path: readonly PropertyKey[]): Schema[] {
  const [step, ...rest] = path;
  const here = inside(schema);
  if (step === undefined) return here;
  return here.flatMap(({ def: { shape, element, valueType } }) => {
    const next = shape?.[String(step)] ?? element ?? valueType;
    return next ? schemasAt(next, rest) : [];
  });
}

/** The keys that a schema knows at a place of its data; empty if none are known by name. */
const knownKeys = (schema: z.ZodType, path: readonly PropertyKey[]): string[] => [
  ...new Set(schemasAt(schema as Schema, path).flatMap(({ def }) => Object.keys(def.shape ?? {}))),
];

/** What zod says where a schema has no sentence of its own. */
const zodDefault = /^Invalid input$/;

/** Describes an issue. Those that only content can have are here, so that pages need not load their sentences. */
function describe(schema: z.ZodType, issue: SchemaIssue, data: unknown): string {
  const { code, path, keys = [], message, discriminator } = issue;
  if (code === 'unrecognized_keys')
    return messages.unknownKeys(keys.map(replaceControls), choices(knownKeys(schema, path)));
  const value = show(valueAt(data, path));
  const hasNoSentence = zodDefault.test(message);
  if (code === 'invalid_union' && discriminator === undefined && hasNoSentence) return messages.noForm(value);
  return code === 'custom' && hasNoSentence ? messages.outOfPlace(value) : describeIssue(issue, data);
}

/** Describes in a sentence each issue that a schema has with data. Next to an unknown key it lists those that it knows. */
export const describeIssues = (
  schema: z.ZodType,
  issues: readonly SchemaIssue[],
  data: unknown,
): { place: readonly PropertyKey[]; message: string }[] =>
  issues.map((issue) => ({
    place: issue.path,
    message: describe(schema, issue, data),
  }));
