import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/build.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import type { PackFile } from '../core/model/pack-schema.ts';
import { markTitles } from '../core/overlay/mark-titles.ts';
import { merge } from '../core/overlay/merge.ts';
import { wordingPath } from '../core/overlay/wording.ts';
import { overlayFolder, readOverlayText } from './overlay.ts';
import { parseYaml } from './parse-yaml.ts';
import { readProjectContent } from './project-content.ts';
import { formatProblems, parseSource } from './read-content.ts';

// Where content and texts come from: the repository, whose root is the working directory. The package is built with
// src/package/compiled-source.ts in place of this module.

/** A knowledge base without problems, so with a pack. */
export type CheckedKnowledgeBase = KnowledgeBase & { pack: PackFile };

/** Whether this code runs from a checkout, whose content can be checked, and not from the package. */
export const isCheckout: boolean = true;

/** Where an overlay has files of its own, by where the project has them. */
const overlayPlaces: readonly (readonly [project: string, overlay: string])[] = [
  ['content/templates/', 'templates/'],
  ['public/', 'pictures/'],
];

/** The sentences of the overlay over ours, as JSON; undefined if it has none, or none that can be read. */
function overlaidSentences(): string | undefined {
  const overlayText = readOverlayText(wordingPath);
  if (overlayText === undefined) return undefined;
  const { source, problems } = parseSource(wordingPath, overlayText);
  if (problems.length > 0) return undefined; // listed with the other problems of the overlay
  return JSON.stringify(merge(parseYaml(readFileSync(`content/${wordingPath}`, 'utf8')), source.data));
}

/** The text of a file of the overlay that stands for one of the project; undefined if there is none. */
function overlaidText(file: string): string | undefined {
  if (file === `content/${wordingPath}`) return overlaidSentences();
  const folders = overlayPlaces.find(([project]) => file.startsWith(project));
  return folders && readOverlayText(file.replace(...folders));
}

/**
 * The text of a file of the project, by its path from the root; that of the overlay, if it has one instead. Throws if there
 * is none.
 */
export const readProjectText = (file: string): string => overlaidText(file) ?? readFileSync(path.resolve(file), 'utf8');

/** Reads the content folder, and the overlay over it. Throws if they have problems, with all of them listed. */
export function readKnowledgeBase(): CheckedKnowledgeBase {
  const { kb, problems } = readProjectContent();
  if (problems.length > 0 || !kb.pack) {
    const place = overlayFolder()?.name ?? 'content';
    throw new Error(messages.contentHasProblems(place, problems.length, formatProblems(problems)));
  }
  return markTitles({ ...kb, pack: kb.pack, origins: new Map() });
}
