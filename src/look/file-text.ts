import type { RepositoryFile } from './repository-file.ts';

/** A part of a file whose lines are counted together: the whole file, or a cell of a notebook. */
export interface TextPart {
  /** The number of the cell, from 1. */
  cell?: number;
  text: string;
}

/** Maximum length of a line that is looked at. Bounds what a pattern can cost. */
const longestLine = 600;

/** Whether a text has a line that is too long to be looked at. */
export function hasLongLine(text: string): boolean {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > longestLine) return true;
    if (end < 0) return false;
    start = end + 1;
  }
  return false;
}

/**
 * How a line starts that is a comment, and the mark of one at the end of a line, by the kind of file. Documents have
 * none.
 */
const commentStarts: [files: RegExp, comment: RegExp, atEnd?: '#' | '//'][] = [
  [
    /\.(py|ipynb|ya?ml|toml|sh|bash|cfg|ini|r|tf|conf|properties|env)$|(^|\/)(dockerfile[^/]*|makefile|\.gitignore|codeowners)$/i,
    /^\s*#/,
    '#',
  ],
  [/\.(js|ts|tsx|jsx|go|java|scala|kt|c|cc|cpp|h|rs|cs|swift|proto|groovy)$/i, /^\s*(\/\/|\/?\*)/, '//'],
  [/\.sql$/i, /^\s*--/],
];

/** Empties the lines of docstrings, which may name any tool. */
function withoutDocstrings(lines: readonly string[]): string[] {
  let end: string | undefined;
  return lines.map((line) => {
    if (end !== undefined) {
      if (line.includes(end)) end = undefined;
      return '';
    }
    const start = /^\s*(?:[rRuU]{0,2})("""|''')/.exec(line)?.[1];
    if (start === undefined) return line;
    if (line.split(start).length % 2 === 0) end = start;
    return '';
  });
}

/** Whether a file is code in which quotes hold texts; elsewhere they are part of the data. */
export const isCodeFile = (path: string): boolean => /\.(py|ipynb|[jt]sx?|go|java|scala|kt)$/i.test(path);

/** Whether the end of a part of a line is within quotes that it opens. */
export function isWithinQuotes(before: string): boolean {
  let open = '';
  for (const [char] of before.matchAll(/\\.|["'`]/g))
    if (open === '' && char.length === 1) open = char;
    else if (char === open) open = '';
  return open !== '';
}

/** Cuts off a comment at the end of a line, unless quotes are open before it: then it may be part of a text. */
function withoutEndComment(line: string, mark: string): string {
  const start = line.search(mark === '#' ? /\s#(\s|$)/ : /\s\/\/(\s|$)/);
  const before = line.slice(0, Math.max(0, start));
  return start < 0 || isWithinQuotes(before) ? line : before;
}

/** Empties comments and long lines; the number of lines stays. */
function codeOf(path: string, text: string): string {
  const [, comment, mark] = commentStarts.find(([files]) => files.test(path)) ?? [];
  const lines = text.split(/\r\n?|\n/).map((line) => {
    if (line.length > longestLine || comment?.test(line)) return '';
    return mark === undefined ? line : withoutEndComment(line, mark);
  });
  return (/\.(py|ipynb)$/i.test(path) ? withoutDocstrings(lines) : lines).join('\n');
}

/** The text of a cell, which notebooks store as a text or a list of lines. */
const sourceOf = (cell: unknown): string => {
  const source = typeof cell === 'object' && cell !== null ? Reflect.get(cell, 'source') : undefined;
  return Array.isArray(source) ? source.map(String).join('') : typeof source === 'string' ? source : '';
};

/** The code cells of a notebook; null if it is none. */
function cellsOf(text: string): TextPart[] | null {
  try {
    const { cells } = JSON.parse(text) as { cells?: unknown };
    if (!Array.isArray(cells)) return null;
    return cells.flatMap((cell, index) =>
      cell?.cell_type === 'code' ? [{ cell: index + 1, text: sourceOf(cell) }] : [],
    );
  } catch {
    return null;
  }
}

/** The code of a file in parts, without comments and docstrings; null if a notebook cannot be read. */
export function codeParts({ path, text }: RepositoryFile): TextPart[] | null {
  const parts = /\.ipynb$/i.test(path) ? cellsOf(text) : [{ text }];
  return parts?.map((part) => ({ ...part, text: codeOf(path, part.text) })) ?? null;
}
