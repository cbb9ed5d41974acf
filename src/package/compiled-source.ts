import { readFileSync } from 'node:fs';
import * as messages from '#messages/package.ts';
import type * as source from '../build/source.ts';
import { fromPortable } from './portable.ts';

// Takes the place of src/build/source.ts in the package: content and texts were compiled into two files beside the code.

const readCompiled = (name: string) => JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'));

let texts: Record<string, string> | undefined;

/** Whether this code runs from a checkout, whose content can be checked, and not from the package. */
export const isCheckout: typeof source.isCheckout = false;

/** The text of a file of the project, by its path from the root. Throws if the package does not have it. */
export const readProjectText: typeof source.readProjectText = (file) => {
  texts ??= readCompiled('texts') as Record<string, string>;
  const text = texts[file];
  if (text === undefined) throw new Error(messages.missingFile(file));
  return text;
};

/** Reads the knowledge base, which was checked when the package was made. */
export const readKnowledgeBase: typeof source.readKnowledgeBase = () =>
  fromPortable(readCompiled('content')) as source.CheckedKnowledgeBase;
