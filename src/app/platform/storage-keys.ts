// Every key that the site uses in this browser's storage. They are released: what a key holds must stay readable.

/** Followed by the id of a draft. */
export const draftPrefix = 'trivium:assessment:';
/** Followed by the id of a draft, a colon and a rising number: its snapshots. */
export const snapshotPrefix = 'trivium:snapshot:';
/** Followed by the id of a draft: what was found about its system, for people to confirm. */
export const proposalsPrefix = 'trivium:proposals:';
/** Followed by the time, a random id and the id of a draft: a text that could not be read. */
export const quarantinePrefix = 'trivium:set-aside:';
/** The id of the draft opened last, in local storage for all tabs and in session storage for one. */
export const currentKey = 'trivium:current';
/** Followed by the id of a draft that this tab has opened before. */
export const openedPrefix = 'trivium:opened:';
/**
 * Group decisions not saved yet: followed by a colon and the systems that the group answers about, as JSON. Alone, as
 * earlier versions kept them: of one group only.
 */
export const groupDecisionsKey = 'trivium:group-decisions';
/** In session storage: the id of the draft this tab saved last, a line break, and the text it saved. */
export const lastSavedKey = 'trivium:last-saved';
/** "off" if number keys do not choose answers. */
export const shortcutsKey = 'trivium:keys';
/** "on" if choosing an answer leads to the next question. */
export const advanceKey = 'trivium:advance';
/** "hidden" if previous answers are not shown. */
export const previousAnswersKey = 'trivium:last-time';
/** Set if the "/" key does not lead to search. */
export const slashOffKey = 'trivium:slash-off';
/** Every key of the site starts with this. */
export const ownPrefix = 'trivium:';
/** The names of caches with a copy of the site start with this; see tools/astro/service-worker.js. */
export const siteCopyPrefix = 'trivium-copy-';
