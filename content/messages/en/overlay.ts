// What is wrong with an overlay: its files, its sentences and its theme.

export const lowContrast = (ink: string, ground: string, digits: number, least: number): string =>
  `${ink} on ${ground} has a contrast of ${digits}; at least ${least} is needed. Make one of them lighter or darker.`;
const people = {
  usual: 'anyone',
  'without red': 'people who see without red',
  'without green': 'people who see without green',
  'without blue': 'people who see without blue',
};
/** @param sight how the people see to whom the two look alike */
export const lookAlike = (one: string, other: string, sight: keyof typeof people): string =>
  `${one} and ${other} look too similar to ${people[sight]}. Choose colours further apart.`;
export const notDarker = (one: string, before: string): string =>
  `${one} is not darker than ${before}. Levels get darker from 0 to 4, so that print in grey keeps their order.`;
export const sixDigits = 'A colour is written with six hex digits: "#1b5277".';
export const typefaces =
  'Typefaces are names with commas between them, the last one generic: \'Georgia, "Sitka Text", serif\'.';
export const fiveLevels = 'There are five levels; give five colours, from light to dark.';
export const radius = 'A radius is written in pixels: "4px".';
export const possibleFiles = (pictures: string): string =>
  `Possible: overlay.yaml, theme.yaml, ui/en.yaml, pictures/ with ${pictures}, templates/<file>, tools.yaml, glossary.yaml, assessment/pack.yaml, assessment/questions/<v>/<id>.yaml, assessment/symptoms/<id>.yaml, assessment/signals/<id>.yaml, practices/<id>.mdx and the other folders of content/. Rename or remove it.`;
export const noOverlayFile =
  'It is missing or empty. Add it, with organisation, id, version and changelog, to say whose pack this is.';
export const officialId = (id: string): string =>
  `"${id}" is the id of the official pack. Choose an id of your own, such as "acme-practices", so that links and files of the two packs never mix.`;
export const unreadFile = (possible: string): string => `Nothing reads a file of this name. ${possible}`;
export const longMark = (limit: number): string =>
  `It is too long to follow a title. Add a "mark" with at most ${limit} letters.`;
export const noText = (found: string): string =>
  `Found ${found}; a sentence is a text. Write one, or remove the key to keep ours.`;
export const noSlot = (slot: string, known: readonly string[]): string =>
  `Nothing fills {${slot}} here; possible: ${known.map((each) => `{${each}}`).join(', ') || 'none'}. Correct it.`;
export const noGroup = (key: string, keys: string): string =>
  `"${key}" is a group of sentences: ${keys}. Write one of these keys below it.`;
export const noSentences =
  'It has no sentences. Write "site:", "home:" or another group, and below it what you say instead.';
export const noFolder = (name: string, folder: string): string =>
  `TRIVIUM_OVERLAY is "${name}", and there is no folder ${folder}. Name the folder of your pack, or unset the variable.`;

/** @param nearest the existing key that is most similar, if any is */
export const noSentence = (key: string, nearest: string | undefined, keys: readonly string[]): string =>
  `There is no sentence "${key}" here.${nearest ? ` Did you mean "${nearest}"?` : ''} Possible: ${keys.join(', ')}.`;
