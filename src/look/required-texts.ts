// Which texts a pattern needs. A file that has none of them cannot match, so the pattern need not be run on it.

/** What is known about a part of a pattern. */
interface Part {
  /** Every text that the part matches; undefined if there are too many. */
  all: string[] | undefined;
  /** Texts of which every match contains at least one; undefined if there are none. */
  needs: string[] | undefined;
}

/** Maximum number of texts in a list. */
const mostTexts = 64;
/** A text that is shorter is in nearly every file. */
const shortest = 3;

const anything: Part = { all: undefined, needs: undefined };
const nothing: Part = { all: [''], needs: undefined };

/** The length of the shortest text of a list, which says how rarely a file has one of them. */
const rarity = (texts: readonly string[] | undefined): number =>
  texts ? Math.min(...texts.map(({ length }) => length)) : 0;

/**
 * The list that fewer files have a text of. If they are alike, the later one: "import" comes before the name of a
 * package.
 */
const rarer = (a: string[] | undefined, b: string[] | undefined): string[] | undefined =>
  rarity(b) >= rarity(a) && b ? b : a;

/** What a part needs, if all that it matches counts, too. */
const needsOf = ({ all, needs }: Part): string[] | undefined => rarer(needs, all);

/** Every text of one list followed by every text of another; undefined if that is too many. */
const joinTexts = (starts: readonly string[], ends: readonly string[]): string[] | undefined =>
  starts.length * ends.length > mostTexts ? undefined : starts.flatMap((start) => ends.map((end) => start + end));

/** Parts, one after the other. What is known of neighbours is joined to longer texts. */
function inTurn(parts: readonly Part[]): Part {
  let [run, needs, isAll]: [string[], string[] | undefined, boolean] = [[''], undefined, true];
  for (const part of parts) {
    needs = rarer(needs, part.needs);
    const longer = part.all && joinTexts(run, part.all);
    if (!longer) [needs, isAll] = [rarer(needs, run), false];
    run = longer ?? part.all ?? [''];
  }
  return { all: isAll ? run : undefined, needs: rarer(needs, run) };
}

/** One part or another. */
function either(parts: readonly Part[]): Part {
  const alls = parts.map(({ all }) => all);
  const all = alls.every((list) => list !== undefined) ? alls.flat() : undefined;
  const needs = parts.map(needsOf);
  const isNeeded = needs.every((list) => list !== undefined) && needs.flat().length <= mostTexts;
  return {
    all: all && all.length <= mostTexts ? all : undefined,
    needs: isNeeded ? needs.flat().filter((text) => text !== undefined) : undefined,
  };
}

/** A part that may be missing or repeat. */
function repeated(part: Part, quantifier: string): Part {
  if (quantifier.startsWith('?')) return either([part, nothing]);
  return /^(\*|\{0)/.test(quantifier) ? anything : { all: undefined, needs: needsOf(part) };
}

/** A class of characters, such as `["']`. One with an escape of a letter or digit, as in `[\W]`, is no list. */
function classPart(source: string): Part {
  const inside = source.slice(1, -1);
  const isList = !/^\^|\\[a-zA-Z0-9]|.-./.test(inside);
  const letters = [...inside.replaceAll(/\\(.)/g, '$1')];
  return isList && letters.length <= 8 ? { all: letters, needs: undefined } : anything;
}

/** An escape, such as `\(`, `\w` or `\u0061`. */
function escapePart(source: string): Part {
  if (/^\\b$/i.test(source)) return nothing;
  return /^\\[a-zA-Z0-9]/.test(source) ? anything : { all: [source.slice(1)], needs: undefined };
}

/** A group, by how it starts: one with flags may ignore case. */
const groupPart = (start: string, inside: Part): Part => (/^\(\?[a-z-]+:$/.test(start) ? anything : inside);

/** The tokens of a pattern: escapes, classes, starts of groups and quantifiers as a whole, other characters one by one. */
const tokens = new RegExp(
  [
    String.raw`\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|.)`,
    String.raw`\[\^?(?:\\.|[^\]\\])*\]`,
    String.raw`\((?:\?(?:<[^>]*>|[a-z-]*:))?`,
    String.raw`(?:[?*+]|\{\d+,?\d*\})\??`,
    String.raw`[\s\S]`,
  ].join('|'),
  'gu',
);

/** Reads a pattern from left to right. */
class PatternReader {
  readonly #tokens: string[];
  #next = 0;

  constructor(source: string) {
    this.#tokens = source.match(tokens) ?? [];
  }

  /** Reads up to the end of a group or of the pattern. */
  alternatives(): Part {
    const parts = [this.#sequence()];
    while (this.#tokens[this.#next] === '|') {
      this.#next += 1;
      parts.push(this.#sequence());
    }
    return parts.length === 1 ? (parts[0] ?? nothing) : either(parts);
  }

  #sequence(): Part {
    const parts: Part[] = [];
    for (let token = this.#tokens[this.#next]; token !== undefined && !/^[|)]$/.test(token); ) {
      parts.push(this.#repeatable());
      token = this.#tokens[this.#next];
    }
    return inTurn(parts);
  }

  #repeatable(): Part {
    const part = this.#single();
    const quantifier = this.#tokens[this.#next] ?? '';
    if (!/^([?*+]|\{\d)/.test(quantifier)) return part;
    this.#next += 1;
    return repeated(part, quantifier);
  }

  #single(): Part {
    const token = this.#tokens[this.#next] ?? '';
    this.#next += 1;
    if (token.startsWith('(')) {
      const inside = this.alternatives();
      this.#next += 1;
      return groupPart(token, inside);
    }
    if (token === '^' || token === '$') return nothing;
    if (token === '.') return anything;
    if (token.startsWith('[')) return classPart(token);
    return token.startsWith('\\') ? escapePart(token) : { all: [token], needs: undefined };
  }
}

/**
 * Texts at least one of which is in every match of a pattern.
 * @param source a regular expression with the flag "u", without lookaround and back references
 * @returns undefined if there is no such list, or if nearly every file contains one of them
 */
export function requiredTexts(source: string): string[] | undefined {
  const needs = needsOf(new PatternReader(source).alternatives());
  return rarity(needs) >= shortest ? [...new Set(needs)] : undefined;
}
