import { fillTemplate } from '../core/text/fill-template.ts';

/** Sentences of the interface by key, for example `question.progress`. */
export type Strings = Readonly<Record<string, string>>;

/** What may be filled into a sentence. */
export type Values = Readonly<Record<string, string | number>>;

/** Gives the sentence of a key with its values filled in. */
export type Translate = (key: string, values?: Values) => string;

/**
 * Makes a translator. With a `count` among the values it prefers the key's plural form (`key.one`, `key.other`).
 * A missing key or value is a bug and throws, so that a build fails rather than show it.
 */
export function translator(strings: Strings, language: string): Translate {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const form = typeof values['count'] === 'number' ? `${key}.${plural.select(values['count'])}` : key;
    const sentence = strings[form] ?? strings[key];
    if (sentence === undefined) throw new Error(`content/ui/${language}.yaml has no sentence "${form}". Add it there.`);
    return fillTemplate(sentence, values, key);
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

/** The sentences whose keys fit one of the patterns: what one part of the interface needs. */
export function pick(strings: Strings, ...patterns: readonly RegExp[]): Strings {
  return Object.fromEntries(Object.entries(strings).filter(([key]) => patterns.some((pattern) => pattern.test(key))));
}
