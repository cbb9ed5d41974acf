import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The text of markup, with single spaces. */
export const textOfHtml = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The text of a rendered view, with single spaces. */
export const textOf = (view: VNode): string => textOfHtml(renderToString(view));

/** The number of elements of a rendered view whose opening tag matches. */
export const countTags = (view: VNode, tag: RegExp): number =>
  [...renderToString(view).matchAll(/<[a-z][^>]*>/g)].filter(([openingTag]) => tag.test(openingTag)).length;
