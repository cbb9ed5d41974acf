import { isCollection, isNode, LineCounter, parseDocument } from 'yaml';

/** A path to something in a YAML file: keys, and positions in lists. */
type Path = readonly (string | number)[];

/** Where the node at a path starts and ends. Throws if there is none. */
function rangeOf(text: string, path: Path): [start: number, end: number] {
  const node = parseDocument(text).getIn(path, true);
  if (!isNode(node) || !node.range) throw new Error(`There is no "${path.join('.')}" in this file.`);
  return [node.range[0], node.range[1]];
}

/** The lines of a block as an item of a list: the first after a dash, all others below it. */
const itemLines = (block: string, column: number): string =>
  block
    .trimEnd()
    .split('\n')
    .map((line, index) => (index === 0 ? `- ${line}` : line && `  ${line}`))
    .map((line) => line && ' '.repeat(column) + line)
    .join('\n');

/** Where the dashes of a list in block style stand: 0 is the first column. */
function columnOf(text: string, path: Path): number {
  const lines = new LineCounter();
  const node = parseDocument(text, { lineCounter: lines }).getIn(path, true);
  return isNode(node) && node.range ? lines.linePos(node.range[0]).col - 1 : 0;
}

/** The end of the line that a position is in. */
const endOfLine = (text: string, position: number): number => {
  const end = text.indexOf('\n', position);
  return end === -1 ? text.length : end;
};

/**
 * Adds an item to a list in block style, and leaves every other character of the file as it is.
 * @param after the position of the item that it follows; -1 puts it first, no position last
 * @param block the item as YAML, without its dash
 */
export function insertItem(text: string, path: Path, block: string, after?: number): string {
  const list = parseDocument(text).getIn(path, true);
  if (!isCollection(list) || list.items.length === 0) throw new Error(`There is no list "${path.join('.')}".`);
  const lines = itemLines(block, columnOf(text, path));
  if (after === -1) {
    const start = text.lastIndexOf('\n', rangeOf(text, path)[0]) + 1;
    return `${text.slice(0, start)}${lines}\n${text.slice(start)}`;
  }
  const [, end] = rangeOf(text, [...path, after ?? list.items.length - 1]);
  const at = endOfLine(text, end - 1);
  return `${text.slice(0, at)}\n${lines}${text.slice(at)}`;
}

/** Adds an item to a list in brackets, behind the item at a position, or as the last. `separator` comes before it. */
export function insertInline(text: string, path: Path, item: string, separator = ', ', after?: number): string {
  const list = parseDocument(text).getIn(path, true);
  if (!isCollection(list)) throw new Error(`There is no list "${path.join('.')}".`);
  const at =
    list.items.length === 0 ? rangeOf(text, path)[1] - 1 : rangeOf(text, [...path, after ?? list.items.length - 1])[1];
  return `${text.slice(0, at)}${list.items.length === 0 ? '' : separator}${item}${text.slice(at)}`;
}

/** Replaces the plain value at a path. */
export function replaceValue(text: string, path: Path, value: string): string {
  const [start, end] = rangeOf(text, path);
  return `${text.slice(0, start)}${value}${text.slice(end)}`;
}
