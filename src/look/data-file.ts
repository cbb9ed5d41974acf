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
  const own = (node as Node | null)?.range?.[0];
  const at = own === undefined ? line : lines.linePos(own).line;
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

/** Adds the values of parsed data. The line of each is the next one that has the last of its keys. */
function addParsed(value: unknown, path: string[], from: number, text: string, add: Add): void {
  if (path.length > deepest) return;
  const key = path.at(-1) ?? '';
  const found = path.length === 0 || /^\d+$/.test(key) ? -1 : text.indexOf(key, from);
  const start = found < 0 ? from : found;
  const isObject = typeof value === 'object' && value !== null && !(value instanceof Date);
  if (path.length > 0) add(path, isObject ? '' : String(value), text.slice(0, start).split('\n').length);
  if (isObject) for (const [name, inner] of Object.entries(value)) addParsed(inner, [...path, name], start, text, add);
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
    if (/\.toml$/i.test(path)) addParsed(parseToml(text), [], 0, text, add);
    else if (/\.json$/i.test(path)) addParsed(JSON.parse(text), [], 0, text, add);
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
