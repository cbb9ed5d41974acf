/** The format version that is written. CONTRIBUTING.md says what changing it requires. */
export const formatVersion = 1;
/** Maximum length of a whole address. Some chat programs cut longer ones, so the file is offered instead. */
export const longestLink = 2000;

/** The path of the page that opens links. */
export const openPath = '/open/';
