// What no overlay may change, and what to do instead.

export const study =
  'The study is the same in every pack: its claims, participants and pages are fixed. Write what you know into an entry of your own, and remove this file.';
export const vocabulary =
  'The three Vs, their tensions, the stages, the layers and the findings come from the study and are fixed. Write a practice, pain point, anti-pattern or opportunity instead.';
export const promises = 'The promises about answers are fixed, because a test checks each of them. Remove this file.';
export const news = 'What the study tells about bugs, and the news of Trivium, are fixed. Remove this file.';
export const ofOverlayFile = 'belongs in overlay.yaml, which says whose pack this is. Move it there.';
export const ofStudy =
  'is fixed: the Vs, the stages and the layers are those of the study, and pages, links and files rely on them. Remove it.';
export const ofQuestion =
  'is fixed in an official question: its id stands for what it asks about. Ask something else in a question of your own, with an id of its own.';
export const ofOfficial = 'is fixed in an official file. Remove it.';
export const fixedKey = (key: string, message: string): string => `"${key}" ${message}`;
export const loweredRevision = (found: number, official: number): string =>
  `Found ${found}; the official question has ${official}. A revision never falls.`;
export const raiseRevision = (key: string, rev: number): string =>
  `"${key}" changes what an answer means. Add "rev: ${rev}", so that earlier answers are read again.`;
