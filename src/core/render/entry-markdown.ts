import * as messages from '#messages/entry-markdown.ts';
import { citedClaimIds } from '../model/entry-body.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { Claim } from '../model/study.ts';

/** A claim's source as text: `P8, P19; section 5.1.2 of 2022`. */
export const sourceOf = ({ participants, section, source }: Claim): string =>
  messages.sourceOf(participants, section, source);

/** The sources of claims, each once and followed by the ids of its claims: ` (P8; section 5.1.2 of 2022 [claim-id])`. */
function citationText(ids: readonly string[], kb: KnowledgeBase): string {
  const claims = ids.flatMap((id) => kb.claims.get(id) ?? []);
  const sources = [...Map.groupBy(claims, sourceOf)].map(
    ([source, cited]) => `${source} [${cited.map(({ id }) => id).join(', ')}]`,
  );
  return ` (${sources.join('; ')})`;
}

/**
 * Turns the text of an entry into plain Markdown: citations in brackets with the ids of their claims, our own
 * inferences as labelled quotations, links to the Markdown versions of other entries.
 * @param linkTo returns the address of another entry
 */
export function bodyMarkdown(body: string, kb: KnowledgeBase, linkTo: (id: string) => string): string {
  return body
    .replace(/\s*<Cite\s+claims="([^"]*)"\s*\/>/g, (_, ids: string) => citationText(ids.split(/\s+/), kb))
    .replace(/<Ours>\s*([\s\S]*?)\s*<\/Ours>/g, (_, text: string) =>
      `**${messages.ourReading}** ${text}`
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

/**
 * A part of an entry's text: what the study says, with the ids of its claims, or the reading of Trivium or an
 * organisation.
 */
export interface SourcedText {
  provenance: 'study' | 'trivium' | 'organisation';
  markdown: string;
  claims: string[];
}

/**
 * Splits the text of an entry where what the study says and what we infer take turns. Each part is Markdown.
 * @param linkTo returns the address of another entry
 * @param reader whose reading it is
 */
export function textParts(
  body: string,
  kb: KnowledgeBase,
  linkTo: (id: string) => string,
  reader: 'trivium' | 'organisation' = 'trivium',
): SourcedText[] {
  return body.split(/<Ours>([\s\S]*?)<\/Ours>/).flatMap((text, index): SourcedText[] => {
    const markdown = bodyMarkdown(text, kb, linkTo);
    const claims = citedClaimIds(text);
    return markdown === '' ? [] : [{ provenance: index % 2 === 0 ? 'study' : reader, markdown, claims }];
  });
}
