// Why a file of content/ does not fit its schema.

export const wordOrder = 'The first word has to start at 0, and each above the one before it.';
export const templateName = 'A template is a file such as alert-review.md; name it like that.';
export const idTwice = (id: string, path: string): string =>
  `"${id}" is already in ${path}. Each id is used once; rename or remove one.`;
export const unreadFile = 'Nothing reads a file of this name here. Rename, move or remove it.';
export const noPattern = 'This is not a regular expression. Correct it.';
export const nestedRepeat =
  'A repeated group holds another repeat, which can take forever. Rewrite the pattern without one of them.';
export const manyRepeats = (limit: number): string =>
  `At most ${limit} parts may repeat without a limit. Give the others a limit, as in "{0,80}".`;
export const lookaround = 'A pattern may not look ahead, behind or back. Use "also", "never" or "unless".';
export const noFullStop = 'It is a sentence; end it with a full stop.';
export const answersSwapped = 'The first answer comes after the last. Swap them.';
export const valueWithoutKey = '"value" is about the value at "key". Add "key".';
const counts = { none: 'none', one: 'one', some: 'some', many: 'many' };
/** How many ids there are. */
export type Count = keyof typeof counts;
export const wrongCounts = (kind: string, from: Count, to: Count): string =>
  `"${kind}" leads from ${counts[from]} to ${counts[to]} of the ids. Correct the kind or the ids.`;
export const situations = (ids: string): string => `List each situation once: ${ids}.`;
export const fiveAnchors = 'A question has exactly five anchors, low to high; add or remove some.';
export const statementFullStop = 'A statement is used within a sentence; remove the full stop.';
/** Words that address people, which a statement about a system has none of. */
export const personWords = /\b(we|our|us|you|your)\b/i;
export const statementPerson = 'A statement is about the system, not about "we" or "you"; reword it.';
export const fiveStatements = 'A question has exactly five statements, one for each anchor; add or remove some.';
export const relationWithoutVariables =
  'A relation needs the two variables it relates; name both or set relation to none.';
export const relationBasis =
  'A relation has a basis (stated or inferred), and no relation has none; make the two agree.';
export const variablesBasis =
  'Named variables have a basis (stated or inferred), and no variables have none; make the two agree.';
export const listWithoutParticipants =
  'A claim attributed by list needs its participants; add them or correct the attribution.';
export const participants = 'Participants are P1 to P8 and P10 to P19.';
export const kebabCase = 'An id is written in kebab-case.';
export const tooManyWords = (limit: number): string => `At most ${limit} words are allowed; shorten it.`;
export const day = 'A day is written 2026-11-24.';
export const version = 'A version has three numbers: 1.0.0.';
