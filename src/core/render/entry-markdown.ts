import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { Claim } from '../model/study.ts';

/** A claim's source as text: `(P8, P19; section 5.1.2 of 2022)`. */
const sourceOf = ({ participants, section, source }: Claim): string =>
  `${participants.length > 0 ? participants.join(', ') : 'the authors'}; section ${section} of ${source}`;

/**
 * Turns the text of an entry into plain Markdown: citations in brackets, our own inferences as labelled quotations,
 * links to the Markdown versions of other entries.
 * @param linkTo returns the address of another entry
 */
export function bodyMarkdown(body: string, kb: KnowledgeBase, linkTo: (id: string) => string): string {
  return body
    .replace(/\s*<Cite\s+claims="([^"]*)"\s*\/>/g, (_, ids: string) => {
      const claims = ids
        .split(/\s+/)
        .map((id) => kb.claims.get(id))
        .filter((claim) => claim !== undefined);
      return ` (${[...new Set(claims.map(sourceOf))].join('; ')})`;
    })
    .replace(/<Ours>\s*([\s\S]*?)\s*<\/Ours>/g, (_, text: string) =>
      `**Our reading:** ${text}`
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n'),
    )
    .replace(/<Side>\s*([\s\S]*?)\s*<\/Side>/g, (_, text: string) => `- ${text.replace(/\s*\n\s*/g, ' ')}`)
    .replace(/<\/?Sides>/g, '')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, label: string, id: string) => `[${label}](${linkTo(id)})`)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
