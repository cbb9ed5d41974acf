import { type ComponentChild, h } from 'preact';
import { blankAsk } from '../views/blank.ts';
import type { AskData, AskedItem, Site } from '../views/data.ts';
import { StageView } from '../views/StageView.tsx';
import { answered, askProps } from './ask.ts';
import type { Stage } from './screens.ts';

const itemsOf = (data: AskData, stage: string) => data.items.filter((each) => each.stage === stage);

/**
 * A stage as the server writes it: without a person's answers, and with nothing to do.
 * @param why gives why a question is asked; in the browser it is fetched when somebody opens it
 */
export function writtenStage(
  stage: string,
  site: Site,
  data: AskData,
  why?: (item: AskedItem) => ComponentChild,
): ComponentChild {
  const questions = itemsOf(data, stage).map((item) => blankAsk(site, data, item, why?.(item)));
  const status = { kind: 'none', text: '' } as const;
  return h(StageView, { site, data, questions, stage, done: {}, status, keysOn: true, actions: undefined });
}

/**
 * A stage with this person's answers in it.
 * @param besideOf gives what stands beside a question: another tab's answer, and what was said last time
 */
export function stageScreen(stage: Stage, id: string, besideOf: (item: AskedItem) => ComponentChild): ComponentChild {
  const { session, site, data, act } = stage;
  const { status, keysOn } = session;
  return h(StageView, {
    site,
    data,
    questions: itemsOf(data, id).map((item) => askProps(stage, item, besideOf(item))),
    stage: id,
    done: answered(data, session.answers),
    status,
    keysOn,
    actions: {
      toggleKeys: (on) =>
        act(() => {
          session.keysOn = on;
        }),
    },
  });
}
