import { entries, entriesByKind } from './entries.ts';
import { entryMarkdown } from './entry-markdown.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { absolute, address } from './site.ts';
import { language, t } from './strings.ts';
import { escapeXml } from './xml.ts';

// Files about the site as a whole, for feed readers, browsers, search engines and language models.

/** Every change that concerns readers, as an Atom feed. */
export function feed(): string {
  const home = address('/');
  const { changes } = loadKnowledgeBase();
  const items = changes.map(
    ({ id, date, title, text }) => `  <entry>
    <id>${home}#${id}</id>
    <title>${escapeXml(title)}</title>
    <updated>${date}T00:00:00Z</updated>
    <link href="${home}"/>
    <summary>${escapeXml(text)}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${home}</id>
  <title>${escapeXml(t('site.name'))}</title>
  <author><name>${escapeXml(t('site.authors'))}</name></author>
  <link rel="self" href="${address('/feed.xml')}"/>
  <link href="${home}"/>
  <updated>${changes[0]?.date}T00:00:00Z</updated>
${items.join('\n')}
</feed>
`;
}

/** Tells a browser how to search Trivium from its own search box (OpenSearch 1.1). */
export function openSearchXml(): string {
  const escaped = (path: string) => escapeXml(address(path));
  return `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(t('site.name'))}</ShortName>
  <Description>${escapeXml(t('site.search-description'))}</Description>
  <Url type="text/html" template="${escaped('/entries/')}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escaped('/opensearch.xml')}"/>
  <Image type="image/svg+xml" width="16" height="16">${escaped('/favicon.svg')}</Image>
  <Language>${language}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`;
}

/** Every robot is welcome; the sitemap lists the pages. */
export const robots = (): string => `User-agent: *\nAllow: /\n\nSitemap: ${address('/sitemap.xml')}\n`;

/** What llms.txt and llms-full.txt begin with. */
const llmsHead = (): string => `# ${t('site.name')}\n\n> ${t('home.description')}\n\n`;

/** A list of all entries with links to their Markdown versions, for language models. */
export function llms(): string {
  const groups = entriesByKind.map((group) =>
    [
      `## ${t(`kinds.${group.kind}`)}`,
      '',
      ...group.entries.map(({ id, title, summary }) => `- [${title}](${address(`/entries/${id}.md`)}): ${summary}`),
    ].join('\n'),
  );
  const further = [
    `- [${t('api.full-text')}](${address('/llms-full.txt')})`,
    `- [${t('api.title')}](${address('/api/')})`,
    `- [${t('api.skill')}](${address('/skills/trivium/SKILL.md')})`,
    `- [${t('api.index')}](${address('/api/v1/index.json')})`,
  ];
  return `${llmsHead()}${[...groups, further.join('\n')].join('\n\n')}\n`;
}

/** The text of every entry in one file, for language models. */
export function llmsFull(): string {
  const texts = entries.map((entry) => entryMarkdown(entry, absolute));
  return `${llmsHead()}${t('api.markdown-text')}\n\n${texts.join('\n---\n\n')}`;
}
