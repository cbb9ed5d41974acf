import { byteLength } from '../text/byte-length.ts';

/** Maximum for the system name, so that the whole file name stays within the 255-byte limit of file systems. */
const maxBytes = 160;

/** The first characters of a text, each with its combining marks: at most 60, and no more than `maxBytes`. */
function shorten(text: string): string {
  let beginning = '';
  for (const [character] of [...text.matchAll(/.\p{M}*/gsu)].slice(0, 60)) {
    if (byteLength(beginning + character) > maxBytes) break;
    beginning += character;
  }
  return beginning;
}

/**
 * Keeps letters and digits of any script with their marks, and replaces everything else with hyphens, which every file
 * system accepts. Drops joiners inside words.
 */
function slug(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\u200c\u200d]/g, '');
  const words = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  return shorten(words.join('-')).replace(/-$/, '');
}

/**
 * Names a file about an assessment. System and date in the name tell copies apart.
 * @param extension without the dot
 * @param kind for example `moves`; empty for the answers themselves
 */
export function fileName(
  { system, date }: { system: string; date?: string | null | undefined },
  extension: string,
  kind = '',
): string {
  return `${['trivium', slug(system) || 'assessment', date, kind].filter(Boolean).join('-')}.${extension}`;
}
