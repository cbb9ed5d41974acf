import type { LookRule } from '../core/model/look-schema.ts';
import { globPattern } from '../core/text/glob.ts';
import { type DataValue, dataValues, fitsKey, isDataFile, mayHaveKey } from './data-file.ts';
import { codeParts, hasLongLine, isCodeFile, isWithinQuotes, type TextPart } from './file-text.ts';
import { isAdapter, isForeign, placesOf } from './places.ts';
import type { RepositoryFile } from './repository-file.ts';

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
  pattern: RegExp | undefined;
  also: RegExp[];
  never: RegExp | undefined;
  unless: RegExp | undefined;
  value: RegExp | undefined;
}

/** What was found in a file, and whether the file could not be read as the data that its name promises. */
export interface FileMatches {
  matches: Match[];
  isBroken: boolean;
}

/** Compiles a pattern. Its white space stays on one line, and repeats at most a hundred times. */
function compile(source: string | undefined): RegExp | undefined {
  if (source === undefined) return undefined;
  const bounded = source.replaceAll('\\s*', '\\s{0,100}').replaceAll('\\s+', '\\s{1,100}');
  const onOneLine = bounded.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/g, (part) =>
    part === '\\s' ? '[ \\t]' : part.startsWith('[') ? part.replaceAll('\\s', ' \\t') : part,
  );
  return new RegExp(onOneLine, 'mu');
}

/** The rules of a look, ready to be asked about one file after another. */
export class RuleBook {
  readonly #rules: CompiledRule[];

  constructor(rules: readonly LookRule[]) {
    this.#rules = rules.map((rule) => ({
      rule,
      files: globPattern(rule.files),
      except: rule.except.length > 0 ? globPattern(rule.except) : /^\b$/,
      key: rule.key?.split('.'),
      pattern: compile(rule.pattern),
      also: [rule.also ?? []].flat().flatMap((source) => compile(source) ?? []),
      never: compile(rule.never),
      unless: compile(rule.unless),
      value: compile(rule.value),
    }));
  }

  /** What the rules find in a file. A rule matches a file at most once, at its first place. */
  match(file: RepositoryFile): FileMatches {
    const rules = this.#rulesFor(file.path);
    const reading = new FileReading(file);
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

/** A file, parsed when a rule first asks for it. */
class FileReading {
  readonly file: RepositoryFile;
  isBroken = false;
  #parts: TextPart[] | undefined;
  #isPlain: boolean | undefined;
  #values: DataValue[] | undefined;

  constructor(file: RepositoryFile) {
    this.file = file;
  }

  #orBroken<T>(values: T[] | null): T[] {
    if (values === null) this.isBroken = true;
    return values ?? [];
  }

  get parts(): TextPart[] {
    this.#parts ??= this.#orBroken(codeParts(this.file));
    return this.#parts;
  }

  /** Whether a pattern may match the code. Spares most files from being split into lines. */
  mayMatch(pattern: RegExp): boolean {
    this.#isPlain ??= !/\.ipynb$/i.test(this.file.path) && !hasLongLine(this.file.text);
    return !this.#isPlain || pattern.test(this.file.text);
  }

  /** Whether a pattern matches the code. */
  matches(pattern: RegExp): boolean {
    return this.mayMatch(pattern) && this.parts.some(({ text }) => pattern.test(text));
  }

  /** Whether the file is code, in which quotes open and close texts. */
  get isCode(): boolean {
    return isCodeFile(this.file.path);
  }

  get values(): DataValue[] {
    this.#values ??= isDataFile(this.file.path) ? this.#orBroken(dataValues(this.file)) : [];
    return this.#values;
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
    const found = text.slice(start).search(pattern);
    if (found < 0) return -1;
    const index = start + found;
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
    const found = reading.values.find(
      (each) => fitsKey(each.path, key) && (value?.test(each.value) ?? true) && !unless?.test(each.value),
    );
    return found && { line: found.line };
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
