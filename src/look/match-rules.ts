import type { LookRule } from '../core/model/look-schema.ts';
import { globPattern } from '../core/text/glob.ts';
import { fitsKey, mayHaveKey } from './data-file.ts';
import { FileReading, type SoughtPattern, soughtPattern } from './file-reading.ts';
import { isWithinQuotes } from './file-text.ts';
import { isAdapter, isForeign, placesOf } from './places.ts';
import type { RepositoryFile } from './repository-file.ts';
import { RunIndex } from './run-index.ts';

/** Where a rule matches. */
export interface Match {
  rule: LookRule;
  file: string;
  cell?: number;
  line?: number;
}

/** A rule with its globs and patterns compiled. */
interface CompiledRule {
  rule: LookRule;
  files: RegExp;
  except: RegExp;
  key: string[] | undefined;
  pattern: SoughtPattern | undefined;
  also: SoughtPattern[];
  never: SoughtPattern | undefined;
  unless: RegExp | undefined;
  value: RegExp | undefined;
}

/** What was found in a file, and whether the file could not be read as the data that its name promises. */
export interface FileMatches {
  matches: Match[];
  isBroken: boolean;
}

/** The rules of a look, ready to be asked about one file after another. */
export class RuleBook {
  readonly #rules: CompiledRule[];
  readonly #runs = new RunIndex();

  constructor(rules: readonly LookRule[]) {
    this.#rules = rules.map((rule) => ({
      rule,
      files: globPattern(rule.files),
      except: rule.except.length > 0 ? globPattern(rule.except) : /^\b$/,
      key: rule.key?.split('.'),
      pattern: soughtPattern(rule.pattern),
      also: [rule.also ?? []].flat().flatMap((source) => soughtPattern(source) ?? []),
      never: soughtPattern(rule.never),
      unless: soughtPattern(rule.unless)?.pattern,
      value: soughtPattern(rule.value)?.pattern,
    }));
  }

  /** What the rules find in a file. A rule matches a file at most once, at its first place. */
  match(file: RepositoryFile): FileMatches {
    const rules = this.#rulesFor(file.path);
    const reading = new FileReading(file, this.#runs);
    const matches = rules.flatMap((rule) => matchOf(rule, reading) ?? []);
    return { matches, isBroken: reading.isBroken };
  }

  #rulesFor(path: string): CompiledRule[] {
    if (isForeign(path)) return [];
    const [places, offersTools] = [placesOf(path), isAdapter(path)];
    return this.#rules.filter(
      ({ rule, files, except }) =>
        !(offersTools && rule.tool !== undefined) &&
        places.every((place) => rule.within.includes(place)) &&
        files.test(path) &&
        !except.test(path),
    );
  }
}

/** The line of a text around an index: where it starts and ends. */
function lineAround(text: string, index: number): [start: number, end: number] {
  const end = text.indexOf('\n', index);
  return [text.lastIndexOf('\n', index - 1) + 1, end < 0 ? text.length : end];
}

/** Where a text has a pattern, in a line that does not have `unless` and, in code, outside quotes; -1 if nowhere. */
function indexOfPattern(text: string, isCode: boolean, { pattern, unless, rule }: CompiledRule): number {
  for (let start = 0; pattern && start <= text.length; ) {
    const offset = text.slice(start).search(pattern.pattern);
    if (offset < 0) return -1;
    const index = start + offset;
    const [lineStart, lineEnd] = lineAround(text, index);
    const isQuoted = isCode && !rule.quoted && isWithinQuotes(text.slice(lineStart, index));
    if (!isQuoted && !unless?.test(text.slice(lineStart, lineEnd))) return index;
    start = lineEnd + 1;
  }
  return -1;
}

/** Where in a file a rule's key or pattern is; undefined if nowhere. */
function placeOf(compiled: CompiledRule, reading: FileReading): { cell?: number; line?: number } | undefined {
  const { key, value, pattern, unless } = compiled;
  if (key) {
    if (!mayHaveKey(reading.file.text, key)) return undefined;
    const fitting = reading.values.find(
      (each) => fitsKey(each.path, key) && (value?.test(each.value) ?? true) && !unless?.test(each.value),
    );
    return fitting && { line: fitting.line };
  }
  if (!pattern) return {};
  if (!reading.mayMatch(pattern)) return undefined;
  for (const { cell, text } of reading.parts) {
    const index = indexOfPattern(text, reading.isCode, compiled);
    if (index >= 0) return { ...(cell === undefined ? {} : { cell }), line: text.slice(0, index).split('\n').length };
  }
  return undefined;
}

/** The match of a rule in a file that its globs match, if there is one. */
function matchOf(compiled: CompiledRule, reading: FileReading): Match | undefined {
  if (!compiled.also.every((pattern) => reading.matches(pattern))) return undefined;
  const place = placeOf(compiled, reading);
  if (!place || (compiled.never && reading.matches(compiled.never))) return undefined;
  return { rule: compiled.rule, file: reading.file.path, ...place };
}
