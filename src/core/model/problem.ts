import { eitherOf } from '#messages/lists.ts';
import * as messages from '#messages/problem.ts';
import { replaceControls } from '../text/printable.ts';
import { startOf } from '../text/start-of.ts';

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
  minimum?: number | bigint | undefined;
  maximum?: number | bigint | undefined;
  origin?: string | undefined;
  options?: readonly unknown[] | undefined;
  discriminator?: string | undefined;
}

/** Writes a path as in code: `answers[3].level`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, step) => {
    if (typeof step === 'number') return `${place}[${step}]`;
    return place === '' ? String(step) : `${place}.${String(step)}`;
  }, '');
}

/** A problem at a place in a file. */
export const problemAt = (
  file: string,
  line: number | undefined,
  place: readonly PropertyKey[],
  message: string,
): Problem => ({ file, ...(line === undefined ? {} : { line }), place: formatPath(place), message });

/** The value at a path; undefined if the path leads nowhere. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    data,
  );
}

/** A value as JSON or, where JSON has no form for it, as code; in words where nothing can be made of it. */
function textOf(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return messages.unshowable; // such as an object that holds itself
  }
}

/** A value for use in a sentence, whatever it is: cut to a readable length, and safe on a terminal. */
export function show(value: unknown): string {
  if (value === undefined) return messages.nothing;
  const text = replaceControls(textOf(value));
  return text.length > 60 ? `${startOf(text, 57)}...` : text;
}

/** Choices for use in a sentence: `a, b or c`. */
export const choices = (values: readonly unknown[]): string => eitherOf(values.map(String));

type Sentence = (issue: SchemaIssue, value: unknown) => string;
const sentences: Record<string, Sentence> = {
  invalid_type: ({ expected }, value) =>
    value === undefined ? messages.missing(expected) : messages.otherType(show(value), expected),
  invalid_value: ({ values = [] }, value) => messages.notPossible(show(value), choices(values)),
  invalid_union: ({ discriminator = '', options = [] }, value) =>
    messages.notPossibleAs(show(value), discriminator, choices(options)),
  too_big: ({ maximum, origin = '' }, value) => messages.tooBig(show(value), String(maximum), origin),
  too_small: ({ minimum, origin = '' }, value) => messages.tooSmall(show(value), String(minimum), origin),
};

/** Describes in a sentence why a schema refused a value. */
export function describeIssue(issue: SchemaIssue, data: unknown): string {
  const isOwnMessage = !/^(Too |Invalid|Unrecognized)/.test(issue.message);
  const sentence = isOwnMessage ? undefined : sentences[issue.code ?? ''];
  const value = valueAt(data, issue.path);
  return sentence ? sentence(issue, value) : messages.alsoFound(issue.message, show(value));
}
