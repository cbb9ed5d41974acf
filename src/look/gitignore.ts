import { escapePattern } from '../core/text/glob.ts';

/** One line of a .gitignore file. */
interface IgnoreLine {
  pattern: RegExp;
  /** Whether it takes a path in again. */
  isNegated: boolean;
  isFolderOnly: boolean;
}

/** The most stars between two slashes: matching more could take forever. */
const mostStars = 3;

/** The most lines that a file may have: every path is compared with every line. */
export const mostIgnoreLines = 10_000;

/** Whether a file has more lines than it may have. */
export const hasTooManyLines = (text: string): boolean =>
  text.replace(/\n$/, '').split('\n', mostIgnoreLines + 1).length > mostIgnoreLines;

const starCount = (part: string): number => part.match(/\*+/g)?.length ?? 0;
/** A part of a glob with at most `mostStars` stars, which matches at least as much: one star from the first to the last. */
const withFewStars = (part: string): string => (starCount(part) > mostStars ? part.replace(/\*.*\*/, '*') : part);

/** The pattern of a glob; undefined if it has none. */
function patternOf(glob: string): RegExp | undefined {
  const short = glob
    .replaceAll(/(\*\*\/)+/g, '**/')
    .replaceAll(/\*{3,}/g, '**')
    .split('/')
    .map(withFewStars)
    .join('/');
  try {
    const start = short.includes('/') ? '' : '(?:.*/)?';
    return new RegExp(`^${start}${sourceOf(short.replace(/^\//, ''))}$`);
  } catch {
    return undefined; // a class such as [z-a]
  }
}

/** Reads a line; undefined for comments, empty lines and what is no glob. */
function readLine(text: string): IgnoreLine | undefined {
  const line = text.replace(/\r$/, '').replace(/(?<!\\)\s+$/, '');
  if (line === '' || line.startsWith('#')) return undefined;
  const isNegated = line.startsWith('!');
  const path = (isNegated ? line.slice(1) : line).replace(/^\\(?=[#!])/, '');
  // What is ignored stays so.
  if (isNegated && path.split('/').some((part) => starCount(part) > mostStars)) return undefined;
  const pattern = patternOf(path.replace(/\/$/, ''));
  return pattern && { pattern, isNegated, isFolderOnly: path.endsWith('/') };
}

/** One part of a glob of git as a pattern. A bracket that is never closed matches nothing. */
function partOf(part: string): string {
  if (part === '**/') return '(?:[^/]+/)*';
  if (part === '**') return '.*';
  if (part === '*') return '[^/]*';
  if (part === '?') return '[^/]';
  if (part === '[') return '(?!)';
  if (part.startsWith('[')) return part.replace(/^\[[!^]/, '[^').replaceAll('\\', '\\\\');
  return escapePattern(part.replace(/^\\(?=.)/, ''));
}

/** The source of a glob in which `[a-z]` is a class, and braces are letters. */
const sourceOf = (glob: string): string =>
  (glob.match(/\*\*\/|\*\*|\*|\?|\[[!^]?[^\]/]+\]|\\.|[\s\S]/g) ?? []).map(partOf).join('');

/** The rules of one .gitignore file and of those in the folders above it. */
export class IgnoreRules {
  readonly #folder: string;
  readonly #lines: IgnoreLine[];
  readonly #above: IgnoreRules | undefined;

  /**
   * @param folder path of the folder of the file, from the root; empty for the root
   * @param text the file; hasTooManyLines() has to be false for it
   */
  constructor(folder: string, text: string, above?: IgnoreRules) {
    this.#folder = folder === '' ? '' : `${folder}/`;
    this.#lines = text.split('\n').flatMap((line) => readLine(line) ?? []);
    this.#above = above;
  }

  /** Whether a path is ignored: the last line that matches decides, and deeper files come last. */
  ignores(path: string, isFolder: boolean): boolean {
    const inside = path.slice(this.#folder.length);
    const line = this.#lines.findLast(
      ({ pattern, isFolderOnly }) => (isFolder || !isFolderOnly) && pattern.test(inside),
    );
    return line ? !line.isNegated : (this.#above?.ignores(path, isFolder) ?? false);
  }
}
