// What is wrong in entries, the glossary and the crosswalk.

export const noCrosswalkRow = (id: string, path: string): string =>
  `The question "${id}" has no row in content/${path}. Add one, with empty lists if nothing matches.`;
export const noEntry = (id: string): string =>
  `No entry explains "${id}". Add an .mdx file of this name under content/.`;
export const uncitedClaim = (id: string): string =>
  `No entry cites the claim "${id}". Cite it in one that it supports.`;
export const relationToItself = (kind: string): string => `The entry has the relation "${kind}" to itself. Remove it.`;
export const notStated = (id: string, claims: readonly string[]): string =>
  `The link to ${id} is marked as stated, and none of its claims (${claims.join(', ') || 'none'}) is one in which the authors name ${id}. Add such a claim or mark it as inferred.`;
export const fewSymptoms = (kind: string): string => `A ${kind} needs at least two ways to notice it. Add some.`;
export const otherTitle = (title: string, counterpart: string): string =>
  `Found ${title}; its question or signal is called ${counterpart}. Use one name for one thing.`;
export const unknownPart = (name: string): string =>
  `The part <${name}> is not known; possible: Cite, Ours, Sides or Side. Use one of these.`;
export const noClaim = 'The text cites no claim. Put <Cite claims="..." /> after each sentence that rests on one.';
export const textLength = (words: number, least: number, most: number): string =>
  `The text has ${words} words; an entry has ${least} to ${most}. Say more, or less.`;
export const noClaimsForTerm = 'A term of the study needs the claims that use it. Add them, or set basis to field.';
export const synonymTwice = (word: string, firstId: string): string =>
  `"${word}" is already under "${firstId}". Remove one.`;
export const noEvidence = 'It rests on no claim of the study. Add at least one.';
export const onlyC = (found: string): string =>
  `Found "${found}"; without a claim of the study, only "C" is true. Correct it or add claims.`;
export const onlyInferred =
  'Found "stated"; without a claim of the study, only "inferred" is true. Correct it or add claims.';
