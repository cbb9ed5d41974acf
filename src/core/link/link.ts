/** Private links: what other rooms use of them. */
export { longestLink, openPath } from './format.ts';
export { readLink } from './read-link.ts';
export { type LinkParts, redact } from './redact.ts';
export { writeLink } from './write-link.ts';
