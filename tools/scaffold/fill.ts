import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Values for the placeholders of a skeleton. */
export type Values = Readonly<Record<string, string>>;

/** A skeleton of this folder with its placeholders filled. Throws if one has no value. */
export function fillSkeleton(name: string, values: Values): string {
  const text = readFileSync(fileURLToPath(new URL(`skeletons/${name}`, import.meta.url)), 'utf8');
  return text.replaceAll(/\{([a-z]+)\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`The skeleton ${name} needs a value for "${key}".`);
    return value;
  });
}

/** An id as a title of at most eight words: `label-wait` is "Label wait". */
export function titleFromId(id: string): string {
  const words = id.split('-').slice(0, 8).join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
