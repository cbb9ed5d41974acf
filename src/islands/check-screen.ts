import { type ComponentChild, h } from 'preact';
import { type CheckProps, CheckView } from '../views/CheckView.tsx';
import type { AskData, Site } from '../views/data.ts';
import type { Depth } from './depths.ts';
import type { Stage } from './screens.ts';

/** The check page as the server wrote it: without a person's answers, and with nothing to do. */
export const writtenCheck = (site: Site, data: AskData): ComponentChild =>
  h(CheckView, { site, data, answers: new Map(), kept: () => undefined, actions: undefined });

/** Every answer, to look over. */
export function checkScreen(stage: Stage, depth: Depth, beside: CheckProps['beside']): ComponentChild {
  const { session, site, data } = stage;
  return h(CheckView, {
    site,
    data,
    answers: session.answers,
    kept: (item) => session.kept(item),
    beside,
    actions: {
      change: (item) => {
        stage.returnToCheck = true;
        stage.go({ view: 'question', depth, item });
      },
      seeReport: () => stage.go({ view: 'report', depth }),
    },
  });
}
