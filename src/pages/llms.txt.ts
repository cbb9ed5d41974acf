import type { APIRoute } from 'astro';
import { entriesByKind } from '../build/entries.ts';
import { link } from '../build/site.ts';
import { t } from '../build/strings.ts';

/** A list of all entries with links to their Markdown versions, for language models. */
export const GET: APIRoute = ({ site }) => {
  const address = (path: string) => new URL(link(path), site).href;
  const groups = entriesByKind.map(({ kind, entries }) =>
    [
      `## ${t(`kinds.${kind}`)}`,
      '',
      ...entries.map(({ id, title, summary }) => `- [${title}](${address(`/entries/${id}.md`)}): ${summary}`),
    ].join('\n'),
  );
  const further = [
    `- [${t('api.full-text')}](${address('/llms-full.txt')})`,
    `- [${t('api.title')}](${address('/api/')})`,
    `- [${t('api.skill')}](${address('/skills/trivium/SKILL.md')})`,
    `- [${t('api.index')}](${address('/api/v1/index.json')})`,
  ];
  return new Response(
    `# ${t('site.name')}\n\n> ${t('home.description')}\n\n${[...groups, further.join('\n')].join('\n\n')}\n`,
  );
};
