import * as z from 'zod/mini';
import type { NumberForm, Schema, SchemaForm, StringForm } from '../core/model/file-schema.ts';

type Checks = Parameters<ReturnType<typeof z.string>['check']>;

/** Counts code points, as JSON Schema does; zod alone counts UTF-16 units. */
function maxCodePoints(max: number): Checks[number] {
  const check = z.maxLength(max);
  const checkUnits = check._zod.check;
  check._zod.check = (payload) => ([...String(payload.value)].length > max ? checkUnits(payload) : undefined);
  return check as Checks[number];
}

function stringOf({ min, max, pattern }: StringForm): z.ZodMiniType {
  const checks: Checks = [];
  if (min !== undefined) checks.push(z.minLength(min) as Checks[number]);
  if (max !== undefined) checks.push(maxCodePoints(max));
  if (pattern) checks.push(z.regex(pattern.regex, { error: pattern.error, abort: true }) as Checks[number]);
  const plain = pattern
    ? z.string({
        error: ({ code, input }) => (code === 'invalid_type' && input !== undefined ? pattern.error : undefined),
      })
    : z.string();
  return checks.length > 0 ? plain.check(...checks) : plain;
}

function numberOf({ type, min, max }: NumberForm): z.ZodMiniType {
  const checks = [
    ...(min === undefined ? [] : [z.minimum(min)]),
    ...(max === undefined ? [] : [z.maximum(max)]),
  ] as unknown as Parameters<ReturnType<typeof z.number>['check']>;
  const plain = type === 'int' ? z.int() : z.number();
  return checks.length > 0 ? plain.check(...checks) : plain;
}

function formOf(form: SchemaForm): z.ZodMiniType {
  switch (form.type) {
    case 'string':
      return stringOf(form);
    case 'boolean':
      return z.boolean();
    case 'enum':
      return form.values.length === 1 ? z.literal([...form.values]) : z.enum(form.values as string[]);
    case 'array': {
      const list = z.array(zodOf(form.entry));
      return form.max === undefined ? list : list.check(z.maxLength(form.max, form.error));
    }
    case 'union':
      return z.discriminatedUnion(form.key, form.options.map(zodOf) as never);
    case 'object':
      return z.looseObject(Object.fromEntries(Object.entries(form.shape).map(([key, field]) => [key, zodOf(field)])));
    default:
      return numberOf(form);
  }
}

/** The zod schema that accepts what a schema of a file format accepts, for JSON Schemas and for tests. */
export function zodOf(schema: Schema<unknown>): z.ZodMiniType {
  const rules = (schema.rules ?? []).map(({ isMet, error, path }) =>
    z.refine(isMet as (value: unknown) => boolean, { error, path: [...(path ?? [])] }),
  );
  const plain = formOf(schema.form);
  const checked = rules.length > 0 ? plain.check(...(rules as Parameters<typeof plain.check>)) : plain;
  if (schema.absent) return z._default(checked, schema.absent);
  return schema.isOptional ? z.optional(checked) : checked;
}
