import { sentenceMissing } from '#messages/faults.ts';
import { fillTemplate } from '../core/text/fill-template.ts';
import { isolate } from '../core/text/isolate.ts';
import type { Translate, Values } from '../core/text/translate.ts';

/** Sentences of the interface by key, for example `question.progress`. */
export type Strings = Readonly<Record<string, string>>;

export type { Translate };

/** The values of a sentence, with each text isolated from the text direction of the others. */
const isolateValues = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? isolate(value) : value]),
  );

/**
 * Makes a translator. People's texts keep their own direction within a sentence. With a `count` among the values, it
 * prefers the key's plural form (`key.one`, `key.other`). A missing key or value is a bug and throws, so that the build
 * fails instead of the page.
 */
export function translator(strings: Strings, language: string): Translate {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const form = typeof values['count'] === 'number' ? `${key}.${plural.select(values['count'])}` : key;
    const sentence = strings[form] ?? strings[key];
    if (sentence === undefined) throw new Error(sentenceMissing(language, form));
    return fillTemplate(sentence, isolateValues(values), key);
  };
}

/** Turns nested sentences into one table: `{ question: { back: "Back" } }` into `question.back`. */
export function flatten(nested: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(nested).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(flatten(value as object, `${prefix}${key}.`)),
    ),
  );
}

const matches = (key: string, pattern: string): boolean =>
  pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern;

/**
 * Picks the sentences whose keys match one of the patterns.
 * @param patterns a key, or the beginning of keys and `*`; a pattern that begins with `!` leaves its keys out, whatever
 * the order
 */
export function pick(strings: Strings, patterns: readonly string[]): Strings {
  const excluded = patterns.filter((pattern) => pattern.startsWith('!'));
  const included = patterns.filter((pattern) => !pattern.startsWith('!'));
  const isPicked = (key: string) =>
    included.some((pattern) => matches(key, pattern)) && !excluded.some((pattern) => matches(key, pattern.slice(1)));
  return Object.fromEntries(Object.entries(strings).filter(([key]) => isPicked(key)));
}
