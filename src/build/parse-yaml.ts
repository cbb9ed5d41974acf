import { type Alias, type Document, isAlias, isNode, LineCounter, type Node, parseDocument, visit } from 'yaml';
import * as messages from '#messages/build.ts';

/** Says why a YAML text has no data. */
export class YamlError extends Error {}

/** A whole text that is one line of JSON, as programs write it and the package holds its content. */
const jsonLine = /^[[{].*[\]}]\n?$/;

/**
 * The data of a text that is one line of JSON; undefined for any other text. Such a line is YAML as well, and takes a
 * thirtieth of the time to read as JSON.
 */
export function parseJsonLine(text: string): unknown {
  if (!jsonLine.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a list or map of YAML, such as [a, b]
  }
}

/** A YAML text as data, with its syntax errors and the line of each place in it. */
export interface ReadYaml {
  /** Undefined if there are errors. */
  data: unknown;
  errors: { line: number; message: string }[];
  /** The line of a place, or of the nearest place around it. */
  lineOf(place: readonly PropertyKey[]): number | undefined;
}

/** How many levels deep data may be nested. Content has six. */
const deepest = 64;

const tooDeepAt = (line: number) => ({ line, message: messages.tooDeep(deepest) });

/** Where data is nested too deeply, which everything is that contains itself; undefined if nothing is. */
function placeTooDeep(data: unknown, place: readonly string[] = []): readonly string[] | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (place.length === deepest) return place;
  for (const [key, value] of Object.entries(data)) {
    const found = placeTooDeep(value, [...place, key]);
    if (found) return found;
  }
  return undefined;
}

/** Why a document with valid syntax has no data: an alias without an anchor, or else aliases that multiply it. */
function aliasError(document: Document): { alias: Alias | undefined; message: string } {
  const anchors = new Set<string>();
  const aliases: Alias[] = [];
  let unresolved: Alias | undefined;
  const note = (node: Node): void => {
    if (!isAlias(node)) anchors.add(node.anchor ?? '');
    else if (anchors.has(node.source)) aliases.push(node);
    else unresolved ??= node;
  };
  visit(document, { Node: (_, node) => note(node) });
  const message = unresolved ? messages.noAnchor(unresolved.source) : messages.tooManyAliases;
  return { alias: unresolved ?? aliases[0], message };
}

/** Reads a YAML text with the line of everything in it. Takes most of the start of a command. */
function parseYamlText(text: string): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const lineOf = (place: readonly PropertyKey[]): number | undefined => {
    for (let length = place.length; length >= 0; length -= 1) {
      const node = document.getIn(place.slice(0, length) as (string | number)[], true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return undefined;
  };
  const overflow = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (overflow) return { data: undefined, errors: [tooDeepAt(lineAt(overflow.pos[0]))], lineOf };
  if (document.errors.length > 0) {
    const firstLine = (error: Error): string => error.message.split('\n')[0] ?? '';
    const errors = document.errors.map((error) => ({ line: lineAt(error.pos[0]), message: firstLine(error) }));
    return { data: undefined, errors, lineOf };
  }
  try {
    return { data: document.toJS(), errors: [], lineOf };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error; // what the library throws for aliases
    const { alias, message } = aliasError(document);
    return { data: undefined, errors: [{ line: lineAt(alias?.range?.[0] ?? 0), message }], lineOf };
  }
}

/** The result for a valid text whose data is known. Finds lines only when asked: only those of problems are. */
function withKnownData(text: string, data: unknown): ReadYaml {
  let parsed: ReadYaml | undefined;
  const lineOf: ReadYaml['lineOf'] = (place) => {
    parsed ??= parseYamlText(text);
    return parsed.lineOf(place);
  };
  return { data, errors: [], lineOf };
}

/**
 * Reads a YAML text, which JSON is, too. Data that is nested too deeply, or contains itself, is an error.
 * @param known the data of the text, if it is known; spares parsing it
 */
export function readYaml(text: string, known?: unknown): ReadYaml {
  if (known !== undefined) return withKnownData(text, known);
  const json = parseJsonLine(text);
  const result = json === undefined ? parseYamlText(text) : withKnownData(text, json);
  const deepPlace = placeTooDeep(result.data);
  if (!deepPlace) return result;
  const line = json === undefined ? (result.lineOf(deepPlace) ?? 1) : 1;
  return { ...result, data: undefined, errors: [tooDeepAt(line)] };
}

/** The data of a YAML text. Throws a YamlError if it cannot be read. */
export function parseYaml(text: string): unknown {
  const { data, errors } = readYaml(text);
  if (errors[0]) throw new YamlError(errors[0].message);
  return data;
}
