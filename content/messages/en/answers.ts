// Why a file of answers, or a part of it, is refused.

export const day = 'Expected a day as year-month-day, for example 2026-11-20.';
export const existingDay = 'Expected a day that exists, as year-month-day, for example 2026-11-20.';
export const levelsSwapped = 'The lowest level, "min", is above the highest, "max". Check whether the two are swapped.';
export const scoresSwapped =
  'The lowest score, "low", is above the highest, "high". Check whether the two are swapped.';
export const otherPack = (id: string, packId: string): string =>
  `pack.id: Found ${id}; this file belongs to another pack, and this Trivium has "${packId}". Open the file with the Trivium that wrote it.`;
export const otherVersion = (found: string, known: string): string =>
  `pack.version: Found ${found}; this Trivium knows version ${known}. Open the file with the Trivium that wrote it.`;
const nouns = { practice: 'practice', signal: 'signal', question: 'question' };
/** What an id names. */
export type Noun = keyof typeof nouns;
export const unknownId = (noun: Noun, id: string): string =>
  `There is no ${nouns[noun]} ${id}. Correct the id, or open the file with the Trivium that wrote it.`;
export const listedTwice = (id: string): string => `"${id}" is listed twice. Keep one.`;
export const otherRevision = (rev: number, item: string, current: number): string =>
  `Found ${rev}; "${item}" has revision ${current} in this pack. Read the question and answer it again.`;
export const isProposals =
  'This is a proposals file: it holds what was found about a system. Nothing in it counts until people accept or confirm it. Open it on the page "Assess a system".';
const otherFormats: ReadonlyMap<unknown, string> = new Map([
  ['trivium-report', 'a report: it holds what follows from answers'],
  ['trivium-comparison', 'a comparison: it holds what changed between two assessments'],
  ['trivium-merge', "a merge: it holds several people's answers side by side"],
  ['trivium-rollup', 'a roll-up: it holds the counts of many teams'],
  ['trivium-reliability', 'a description of questions: it holds how well they measure'],
]);
/** What a file of another format is, in a sentence; undefined if the format is none of ours. */
export function isOtherFormat(format: unknown): string | undefined {
  const name = otherFormats.get(format);
  if (name === undefined) return undefined;
  return `This is ${name}, and not the answers themselves. Use the file of answers, a report saved as HTML, or a private link.`;
}
export const otherFormat = (found: string, name: string): string =>
  `Found ${found}; expected an object with "format": "${name}".`;
/** JSON of another program. @param format the name of the format that was expected, as in `trivium-answers` */
export const foreignJson = (format: string): string =>
  `This JSON holds no ${format.slice('trivium-'.length)} of Trivium ("${format}"). Use a file that Trivium wrote.`;
export const otherFileVersion = (version: number, known: string): string =>
  `version: Found ${version}; this Trivium reads version ${known}. Use a newer Trivium.`;
export const tooDeep = (limit: number): string =>
  `It is nested too deeply: at most ${limit} levels are read. Use a file that Trivium wrote.`;
