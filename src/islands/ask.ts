import type { ComponentChild } from 'preact';
import type { AnswerMap } from '../core/assessment/answers.ts';
import type { AnswerActions, AskProps } from '../views/Answering.tsx';
import { blankAsk } from '../views/blank.ts';
import type { AskData, AskedItem } from '../views/data.ts';
import type { Stage } from './screens.ts';

/** Why questions are asked, as far as somebody has opened it. */
const opened = new Map<string, ComponentChild>();

const fetching = new Set<string>();

async function openWhy({ site, act }: Stage, item: AskedItem): Promise<void> {
  if (opened.has(item.id) || fetching.has(item.id)) return;
  fetching.add(item.id);
  try {
    const { fetchWhy } = await import('./why.ts');
    const text = await fetchWhy(item, site);
    act(() => opened.set(item.id, text));
  } catch {
    fetching.delete(item.id); // what stands there says what to do; opening it again tries again
  }
}

/** One question with what this person keeps of it, wherever it is asked. */
export function askProps(stage: Stage, item: AskedItem, notice: ComponentChild): AskProps & { actions: AnswerActions } {
  const { session, site, data, act } = stage;
  return {
    ...blankAsk(site, data, item, opened.get(item.id)),
    answer: session.kept(item.id),
    hint: hintFor(item, session.draft.answers.context),
    notice,
    keysOn: session.keysOn,
    actions: {
      choose: (answer) =>
        act(() => {
          const given = answer(session.kept(item.id));
          if (given) session.choose(given);
        }),
      clear: () => act(() => session.clear(item.id)),
      openWhy: () => void openWhy(stage, item),
    },
  };
}

/** The hint of a question whose "does not apply" fits the context that the team gave. */
function hintFor(item: AskedItem, context: object): string | undefined {
  const when = Object.entries(item.notApplicable?.when ?? {});
  const fits = when.length > 0 && when.every(([field, value]) => Reflect.get(context, field) === value);
  return fits ? item.notApplicable?.hint : undefined;
}

/** How many questions of each stage are answered. */
export function answered(data: AskData, answers: AnswerMap): Record<string, number> {
  return Object.fromEntries(
    data.stages.map(({ id }) => [id, data.items.filter((item) => item.stage === id && answers.has(item.id)).length]),
  );
}
