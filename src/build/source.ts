import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import type { PackFile } from '../core/model/pack-schema.ts';
import { formatProblems, readContent } from './read-content.ts';

// Where content and texts come from: the repository, whose root is the working directory. The package is built with
// src/package/compiled-source.ts in place of this module.

/** A knowledge base without problems, so with a pack. */
export type CheckedKnowledgeBase = KnowledgeBase & { pack: PackFile };

/** Whether this code runs from a checkout, whose content can be checked, and not from the package. */
export const isCheckout: boolean = true;

/** The text of a file of the project, by its path from the root. Throws if there is none. */
export const readProjectText = (file: string): string => readFileSync(path.resolve(file), 'utf8');

/** Reads the content folder. Throws if it has problems, with all of them listed. */
export function readKnowledgeBase(): CheckedKnowledgeBase {
  const { kb, problems } = readContent(path.resolve('content'));
  if (problems.length > 0 || !kb.pack)
    throw new Error(`content/ has ${problems.length} problems; nothing is built from it:\n${formatProblems(problems)}`);
  return { ...kb, pack: kb.pack, origins: new Map() };
}
