import type { SchemaIssue } from './problem.ts';

// Schemas of the file formats that browsers read: plain data, and one function that reads a value with them. They do what
// zod does with the same schema, in a tenth of its bytes; tests compare the two, and the published JSON Schemas are made
// by zod (`src/build/zod-of-schema.ts`).

declare const output: unique symbol;
type Path = readonly PropertyKey[];

/** What a value has to fulfil besides its type. */
interface Rule {
  isMet(value: never): boolean;
  /** The sentence for a value that does not. */
  error: string;
  /** The field of an object that the sentence is about. */
  path?: Path;
}
interface Limits {
  /** Of a number, its value; of a text, its length in code points. */
  min?: number;
  max?: number;
}
type Shape = Readonly<Record<string, AnySchema>>;

export interface StringForm extends Limits {
  type: 'string';
  pattern?: { regex: RegExp; error: string };
}
export interface NumberForm extends Limits {
  type: 'number' | 'int';
}
interface ArrayForm {
  type: 'array';
  entry: AnySchema;
  max?: number;
  error?: string;
}
interface UnionForm {
  type: 'union';
  key: string;
  options: readonly AnySchema[];
}
/** How a schema describes values. */
export type SchemaForm =
  | StringForm
  | NumberForm
  | ArrayForm
  | UnionForm
  | { type: 'boolean' }
  | { type: 'enum'; values: readonly (string | number)[] }
  | { type: 'object'; shape: Shape };

/** A schema of values; `Out` is the type of what reading one gives. */
export interface Schema<Out> {
  readonly form: SchemaForm;
  readonly rules?: readonly Rule[];
  /** Whether a field may be absent. */
  readonly isOptional?: boolean;
  /** Makes the value of an absent field. */
  readonly absent?: () => unknown;
  readonly [output]?: Out;
}
export type AnySchema = Schema<unknown>;
type OptionalSchema<Out> = Schema<Out> & { readonly isOptional: true };

/** The type of what reading a value with a schema gives. */
export type Output<S> = S extends Schema<infer Out> ? Out : never;

type Flat<T> = { [K in keyof T]: T[K] };
type OptionalKeys<S> = { [K in keyof S]: S[K] extends { isOptional: true } ? K : never }[keyof S];
type ObjectOutput<S> = Flat<
  { -readonly [K in Exclude<keyof S, OptionalKeys<S>>]: Output<S[K]> } & {
    -readonly [K in OptionalKeys<S>]?: Output<S[K]> | undefined;
  } & { [key: string]: unknown }
>;

/** Text of a limited length, and of a pattern if one is given. */
export const string = (form: Omit<StringForm, 'type'> = {}): Schema<string> => ({
  form: { type: 'string', ...form },
});
/** A finite number. */
export const number = (limits: Limits = {}): Schema<number> => ({ form: { type: 'number', ...limits } });
/** A whole number that a double holds exactly. */
export const int = (limits: Limits = {}): Schema<number> => ({ form: { type: 'int', ...limits } });
export const boolean = (): Schema<boolean> => ({ form: { type: 'boolean' } });
/** One of several values. */
export const oneOf = <const T extends string | number>(...values: readonly T[]): Schema<T> => ({
  form: { type: 'enum', values },
});
/** A list; at most `max` entries, or the sentence `error`. */
export const array = <T>(entry: Schema<T>, limit: { max?: number; error?: string } = {}): Schema<T[]> => ({
  form: { type: 'array', entry, ...limit },
});
/** An object with these fields; further ones are kept as they are. */
export const object = <const S extends Shape>(shape: S): Schema<ObjectOutput<S>> => ({
  form: { type: 'object', shape },
});
/** One of several objects, told apart by the single value that each allows in the field `key`. */
export const union = <const O extends readonly AnySchema[]>(key: string, ...options: O): Schema<Output<O[number]>> => ({
  form: { type: 'union', key, options },
});
/** A field that may be absent. */
export const optional = <Out>(schema: Schema<Out>): OptionalSchema<Out> => ({ ...schema, isOptional: true });
/** A field that has a value of its own if it is absent. */
export const withDefault = <Out>(schema: Schema<Out>, absent: () => NoInfer<Out>): Schema<Out> => ({
  ...schema,
  absent,
});
/** A schema with a further rule, checked for values of the right type. */
export const withRule = <Out>(
  schema: Schema<Out>,
  isMet: (value: Out) => boolean,
  error: string,
  path: Path = [],
): Schema<Out> => ({ ...schema, rules: [...(schema.rules ?? []), { isMet, error, path }] });

/** The value that the field `key` of an option of a union has. */
export function valueOfKey({ form }: AnySchema, key: string): unknown {
  const field = form.type === 'object' ? form.shape[key]?.form : undefined;
  return field?.type === 'enum' ? field.values[0] : undefined;
}

/** Whether a value is still of its type with an issue inside it, so that its rules can be checked. */
const hasRightType = ({ code, path }: SchemaIssue, { length }: Path): boolean =>
  code === 'custom' ||
  code === 'too_big' ||
  code === 'too_small' ||
  (code === 'invalid_format' && path.length > length);

const exactInts: Limits = { min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

/** Collects what is wrong with a value while it is read. */
class Reader {
  readonly issues: SchemaIssue[] = [];

  /** Notes a problem; `undefined` stands for a value that cannot be used. */
  #note(path: Path, issue: Omit<SchemaIssue, 'path' | 'message'> & { message?: string }): undefined {
    this.issues.push({ message: 'Invalid input', ...issue, path });
  }

  read(schema: AnySchema, value: unknown, path: Path): unknown {
    if (value === undefined && schema.absent) return schema.absent();
    if (value === undefined && schema.isOptional) return undefined;
    const before = this.issues.length;
    const result = this.#readForm(schema.form, value, path);
    if (this.issues.slice(before).every((issue) => hasRightType(issue, path)))
      this.#checkRules(schema.rules ?? [], result as never, path);
    return result;
  }

  #checkRules(rules: readonly Rule[], value: never, path: Path): void {
    for (const { isMet, error, path: field = [] } of rules)
      if (!isMet(value)) this.#note([...path, ...field], { code: 'custom', message: error });
  }

  #readForm(form: SchemaForm, value: unknown, path: Path): unknown {
    if (form.type === 'object') return this.#readObject(form.shape, value, path);
    if (form.type === 'array') return this.#readArray(form, value, path);
    if (form.type === 'union') return this.#readUnion(form, value, path);
    if (form.type === 'enum') {
      if (!form.values.includes(value as string)) this.#note(path, { code: 'invalid_value', values: form.values });
    } else if (form.type === 'string') this.#checkString(form, value, path);
    else if (form.type === 'boolean') this.#isOfType('boolean', value, path);
    else this.#checkNumber(form, value, path);
    return value;
  }

  #isOfType(expected: string, value: unknown, path: Path): boolean {
    const isRight = expected === 'number' ? Number.isFinite(value) : typeof value === expected;
    if (!isRight) this.#note(path, { code: 'invalid_type', expected });
    return isRight;
  }

  #checkLimits({ min, max }: Limits, size: number, origin: string, path: Path): void {
    if (min !== undefined && size < min) this.#note(path, { code: 'too_small', minimum: min, origin });
    if (max !== undefined && size > max) this.#note(path, { code: 'too_big', maximum: max, origin });
  }

  #checkString({ pattern, ...limits }: StringForm, value: unknown, path: Path): void {
    if (!this.#isOfType('string', value, path)) return;
    const text = value as string;
    const length = text.length > (limits.max ?? 0) ? [...text].length : text.length;
    this.#checkLimits(limits, length, 'string', path);
    if (pattern && !pattern.regex.test(text)) this.#note(path, { code: 'invalid_format', message: pattern.error });
  }

  #checkNumber({ type, ...limits }: NumberForm, value: unknown, path: Path): void {
    if (!this.#isOfType('number', value, path)) return;
    if (type === 'int' && !Number.isInteger(value)) {
      this.#note(path, { code: 'invalid_type', expected: 'int' });
      return;
    }
    if (type === 'int') this.#checkLimits(exactInts, value as number, type, path);
    this.#checkLimits(limits, value as number, type, path);
  }

  #readArray({ entry, max, error }: ArrayForm, value: unknown, path: Path): unknown {
    if (!Array.isArray(value)) return this.#note(path, { code: 'invalid_type', expected: 'array' });
    if (max === undefined || value.length <= max)
      return Array.from(value, (each, index) => this.read(entry, each, [...path, index]));
    // Its entries are not read: there may be millions.
    this.#note(path, { code: 'too_big', maximum: max, origin: 'array', ...(error ? { message: error } : {}) });
    return value;
  }

  #readObject(shape: Shape, value: unknown, path: Path): unknown {
    if (!isObject(value)) return this.#note(path, { code: 'invalid_type', expected: 'object' });
    const known = Object.keys(shape).map((key) => [
      key,
      this.read(shape[key] as AnySchema, value[key], [...path, key]),
    ]);
    const further = Object.entries(value).filter(([key]) => !Object.hasOwn(shape, key) && key !== '__proto__');
    return Object.fromEntries([
      ...known.filter(([key, each]) => each !== undefined || Object.hasOwn(value, key as string)),
      ...further,
    ]);
  }

  #readUnion({ key, options }: UnionForm, value: unknown, path: Path): unknown {
    if (!isObject(value)) return this.#note(path, { code: 'invalid_type', expected: 'object' });
    const option = options.find((each) => valueOfKey(each, key) === value[key]);
    if (option) return this.read(option, value, path);
    const possible = options.map((each) => valueOfKey(each, key));
    return this.#note([...path, key], { code: 'invalid_union', discriminator: key, options: possible });
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a value with a schema.
 * @returns the value with the defaults of absent fields; and what is wrong with it, empty if nothing is. With issues, the
 * value is not to be used.
 */
export function readValue<Out>(schema: Schema<Out>, data: unknown): { value: Out; issues: readonly SchemaIssue[] } {
  const reader = new Reader();
  const value = reader.read(schema, data, []) as Out;
  return { value, issues: reader.issues };
}
