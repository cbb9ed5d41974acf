import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { entryFolders } from '../core/model/entry.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { overlayFolder } from './overlay.ts';

/** Where the texts of the entries are if an overlay changes some of them. */
const laidTexts = '.astro/overlay-texts';

/**
 * Makes a folder contain exactly these texts, by their paths. Leaves files that are already right alone: a server
 * watches them.
 */
export function writeTexts(folder: string, texts: ReadonlyMap<string, string>): void {
  const present = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  for (const file of present) if (file.endsWith('.mdx') && !texts.has(file)) rmSync(path.join(folder, file));
  for (const [file, text] of texts) {
    const place = path.join(folder, file);
    if (existsSync(place) && readFileSync(place, 'utf8') === text) continue;
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
}

/**
 * The folder with the texts of all entries, for the compiler of MDX: the content itself, or, with an overlay, a copy in
 * which its texts are laid over ours. Brings that copy up to date.
 */
export function entryTextsFolder(): string {
  if (!overlayFolder()) return './content';
  const entries = [...loadKnowledgeBase().entries.values()];
  const texts = entries.map(({ id, kind, body, ...data }): [string, string] => [
    path.join(entryFolders[kind], `${id}.mdx`),
    `---\n${JSON.stringify(data)}\n---\n${body}`,
  ]);
  writeTexts(laidTexts, new Map(texts));
  return `./${laidTexts}`;
}
