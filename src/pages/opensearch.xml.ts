import type { APIRoute } from 'astro';
import { absolute, link } from '../build/site.ts';
import { language, t } from '../build/strings.ts';
import { escapeXml } from '../build/xml.ts';

/** Tells a browser how to search Trivium from its own search box (OpenSearch 1.1). */
export const GET: APIRoute = () => {
  const address = (path: string) => escapeXml(absolute(link(path)));
  return new Response(`<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(t('site.name'))}</ShortName>
  <Description>${escapeXml(t('site.search-description'))}</Description>
  <Url type="text/html" template="${address('/entries/')}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${address('/opensearch.xml')}"/>
  <Image type="image/svg+xml" width="16" height="16">${address('/favicon.svg')}</Image>
  <Language>${language}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`);
};
