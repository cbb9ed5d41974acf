import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/overlay.ts';
import { describeIssues } from '../core/model/known-keys.ts';
import { type Problem, problemAt } from '../core/model/problem.ts';
import { findThemeProblems, themeFile, themeSheet } from '../core/overlay/theme.ts';
import { type ParsedFile, type ParsedOverlay, parseContent, parseSource } from './read-content.ts';
import { readThemes } from './tokens.ts';

/** A folder that lies over the content: an organisation's own pack. */
export interface OverlayFolder {
  /** As the person who named it knows it. */
  name: string;
  /** The absolute path. */
  path: string;
}

/**
 * The folder that `TRIVIUM_OVERLAY` names, relative to where the command was called; undefined if it is not set. Throws a
 * sentence if it is no folder.
 */
export function overlayFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
): OverlayFolder | undefined {
  const folderName = env['TRIVIUM_OVERLAY'];
  if (!folderName) return undefined;
  const calledFrom = env['CALLED_FROM'] ?? process.cwd();
  const folder = path.resolve(calledFrom, folderName);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(messages.noFolder(folderName, folder));
  return { name: (path.relative(calledFrom, folder) || '.').split(path.sep).join('/'), path: folder };
}

/** The text of a file of the overlay; undefined without an overlay or such a file. */
export function readOverlayText(file: string, folder = overlayFolder()): string | undefined {
  const place = folder && path.join(folder.path, file);
  return place && existsSync(place) ? readFileSync(place, 'utf8') : undefined;
}

/** The problems of the theme of an overlay: what its schema refuses, and every pair of colours without contrast. */
function themeProblems(files: readonly ParsedFile[], name: string): Problem[] {
  const source = files.find(({ source: { path: file } }) => file === 'theme.yaml')?.source;
  if (!source) return [];
  const file = `${name}/theme.yaml`;
  const parsed = themeFile.safeParse(source.data ?? {});
  if (parsed.success) return findThemeProblems(parsed.data, readThemes(), file, source.lineOf);
  return describeIssues(themeFile, parsed.error.issues, source.data).map(({ place, message }) =>
    problemAt(file, source.lineOf(place), place, message),
  );
}

/**
 * Every file of an overlay, parsed, with the problems of its theme; undefined without an overlay. Its README.md is for
 * people.
 */
export function readOverlay(folder = overlayFolder()): (ParsedOverlay & { problems: Problem[] }) | undefined {
  if (!folder) return undefined;
  const files = parseContent(folder.path, folder.name).filter(({ source }) => source.path !== 'README.md');
  return { name: folder.name, files, problems: themeProblems(files, folder.name) };
}

/** The theme of the overlay as a style sheet, to be read after tokens.css; empty without one, or if it has problems. */
export function overlayThemeSheet(text = readOverlayText('theme.yaml')): string {
  const parsed = themeFile.safeParse(text === undefined ? undefined : parseSource('theme.yaml', text).source.data);
  return parsed.success ? themeSheet(parsed.data) : '';
}
