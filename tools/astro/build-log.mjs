// What a build says: a line for each step instead of one for each page, and every warning and error.
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';

/** The steps that Astro announces, each with our line for it. */
const steps = [
  [/^Collecting build info/, () => 'Reading the content ...'],
  [/^Building \w+ entrypoints/, () => 'Bundling the code ...'],
  [/generating \w+ routes/, () => 'Writing the pages ...'],
  [/^(\d+) page\(s\) built in (.+?)\.?$/, ([, count, time]) => `Wrote ${count} pages in ${time}.`],
];

/** Our line for a message of a step; undefined if it is of another kind. */
function lineOf(message) {
  for (const [announcement, line] of steps) {
    const found = announcement.exec(message);
    if (found) return line(found);
  }
  return undefined;
}

/**
 * A destination of Astro's log.
 * @param out what gets the steps; errors and warnings go to `err`
 */
export const buildLog = (out, err) => ({
  write({ level, message }) {
    if (level === 'warn' || level === 'error') return err.write(`${message}\n`);
    const line = lineOf(stripVTControlCharacters(message).trim());
    return line !== undefined && out.write(`${line}\n`);
  },
});

export default () => buildLog(process.stdout, process.stderr);
