import type { Entry } from '../core/model/entry.ts';
import { bodyMarkdown } from '../core/render/entry-markdown.ts';
import { entryOf, relatedTo } from './entries.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { variableName } from './pack.ts';
import { link } from './site.ts';
import { t } from './strings.ts';

const markdownLink = (id: string): string => link(`/entries/${id}.md`);
const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
const section = (title: string, text: string): string => (text ? `## ${title}\n\n${text}` : '');

/** An entry as Markdown: the text of its page, with sources in brackets. */
export function entryMarkdown(entry: Entry): string {
  const kb = loadKnowledgeBase();
  const move = kb.questions.get(entry.id)?.moves.start;
  const related = relatedTo(entry.id).map(
    ({ sentence, entries }) =>
      `${sentence} ${entries.map(({ id, title }) => `[${title}](${markdownLink(id)})`).join(', ')}.`,
  );
  return `${[
    `# ${entry.title}`,
    `${t(`kind.${entry.kind}`)} · id: ${entry.id}`,
    `**${entry.summary}**`,
    section(t('entry.notice'), list(entry.symptoms)),
    bodyMarkdown(entry.body, kb, markdownLink),
    move ? section(t('entry.monday'), `${t('entry.ours')}\n\n${move.goal}\n\n${list(move.steps)}`) : '',
    move ? `${t('entry.done-when')}: ${move.doneWhen}` : '',
    section(
      t('entry.variables'),
      list(
        entry.variables.map(
          ({ id, how, basis }) => `${variableName(entryOf(id).id)} (${t(`evidence.${basis}`)}): ${how}`,
        ),
      ),
    ),
    entry.changed ? section(t('entry.changed'), entry.changed.text) : '',
    section(t('entry.related'), list(related)),
    t('site.foot-licence'),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}
