/** A text as a pattern that matches exactly this text. */
export const escapePattern = (text: string): string => text.replaceAll(/[.+^$()|[\]\\{}*?]/g, '\\$&');

/** A part of a glob as a regular expression: stars and question marks never match a slash, except two stars. */
const partOf = (part: string): string => {
  if (part === '**/') return '(?:[^/]+/)*';
  if (part === '**') return '.*';
  if (part === '*') return '[^/]*';
  if (part === '?') return '[^/]';
  if (/^\{[^{}]*\}$/.test(part)) return `(?:${part.slice(1, -1).split(',').map(globSource).join('|')})`;
  return escapePattern(part);
};

/** The source of the regular expression of a glob, without its ends. */
function globSource(glob: string): string {
  return glob
    .split(/(\*\*\/|\*+|\?|\{[^{}]*\})/)
    .map((part) => partOf(/^\*\*+$/.test(part) ? '**' : part))
    .join('');
}

/**
 * What matches any of some globs, ignoring case: `*` and `?` stay in a folder, `**` goes through all of them, and
 * `{a,b}` is either.
 */
export const globPattern = (globs: readonly string[]): RegExp =>
  new RegExp(`^(?:${globs.map(globSource).join('|')})$`, 'i');
