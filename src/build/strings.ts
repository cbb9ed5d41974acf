import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { formatDate } from '../i18n/dates.ts';
import { flatten, type Strings, type Translate, translator } from '../i18n/translate.ts';

/** The language of the site. */
export const language = 'en';

/** Every sentence of the interface. */
export function loadStrings(): Strings {
  return flatten(parse(readFileSync(path.resolve(`content/ui/${language}.yaml`), 'utf8')));
}

/** The translator of pages that are made at build time. */
export const t: Translate = translator(loadStrings(), language);

/** A day as people read it: `23 Nov 2026`. */
export const showDay = (date: string): string => formatDate(date, language);
