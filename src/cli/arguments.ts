import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** 0: done. 1: done, and what was checked has problems. 2: the call or its input is wrong. */
export const exitCode = { done: 0, problems: 1, wrong: 2 } as const;

/** Says what is wrong with a call; standard output stays empty. */
export function usage(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return exitCode.wrong;
}

/** An option that takes one of a few values. */
export interface Choice {
  values: readonly string[];
  fallback: string;
}

export type Call =
  | { ok: true; help: boolean; positionals: string[]; options: Record<string, string> }
  | { ok: false; sentence: string };

/**
 * Reads the arguments of a command: `--help`, options with a fixed set of values, and the rest.
 * @param more options that are on or off, and options that take any text; what is not given is not in `options`
 */
export function readCall(
  args: string[],
  choices: Record<string, Choice>,
  more: Record<string, 'boolean' | 'string'> = {},
): Call {
  const options = Object.fromEntries([
    ...Object.keys(choices).map((name) => [name, { type: 'string' as const }]),
    ...Object.entries(more).map(([name, type]) => [name, { type }]),
  ]);
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    return { ok: false, sentence: `${(error as Error).message.split('. ')[0]}. "--help" lists what there is.` };
  }
  const given: Record<string, string> = {};
  for (const [name, { values, fallback }] of Object.entries(choices)) {
    const value = String(parsed.values[name] ?? fallback);
    if (!values.includes(value))
      return { ok: false, sentence: `--${name} is "${value}"; possible: ${values.join(', ')}.` };
    given[name] = value;
  }
  for (const name of Object.keys(more)) {
    const value = parsed.values[name];
    if (value !== undefined) given[name] = String(value);
  }
  return { ok: true, help: parsed.values['help'] === true, positionals: parsed.positionals, options: given };
}

/** A path as the caller means it, who may stand in another folder than the project. */
export const fromCaller = (file: string): string => path.resolve(process.env['CALLED_FROM'] ?? process.cwd(), file);

/** Reads a file that the caller names, or says why that cannot be. */
export function readText(file: string): { ok: true; text: string } | { ok: false; sentence: string } {
  try {
    return { ok: true, text: readFileSync(fromCaller(file), 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { ok: false, sentence: `Cannot read "${file}" (${code}). Name a file that exists.` };
  }
}
