import type { Entry } from '../core/model/entry.ts';
import { entries } from './entries.ts';
import { readProjectText } from './source.ts';

/** Something to copy: an artefact that a practice needs, with its text. */
export interface Template {
  /** The name of its file, as it is downloaded. */
  file: string;
  title: string;
  /** What it is for. */
  use: string;
  text: string;
  /** The practice that it belongs to. */
  practice: Entry;
}

/** All templates, in the order of their practices. Throws if a file is missing, which a test rules out. */
export const templates: readonly Template[] = entries.flatMap((practice) =>
  practice.template
    ? [{ ...practice.template, text: readProjectText(`content/templates/${practice.template.file}`), practice }]
    : [],
);

/** Address of a template's file below the site's base. */
export const templatePath = (file: string): string => `/templates/${file}`;
