import path from 'node:path';
import { parseArgs } from 'node:util';
import * as messages from '#messages/cli.ts';
import { failure, type Result, success } from '../core/model/result.ts';
import { csvSeparators } from '../core/render/csv.ts';

/** An option that takes one of a few values. */
interface Choice {
  values: readonly string[];
  fallback: string;
  /** The value of the option if it is written without one; if missing, a value is required. */
  bare?: string;
}

/** The options of a command by name: a switch, any text, or one of a few values. */
export type Options = Readonly<Record<string, 'boolean' | 'string' | Choice>>;

/** What is between the fields of CSV: for spreadsheets in English, or in languages with a decimal comma. */
export const separatorOption = { values: csvSeparators, fallback: 'comma' } as const;

/** The arguments of a call. */
export interface Call {
  /** Whether the caller asks for help. */
  help: boolean;
  positionals: string[];
  /** Values by name. Switches and texts that the caller left out are missing. */
  options: Record<string, string>;
}

/** Gives every option that was written without a value its bare one, so that `--names file` leaves `file` alone. */
function completeBareOptions(args: readonly string[], options: Options): string[] {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  return args.map((arg, index) => {
    const option = index < end && arg.startsWith('--') ? options[arg.slice(2)] : undefined;
    if (typeof option !== 'object' || option.bare === undefined) return arg;
    return option.values.includes(args[index + 1] ?? '') ? arg : `${arg}=${option.bare}`;
  });
}

/** Parses arguments by type, not yet checked against the values of a choice; throws on an unknown option. */
function parseByType(args: readonly string[], options: Options): ReturnType<typeof parseArgs> {
  const types = Object.entries(options).map(([name, option]) => {
    const type = typeof option === 'object' ? 'string' : option;
    return [name, { type }] as const;
  });
  return parseArgs({
    args: completeBareOptions(args, options),
    allowPositionals: true,
    options: { ...Object.fromEntries(types), help: { type: 'boolean', short: 'h' } },
  });
}

/** Reads the arguments of a command: its own options, `--help`, and the rest. */
export function readCall(args: readonly string[], options: Options): Result<Call> {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseByType(args, options);
  } catch (error) {
    return failure(messages.badCall((error as Error).message.split(/\.\s/)[0] ?? ''));
  }
  if (parsed.positionals.includes('')) return failure(messages.emptyArgument);
  const values: Record<string, string> = {};
  for (const [name, option] of Object.entries(options)) {
    const value = parsed.values[name] ?? (typeof option === 'object' ? option.fallback : undefined);
    if (value === undefined) continue;
    if (typeof option === 'object' && !option.values.includes(String(value)))
      return failure(messages.notAChoice(name, String(value), option.values.join(', ')));
    values[name] = String(value);
  }
  if (values['out'] === '-') return failure(messages.noStreamOut);
  return success({ help: parsed.values['help'] === true, positionals: parsed.positionals, options: values });
}

/** The option `--depth`. */
export const depthOption: Choice = { values: ['quick', 'full'], fallback: 'full' };

/** The option `--format` of commands that print an object or a text. */
export const formatOption: Choice = { values: ['json', 'md'], fallback: 'json' };

/** The option `--names`, which means the same in every command; only its default differs. */
export const namesOption = (fallback: 'given' | 'none'): Choice => ({
  values: ['given', 'none'],
  fallback,
  bare: 'given',
});

/** Resolves a path against the folder of the caller, which may lie outside the project. */
export const fromCaller = (file: string): string => path.resolve(process.env['CALLED_FROM'] ?? process.cwd(), file);
