// The text of an entry is a small subset of MDX, so that the build, search, the Markdown version and the checks can all
// read it: paragraphs, `##` headings, lists, emphasis, links to entries written `[words](entry-id)`, and these tags:
//
//   <Cite claims="a b" />                          the claims that support the sentence before
//   <Ours>...</Ours>                               our inference; everything else is what the study says
//   <Sides><Side>...</Side><Side>...</Side></Sides>  views of interviewees, side by side

/** A tag in a text, with its line. */
export interface BodyTag {
  name: string;
  /** Line in the text, from 1. */
  line: number;
}

const lineAt = (body: string, index: number): number => body.slice(0, index).split('\n').length;

/** Each citation in a text: the ids of its claims, and where it begins. */
const citationsIn = (body: string): { ids: string[]; index: number }[] =>
  [...body.matchAll(/<Cite\s+claims="([^"]*)"\s*\/>/g)].map(({ 1: claims = '', index }) => ({
    ids: claims.split(/\s+/).filter(Boolean),
    index,
  }));

/** The ids of the claims that a text cites, each with its line. */
export const citedClaims = (body: string): { id: string; line: number }[] =>
  citationsIn(body).flatMap(({ ids, index }) => ids.map((id) => ({ id, line: lineAt(body, index) })));

/** The ids of the claims that a text cites, each once. Takes less time than finding the line of each. */
export const citedClaimIds = (body: string): string[] => [...new Set(citationsIn(body).flatMap(({ ids }) => ids))];

/** The targets of the links in a text, each with its line. */
export function linkedEntries(body: string): { id: string; line: number }[] {
  return [...body.matchAll(/\]\(([^)]+)\)/g)].map((match) => ({ id: match[1] ?? '', line: lineAt(body, match.index) }));
}

/** The tags in a text that are not one of the parts above. */
export function unknownTags(body: string): BodyTag[] {
  return [...body.matchAll(/<\/?([A-Za-z][\w-]*)[^>]*>/g)]
    .filter((match) => !/^(Cite|Ours|Sides|Side)$/.test(match[1] ?? ''))
    .map((match) => ({ name: match[1] ?? '', line: lineAt(body, match.index) }));
}

/** A text without markup, for counting, searching and excerpts. One line for each paragraph. */
export function plainText(body: string): string {
  return body
    .replace(/\s*<Cite\s+claims="[^"]*"\s*\/>/g, '')
    .replace(/<\/?(Ours|Sides|Side)>/g, '\n\n')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/^#+\s+/gm, '')
    .replace(/^[ \t]*([-*]|\d+\.)[ \t]+/gm, '')
    .replace(/\*\*?([^*\n]+)\*\*?/g, '$1')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
