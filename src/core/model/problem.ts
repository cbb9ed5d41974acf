/** Something wrong in content or in a file, described so that a person can fix it. */
export interface Problem {
  /** The path of the file, as the person knows it. */
  file: string;
  /** The line in that file, from 1, if known. */
  line?: number;
  /** Where in the file, for example `answers[3].level`; empty for the file as a whole. */
  place: string;
  /** What was found, what is possible and what to do, in one or two sentences. */
  message: string;
}

/** The fields of a zod issue (classic or mini) that the sentences use. */
export interface SchemaIssue {
  code?: string | undefined;
  path: readonly PropertyKey[];
  message: string;
  expected?: string | undefined;
  values?: readonly unknown[] | undefined;
  keys?: readonly string[] | undefined;
  /** The keys that are possible instead, where the schema is at hand. */
  known?: readonly string[] | undefined;
  minimum?: number | bigint | undefined;
  maximum?: number | bigint | undefined;
  origin?: string | undefined;
  options?: readonly unknown[] | undefined;
  discriminator?: string | undefined;
}

/** Writes a path as in code: `answers[3].level`. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, step) => {
    if (typeof step === 'number') return `${place}[${step}]`;
    return place === '' ? String(step) : `${place}.${String(step)}`;
  }, '');
}

/** The value at a path; undefined if the path leads nowhere. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    data,
  );
}

/** A value for use in a sentence, cut to a readable length. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Choices for use in a sentence: `a, b or c`. */
export function choices(values: readonly unknown[]): string {
  const names = values.map((value) => String(value));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** What a size limit counts, by the type of the value; it follows the number. */
const countNouns: Record<string, string> = { string: ' characters', array: ' entries', number: '', int: '' };

type Sentence = (issue: SchemaIssue, value: unknown) => string;
const sentences: Record<string, Sentence> = {
  invalid_type: ({ expected }, value) =>
    value === undefined
      ? `It is missing. Add a value of type ${expected}.`
      : `Found ${show(value)}; expected a value of type ${expected}.`,
  invalid_value: ({ values = [] }, value) => `Found ${show(value)}; possible: ${choices(values)}. Use one of these.`,
  invalid_union: ({ discriminator, options }, value) =>
    options && discriminator
      ? `Found ${show(valueAt(value, [discriminator]))} as "${discriminator}"; possible: ${choices(options)}. Use one of these.`
      : `Found ${show(value)}, which fits none of the forms allowed here.`,
  unrecognized_keys: ({ keys = [], known = [] }) =>
    `The key ${choices(keys)} is not known here${known.length > 0 ? `; possible: ${choices(known)}` : ''}. Correct its name or remove it.`,
  too_big: ({ maximum, origin = '' }, value) =>
    `Found ${show(value)}; expected at most ${maximum}${countNouns[origin] ?? ''}.`,
  too_small: ({ minimum, origin = '' }, value) =>
    `Found ${show(value)}; expected at least ${minimum}${countNouns[origin] ?? ''}.`,
};

/** Describes in a sentence why a schema refused a value. */
export function describeIssue(issue: SchemaIssue, data: unknown): string {
  const isOwnMessage = !/^(Too |Invalid|Unrecognized)/.test(issue.message);
  const sentence = isOwnMessage ? undefined : sentences[issue.code ?? ''];
  const value = valueAt(data, issue.path);
  if (sentence) return sentence(issue, value);
  return issue.message === 'Invalid input'
    ? `Found ${show(value)}, which does not belong here. Compare it with a file that Trivium wrote.`
    : `${issue.message} Found ${show(value)}.`;
}
