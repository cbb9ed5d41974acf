import type { Entry } from '../core/model/entry.ts';
import { bodyMarkdown } from '../core/render/entry-markdown.ts';
import { relatedTo } from './entries.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { joinParts, list, ours, section } from './markdown-parts.ts';
import { variableName } from './pack.ts';
import { link } from './site.ts';
import { t } from './strings.ts';
import { templates } from './templates.ts';

const markdownPath = (id: string): string => link(`/entries/${id}.md`);
/** A text as a block of code; the fence is longer than any in it. */
const fence = (text: string): string => `\`\`\`\`\n${text.trimEnd()}\n\`\`\`\``;

/**
 * An entry as Markdown: the text of its page, with sources and the ids of claims in brackets.
 * @param addressOf turns a path of the site into what links lead to
 */
export function entryMarkdown(entry: Entry, addressOf = (path: string) => path): string {
  const markdownLink = (id: string) => addressOf(markdownPath(id));
  const kb = loadKnowledgeBase();
  const move = kb.questions.get(entry.id)?.moves.start;
  const template = templates.find(({ practice }) => practice.id === entry.id);
  const tools = entry.tools.flatMap((id) => {
    const tool = kb.tools.get(id);
    return tool ? [`[${tool.name}](${tool.url}) (${tool.what})`] : [];
  });
  const related = relatedTo(entry.id).map(
    ({ sentence, entries }) =>
      `${sentence} ${entries.map(({ id, title }) => `[${title}](${markdownLink(id)})`).join(', ')}.`,
  );
  return joinParts([
    `# ${entry.title}`,
    entry.plain ?? '',
    entry.aliases.length > 0 ? t('entry.also', { names: entry.aliases.join(', ') }) : '',
    `${t(`kind.${entry.kind}`)} · id: ${entry.id}`,
    `**${entry.summary}**`,
    section(t('entry.notice'), list(entry.symptoms)),
    section(t('entry.tonight'), ours(list(entry.tonight))),
    move ? section(t('entry.monday'), ours(`${move.goal}\n\n${list(move.steps)}`)) : '',
    move ? `${t('entry.done-when')}: ${move.doneWhen}` : '',
    template ? `${template.title}: ${template.use}\n\n${fence(template.text)}` : '',
    tools.length > 0 ? `${t('entry.tools')} ${tools.join('; ')}.` : '',
    section(t('entry.hosted'), ours(entry.hosted ?? '')),
    bodyMarkdown(entry.body, kb, markdownLink),
    section(
      t('entry.variables'),
      list(entry.variables.map(({ id, how, basis }) => `${variableName(id)} (${t(`evidence.${basis}`)}): ${how}`)),
    ),
    entry.changed ? section(t('entry.changed'), entry.changed.text) : '',
    section(t('entry.related'), ours(list(related))),
    t('site.foot-licence'),
  ]);
}
