import {
  type AnySchema,
  type ArrayForm,
  type Limits,
  type NumberForm,
  type Path,
  type Rule,
  type Schema,
  type SchemaForm,
  type Shape,
  type StringForm,
  type UnionForm,
  valueOfKey,
} from './file-schema.ts';
import { isObject } from './is-object.ts';
import type { SchemaIssue } from './problem.ts';

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
    if (pattern && value !== undefined && typeof value !== 'string') {
      this.#note(path, { code: 'invalid_type', expected: 'string', message: pattern.error });
      return;
    }
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
