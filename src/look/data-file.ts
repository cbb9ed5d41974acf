import { parse as parseToml } from 'smol-toml';
import { isCollection, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseAllDocuments } from 'yaml';
import type { RepositoryFile } from './repository-file.ts';

/** A value in a data file. */
export interface DataValue {
  /** Keys and indexes that lead to it. */
  path: string[];
  value: string;
  line: number;
}

/** A data file beyond this many values is not looked at further. */
const mostValues = 20_000;
/** A value nested more deeply is not looked at. */
const deepest = 24;

type Add = (path: string[], value: string, line: number) => void;

/** Adds every key and scalar of a YAML node. A list or map counts as an empty text. */
function addNode(node: unknown, path: string[], line: number, lines: LineCounter, add: Add): void {
  const start = (node as Node | null)?.range?.[0];
  const at = start === undefined ? line : lines.linePos(start).line;
  if (path.length > deepest) return;
  if (path.length > 0) add(path, isScalar(node) ? String(node.value ?? '') : '', isCollection(node) ? line : at);
  if (isMap(node))
    for (const pair of node.items as Pair[]) {
      const key = pair.key as Node | null;
      const keyLine = key?.range ? lines.linePos(key.range[0]).line : at;
      addNode(pair.value, [...path, String(isScalar(key) ? key.value : key)], keyLine, lines, add);
    }
  else if (isSeq(node))
    for (const [index, item] of node.items.entries()) addNode(item, [...path, String(index)], at, lines, add);
}

/** Adds the values of every document of a YAML text. Throws if one is broken. */
function addYaml(text: string, add: Add): void {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false });
  for (const document of Array.isArray(documents) ? documents : []) {
    if (document.errors[0]) throw document.errors[0];
    addNode(document.contents, [], 1, lines, add);
  }
}

/** Keys of parsed data that may be missing from the text before lines are no longer looked for. Bounds the cost. */
const mostMisses = 50;

/** Finds the lines of keys in a text, asked in the order of the text. */
class KeyLines {
  readonly #text: string;
  readonly #lines = new LineCounter();
  readonly #isJson: boolean;
  #cursor = 0;
  #misses = 0;

  constructor(text: string, isJson: boolean) {
    this.#text = text;
    this.#isJson = isJson;
    this.#lines.addNewLine(0);
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) this.#lines.addNewLine(end + 1);
  }

  /** The line of the next place that has a key; that of the key before if there is none. */
  next(key: string): number {
    const keyText = this.#isJson ? JSON.stringify(key) : key;
    const index = this.#misses < mostMisses ? this.#text.indexOf(keyText, this.#cursor) : -1;
    if (index < 0) this.#misses += 1;
    else this.#cursor = index + keyText.length;
    return this.#lines.linePos(Math.max(0, this.#cursor - 1)).line;
  }
}

/** Adds the values of parsed data. An entry of a list has the line of its list. */
function addParsed(value: unknown, path: string[], line: number, lines: KeyLines, add: Add): void {
  if (path.length > deepest) return;
  const isObject = typeof value === 'object' && value !== null && !(value instanceof Date);
  if (path.length > 0) add(path, isObject ? '' : String(value), line);
  if (!isObject) return;
  for (const [name, inner] of Object.entries(value))
    addParsed(inner, [...path, name], Array.isArray(value) ? line : lines.next(name), lines, add);
}

/** Whether a file is data that rules can ask for keys. */
export const isDataFile = (path: string): boolean =>
  /\.(ya?ml|json|toml)$|(^|\/)(dvc\.lock|Pipfile\.lock)$/i.test(path);

/** The values of a YAML, JSON or TOML file; null if it cannot be read as data. */
export function dataValues({ path, text }: RepositoryFile): DataValue[] | null {
  const values: DataValue[] = [];
  const add: Add = (at, value, line) => {
    if (values.length < mostValues) values.push({ path: at, value, line });
  };
  try {
    if (/\.toml$/i.test(path)) addParsed(parseToml(text), [], 1, new KeyLines(text, false), add);
    else if (/\.json$/i.test(path)) addParsed(JSON.parse(text), [], 1, new KeyLines(text, true), add);
    else addYaml(text, add);
  } catch {
    return null;
  }
  return values;
}

/** The keys that a part of a key path names: `{a|b}` names two, and stars name none. */
const namesIn = (part: string): string[] =>
  part.startsWith('{') ? part.slice(1, -1).split('|') : part.startsWith('*') ? [] : [part];

/** Whether a text may have a path of keys: it has a name of each part. Spares most files from being parsed. */
export const mayHaveKey = (text: string, key: readonly string[]): boolean =>
  key.every((part) => part.startsWith('*') || namesIn(part).some((name) => text.includes(name)));

/** Whether a key is one that a part of a key path names. */
const isKey = (key: string | undefined, part: string): boolean =>
  key !== undefined && (part === '*' || namesIn(part).includes(key));

/** Whether a path of keys fits a key path; `**` in it is any number of keys. */
export function fitsKey(path: readonly string[], key: readonly string[]): boolean {
  const [first, ...rest] = key;
  if (first === undefined) return path.length === 0;
  if (first === '**') return fitsKey(path, rest) || (path.length > 0 && fitsKey(path.slice(1), key));
  return isKey(path[0], first) && fitsKey(path.slice(1), rest);
}
