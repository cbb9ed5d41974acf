// Every key that the site uses in this browser's storage. Released: what stands under a key has to be read for ever.

/** Each assessment is kept under this and its id. */
export const draftPrefix = 'trivium:assessment:';
/** Earlier states of an assessment, under this, its id, a colon and a number that rises. */
export const snapshotPrefix = 'trivium:snapshot:';
/** Texts that could not be read, out of the way of what can. */
export const quarantinePrefix = 'trivium:set-aside:';
/** The id of the assessment that was opened last; a tab remembers its own under the same key. */
export const currentKey = 'trivium:current';
/** Marks, for this tab, an assessment that it has opened before. */
export const openedPrefix = 'trivium:opened:';
/** "off" where somebody does without number keys. */
export const shortcutsKey = 'trivium:keys';
/** "hidden" where somebody does not want to see what was answered last time. */
export const previousAnswersKey = 'trivium:last-time';
/** Set where somebody has switched off the "/" that leads to search. */
export const slashOffKey = 'trivium:slash-off';
/** What every key of ours starts with. */
export const ownPrefix = 'trivium:';
/** Caches that hold a copy of the site start with this; tools/astro/service-worker.js names them. */
export const siteCopyPrefix = 'trivium-copy-';
