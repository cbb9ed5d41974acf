// Why a value does not fit its schema. Values come ready to print, in quotes where they are texts.

import { allOf } from './lists.ts';

export const nothing = 'nothing';
export const unshowable = 'a value that has no form as text';

/** What the types of a schema are to those who write a file. */
const typeNames: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  array: 'a list',
  object: 'an object',
};
const nameOfType = (type = ''): string => typeNames[type] ?? `a value of type ${type}`;
export const missing = (type: string | undefined): string => `It is missing. Add ${nameOfType(type)}.`;
export const otherType = (found: string, type: string | undefined): string =>
  `Found ${found}; expected ${nameOfType(type)}.`;
export const notPossible = (found: string, possible: string): string =>
  `Found ${found}; possible: ${possible}. Use one of these.`;
export const notPossibleAs = (found: string, key: string, possible: string): string =>
  `Found ${found} as "${key}"; possible: ${possible}. Use one of these.`;
export const noForm = (found: string): string => `Found ${found}, which fits none of the forms allowed here.`;
/** @param possible the keys that are known; empty if none can be named */
export function unknownKeys(keys: readonly string[], possible: string): string {
  const choice = possible === '' ? '' : `; possible: ${possible}`;
  return keys.length === 1
    ? `The key ${allOf(keys)} is not known here${choice}. Correct its name or remove it.`
    : `The keys ${allOf(keys)} are not known here${choice}. Correct their names or remove them.`;
}

/** What a limit counts, by the type of the value; it follows the number. */
const countNouns: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };
export const tooBig = (found: string, limit: string, type: string): string =>
  `Found ${found}; expected at most ${limit}${countNouns[type] ?? ''}.`;
export const tooSmall = (found: string, limit: string, type: string): string =>
  `Found ${found}; expected at least ${limit}${countNouns[type] ?? ''}.`;

export const outOfPlace = (found: string): string =>
  `Found ${found}, which does not belong here. Compare it with a file that Trivium wrote.`;
export const alsoFound = (problem: string, found: string): string => `${problem} Found ${found}.`;
