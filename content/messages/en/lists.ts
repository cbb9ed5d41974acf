// Lists in sentences. A language with other rules for them can use Intl.ListFormat, which English does without: it is slow
// to start.

const joined = (names: readonly string[], lastTwo: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${lastTwo} ${names.at(-1)}`;

/** `a, b and c`. */
export const allOf = (names: readonly string[]): string => joined(names, 'and');

/** `a, b or c`. */
export const eitherOf = (names: readonly string[]): string => joined(names, 'or');

/** `1 file`, `2 files`. */
export const counted = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;
