import { valueMissing } from '#messages/faults.ts';

/**
 * Fills values into a sentence: `{name}` becomes the value of that name.
 * A missing value is a bug and throws; the error names the sentence by `label`.
 */
export const fillTemplate = (
  template: string,
  values: Readonly<Record<string, string | number>>,
  label = template,
): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(valueMissing(label, name));
    return String(value);
  });

/** The names of the slots of a sentence, in their order. */
export const slotsOf = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
