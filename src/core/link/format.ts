/** The version of the format that is written; CONTRIBUTING.md says what a change of it needs. */
export const formatVersion = 1;
/** A whole address may be this long. Longer ones are cut by some chat programs; the file is offered instead. */
export const longestLink = 2000;

/** The path of the page that opens links. */
export const openPath = '/open/';
