import { isNode, LineCounter, parse, parseDocument } from 'yaml';

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

/** The data of a YAML text. Throws if it is not valid. */
export const parseYaml = (text: string): unknown => parseJsonLine(text) ?? parse(text);

/** A YAML text as data, with its syntax errors and the line of each place in it. */
export interface ReadYaml {
  /** Undefined if there are errors. */
  data: unknown;
  errors: { line: number; message: string }[];
  /** The line of a place, or of the nearest place around it. */
  lineOf(place: readonly PropertyKey[]): number | undefined;
}

/** Reads a YAML text with the line of everything in it. Takes most of the start of a command. */
function parseYamlText(text: string): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const errors = document.errors.map(({ linePos, message }) => ({
    line: linePos?.[0].line ?? 1,
    message: message.split('\n')[0] ?? '',
  }));
  const lineOf = (place: readonly PropertyKey[]): number | undefined => {
    for (let length = place.length; length >= 0; length -= 1) {
      const node = document.getIn(place.slice(0, length) as (string | number)[], true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  return { data: errors.length > 0 ? undefined : document.toJS(), errors, lineOf };
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
 * Reads a YAML text, which JSON is, too.
 * @param known the data of the text, if it is known; spares parsing it
 */
export function readYaml(text: string, known?: unknown): ReadYaml {
  const data = known ?? parseJsonLine(text);
  return data === undefined ? parseYamlText(text) : withKnownData(text, data);
}
