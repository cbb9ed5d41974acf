import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { entryFolders } from '../core/model/entry.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { overlayFolder } from './overlay.ts';

/** Where the texts of entries lie if an overlay changes some of them. */
const laidTexts = '.astro/overlay-texts';

/**
 * The folder with the texts of all entries, for the compiler of MDX: the content itself, or, with an overlay, a copy in which
 * its texts are laid over ours. Writes that copy.
 */
export function entryTextsFolder(): string {
  if (!overlayFolder()) return './content';
  rmSync(laidTexts, { recursive: true, force: true });
  for (const { id, kind, body, ...data } of loadKnowledgeBase().entries.values()) {
    const folder = path.join(laidTexts, entryFolders[kind]);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${id}.mdx`), `---\n${JSON.stringify(data)}\n---\n${body}`);
  }
  return `./${laidTexts}`;
}
