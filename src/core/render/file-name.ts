/** Keeps letters and digits of any script and turns the rest into hyphens, which every file system accepts. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');

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
