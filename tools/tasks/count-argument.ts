import process from 'node:process';

/**
 * Reads the number at a position of the command line; returns `fallback` if nothing is there.
 * Ends the process with status 2 and a sentence if it is not a positive whole number.
 * @param position 0 for the first argument
 */
export function countArgument(position: number, name: string, fallback: number): number {
  const text = process.argv[2 + position];
  if (text === undefined) return fallback;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  process.stderr.write(`The ${name} is "${text}"; possible: a whole number from 1 to 999999999.\n`);
  process.exit(2);
}
