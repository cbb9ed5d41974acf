/** Letters and digits of any script, the rest as hyphens: what every file system takes. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');

/**
 * The name of a file about an assessment: it carries the system and the date, so that copies can be told apart.
 * @param what the kind of file, for example `moves`; the answers themselves need none
 * @param ending without the dot
 */
export function fileName(of: { system: string; date?: string | null | undefined }, ending: string, what = ''): string {
  return `${['trivium', slug(of.system) || 'assessment', of.date, what].filter(Boolean).join('-')}.${ending}`;
}
