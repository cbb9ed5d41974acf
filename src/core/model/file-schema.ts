// Schemas of the file formats that browsers read, as plain data; `read-value.ts` reads a value with them. They do what zod
// does with the same schema, in a tenth of its bytes; tests compare the two, and the published JSON Schemas are made by
// zod (`src/build/zod-of-schema.ts`).

declare const output: unique symbol;
export type Path = readonly PropertyKey[];

/** What a value has to fulfil besides its type. */
export interface Rule {
  isMet(value: never): boolean;
  /** The sentence for a value that does not. */
  error: string;
  /** The field of an object that the sentence is about. */
  path?: Path;
}
export interface Limits {
  /** Of a number, its value; of a text, its length in code points. */
  min?: number;
  max?: number;
}
export type Shape = Readonly<Record<string, AnySchema>>;

export interface StringForm extends Limits {
  type: 'string';
  pattern?: { regex: RegExp; error: string };
}
export interface NumberForm extends Limits {
  type: 'number' | 'int';
}
export interface ArrayForm {
  type: 'array';
  entry: AnySchema;
  max?: number;
  error?: string;
}
export interface UnionForm {
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
/** True or false. */
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
