import type { ComponentChildren } from 'preact';
import type { AskProps } from './Answering.tsx';
import type { AskData, AskedItem, Site } from './data.ts';
import type { QuestionProps } from './QuestionView.tsx';

/** A question as nobody has answered it, where nothing can be chosen yet. */
export const blankAsk = (site: Site, data: AskData, item: AskedItem, why?: ComponentChildren): AskProps => ({
  site,
  data,
  item,
  answer: undefined,
  hint: undefined,
  notice: undefined,
  why,
  keysOn: true,
  actions: undefined,
});

/** A question as it is written into a page: nobody has answered it, and nothing can be chosen yet. */
export function blankQuestion(site: Site, data: AskData, item: AskedItem, why?: ComponentChildren): QuestionProps {
  return { ...blankAsk(site, data, item, why), done: {}, status: { kind: 'none', text: '' }, actions: undefined };
}
