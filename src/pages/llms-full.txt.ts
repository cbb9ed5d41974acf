import type { APIRoute } from 'astro';
import { entries } from '../build/entries.ts';
import { entryMarkdown } from '../build/entry-markdown.ts';
import { absolute } from '../build/site.ts';
import { t } from '../build/strings.ts';

/** The text of every entry in one file, for language models. */
export const GET: APIRoute = () => {
  const texts = entries.map((entry) => entryMarkdown(entry, absolute));
  return new Response(
    `# ${t('site.name')}\n\n> ${t('home.description')}\n\n${t('api.markdown-text')}\n\n${texts.join('\n---\n\n')}`,
  );
};
