/** The format versions that can be read. Version 2 added kinds of models and groups; text fields are read alike. */
export const linkFormats = [1, 2] as const;
export type LinkFormat = (typeof linkFormats)[number];
/** The format version that is written. CONTRIBUTING.md says what changing it requires. */
export const formatVersion: LinkFormat = 2;
/** Maximum length of a whole address. Some chat programs cut longer ones, so the file is offered instead. */
export const longestLink = 2000;

/** The path of the page that opens links. */
export const openPath = '/open/';
