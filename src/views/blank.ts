import type { AskData, AskedItem, Site } from './data.ts';
import type { QuestionProps } from './QuestionView.tsx';

/** A question as it is written into a page: nobody has answered it, and nothing can be chosen yet. */
export function blankQuestion(site: Site, data: AskData, item: AskedItem): QuestionProps {
  return {
    site,
    data,
    item,
    answer: undefined,
    hint: undefined,
    sections: {},
    notice: undefined,
    status: { kind: 'none', text: '' },
    keysOn: true,
    actions: undefined,
  };
}
