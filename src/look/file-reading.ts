import { type DataValue, dataValues, isDataFile } from './data-file.ts';
import { codeParts, hasLongLine, isCodeFile, type TextPart } from './file-text.ts';
import type { RepositoryFile } from './repository-file.ts';
import { requiredTexts } from './required-texts.ts';
import type { RunIndex } from './run-index.ts';

/** A pattern, and the texts that it needs. */
export interface SoughtPattern {
  pattern: RegExp;
  /** Every match contains one of these; undefined if a match needs none. */
  needs: string[] | undefined;
}

/**
 * Compiles a pattern. Its white space stays on one line, and repeats at most a hundred times. Undefined if there is no
 * pattern; throws if it is no regular expression.
 */
export function soughtPattern(source: string | undefined): SoughtPattern | undefined {
  if (source === undefined) return undefined;
  const bounded = source.replaceAll('\\s*', '\\s{0,100}').replaceAll('\\s+', '\\s{1,100}');
  const onOneLine = bounded.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/g, (part) =>
    part === '\\s' ? '[ \\t]' : part.startsWith('[') ? part.replaceAll('\\s', ' \\t') : part,
  );
  return { pattern: new RegExp(onOneLine, 'mu'), needs: requiredTexts(source) };
}

/** A file, parsed when a rule first asks for it. */
export class FileReading {
  readonly file: RepositoryFile;
  isBroken = false;
  readonly #runs: RunIndex;
  readonly #isNotebook: boolean;
  #isIndexed = false;
  #parts: TextPart[] | undefined;
  #hasLongLine: boolean | undefined;
  #values: DataValue[] | undefined;

  /** @param runs serves this file until the next one is read */
  constructor(file: RepositoryFile, runs: RunIndex) {
    this.file = file;
    this.#runs = runs;
    this.#isNotebook = /\.ipynb$/i.test(file.path);
  }

  #orBroken<T>(values: T[] | null): T[] {
    if (values === null) this.isBroken = true;
    return values ?? [];
  }

  /** The code of the file, without comments. */
  get parts(): TextPart[] {
    this.#parts ??= this.#orBroken(codeParts(this.file));
    return this.#parts;
  }

  /** Whether the file may have one of the texts that a pattern needs. */
  #mayHaveNeeds({ needs }: SoughtPattern): boolean {
    if (!this.#isIndexed) {
      this.#runs.take(this.#isNotebook ? this.parts.map(({ text }) => text).join('\n') : this.file.text);
      this.#isIndexed = true;
    }
    return needs?.some((text) => this.#runs.mayHave(text)) ?? true;
  }

  /** Whether a pattern may match the code. Spares most files from being split into lines. */
  mayMatch(sought: SoughtPattern): boolean {
    if (!this.#mayHaveNeeds(sought)) return false;
    this.#hasLongLine ??= hasLongLine(this.file.text);
    return this.#isNotebook || this.#hasLongLine || sought.pattern.test(this.file.text);
  }

  /** Whether a pattern matches the code. */
  matches(sought: SoughtPattern): boolean {
    return this.mayMatch(sought) && this.parts.some(({ text }) => sought.pattern.test(text));
  }

  /** Whether the file is code, in which quotes open and close texts. */
  get isCode(): boolean {
    return isCodeFile(this.file.path);
  }

  /** What the file holds, if it is data. */
  get values(): DataValue[] {
    this.#values ??= isDataFile(this.file.path) ? this.#orBroken(dataValues(this.file)) : [];
    return this.#values;
  }
}
