import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/build.ts';
import { findProblems } from '../core/check/find-problems.ts';
import { buildKnowledgeBase, type KnowledgeBase } from '../core/model/knowledge-base.ts';
import type { Problem } from '../core/model/problem.ts';
import type { OverlayChange, SourceFile } from '../core/model/source-file.ts';
import { layOver } from '../core/overlay/lay-over.ts';
import { filesIn } from './files-in.ts';
import { readYaml } from './parse-yaml.ts';
import type { ParsedCopy } from './parsed-copy.ts';

/**
 * The data between the two `---` of an MDX file, and the text below them; undefined if the file has no such data.
 *
 * Astro reads the same files again for their pages, because only its MDX compiler turns the text into components. Here
 * they are read so that the command line, search and the checks, which report lines, work without Astro. The body stays
 * text: its small subset of MDX is read in core/model/entry-body.ts and core/render/entry-markdown.ts.
 */
function splitMdx(content: string): { data: string; body: NonNullable<SourceFile['body']> } | undefined {
  // Editors on Windows may write a byte order mark and other ends of lines.
  const text = content.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const [, data, body = ''] = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*(?:\n([\s\S]*))?$/.exec(text) ?? [];
  return data === undefined ? undefined : { data, body: { text: body, line: data.split('\n').length + 2 } };
}

/** Names of files that hold data; others are pictures, code and texts to copy. */
const isData = /\.(yaml|mdx|json)$/;

/** A file of the content folder as data, with its syntax errors. */
export interface ParsedFile {
  source: SourceFile;
  problems: Problem[];
}

/**
 * Reads one YAML text, which JSON is, too, or the data above an MDX text; a syntax error becomes a problem with its line. A
 * file of another type has no data.
 * @param folder the folder of the file, as the person knows it
 * @param copy what earlier runs have parsed
 */
export function parseSource(file: string, content: string, folder = 'content', copy?: ParsedCopy): ParsedFile {
  if (!isData.test(file)) return { source: { path: file, data: undefined, lineOf: () => undefined }, problems: [] };
  const split = file.endsWith('.mdx') ? splitMdx(content) : { data: content, body: undefined };
  if (!split) {
    const message = messages.noFrontmatter;
    const source = { path: file, data: undefined, lineOf: () => undefined };
    return { source, problems: [{ file: `${folder}/${file}`, line: 1, place: '', message }] };
  }
  const { data: text, body } = split;
  const above = body ? 1 : 0; // the first `---`
  const { data, errors, lineOf } = readYaml(text, copy?.dataOf(text));
  if (errors.length === 0) copy?.note(text, data);
  const problems = errors.map(({ line, message }) => ({
    file: `${folder}/${file}`,
    line: line + above,
    place: '',
    message: messages.notYaml(message),
  }));
  const lineInFile = (place: readonly PropertyKey[]) => {
    const line = lineOf(place);
    return line && line + above;
  };
  return { source: { path: file, data, ...(body ? { body } : {}), lineOf: lineInFile }, problems };
}

/**
 * Parses every file of a content folder, in order of their paths.
 * @param name the folder as the person knows it
 * @param copy what earlier runs have parsed
 */
export function parseContent(folder: string, name = 'content', copy?: ParsedCopy): ParsedFile[] {
  return filesIn(folder).map((file) => {
    const content = isData.test(file) ? readFileSync(path.join(folder, file), 'utf8') : '';
    return parseSource(file, content, name, copy);
  });
}

/** The files that could be parsed. Others are reported, and would only cause more problems. */
const readable = (files: readonly ParsedFile[]): SourceFile[] =>
  files.filter(({ problems }) => problems.length === 0).map(({ source }) => source);

/** What an overlay did to each record that it touches. */
const changesIn = ({ origins }: KnowledgeBase): Map<string, OverlayChange> =>
  new Map(
    [...origins].flatMap(([owner, { file, place }]) => {
      const change = file.overlaid?.(place);
      return change && change.length > 0 ? [[owner, change] as const] : [];
    }),
  );

/** Parsed files of an overlay, and its folder as the person knows it. */
export interface ParsedOverlay {
  name: string;
  files: readonly ParsedFile[];
}

/**
 * Puts parsed files together to a knowledge base, those of an overlay laid over the others, with every problem in it.
 * Never throws, however bad the content.
 */
export function assembleContent(
  files: readonly ParsedFile[],
  overlay?: ParsedOverlay,
): { kb: KnowledgeBase; problems: Problem[] } {
  const syntaxErrors = [...files, ...(overlay?.files ?? [])].flatMap(({ problems }) => problems);
  const overlaid = overlay && layOver(readable(files), readable(overlay.files), overlay.name);
  const { kb, problems } = buildKnowledgeBase(overlaid?.files ?? readable(files));
  if (overlaid?.overlay) {
    const { organisation, mark = organisation } = overlaid.overlay;
    kb.overlay = { organisation, mark, changes: changesIn(kb), official: overlaid.official };
  }
  return { kb, problems: [...syntaxErrors, ...(overlaid?.problems ?? []), ...problems, ...findProblems(kb)] };
}

/** Reads a content folder into a knowledge base, with every problem in it. Never throws, however bad the content. */
export const readContent = (folder: string, overlay?: ParsedOverlay): { kb: KnowledgeBase; problems: Problem[] } =>
  assembleContent(parseContent(folder), overlay);

/** Prints problems as an editor and a person can read them: `file:line place: message`. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems
    .map(
      ({ file, line, place, message }) =>
        `${file}${line === undefined ? '' : `:${line}`}${place ? ` ${place}` : ''}: ${message}`,
    )
    .join('\n');
}
