import type { APIRoute } from 'astro';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { link } from '../build/site.ts';
import { t } from '../build/strings.ts';
import { escapeXml } from '../build/xml.ts';

/** Every change that concerns readers, as an Atom feed. */
export const GET: APIRoute = ({ site }) => {
  const home = new URL(link('/'), site).href;
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
  return new Response(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${home}</id>
  <title>${escapeXml(t('site.name'))}</title>
  <author><name>${escapeXml(t('site.authors'))}</name></author>
  <link rel="self" href="${new URL(link('/feed.xml'), site).href}"/>
  <link href="${home}"/>
  <updated>${changes[0]?.date}T00:00:00Z</updated>
${items.join('\n')}
</feed>
`);
};
