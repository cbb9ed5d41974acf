import { readFileSync } from 'node:fs';

const [, header = ''] = /^ *Content-Security-Policy: (.+)$/m.exec(readFileSync('public/_headers', 'utf8')) ?? [];

/**
 * The content security policy of every page, for hosts that send no headers: the one in `public/_headers`, without the part
 * that works only as a header.
 */
export const contentSecurityPolicy = header
  .split('; ')
  .filter((directive) => !directive.startsWith('frame-ancestors'))
  .join('; ');
