import type { ComponentChild } from 'preact';
import type { AnswerMap } from '../../../core/answers/answers.ts';
import type { AskedQuestion, QuestionnaireData } from '../../shared/view-data.ts';
import type { AnswerActions, AnswerFieldsetProps } from './AnswerFieldset.tsx';
import type { ScreenContext } from './question-screen.ts';
import { staticAnswerProps } from './static-props.ts';

/** Why questions are asked, as far as somebody has opened it. */
const opened = new Map<string, ComponentChild>();

const fetching = new Set<string>();

async function openRationale({ site, act }: ScreenContext, item: AskedQuestion): Promise<void> {
  if (opened.has(item.id) || fetching.has(item.id)) return;
  fetching.add(item.id);
  try {
    const { fetchRationale } = await import('./rationale.ts');
    const text = await fetchRationale(item, site);
    act(() => opened.set(item.id, text));
  } catch {
    fetching.delete(item.id); // what stands there says what to do; opening it again tries again
  }
}

/** One question with what this person keeps of it, wherever it is asked. */
export function answerFieldsetProps(
  stage: ScreenContext,
  item: AskedQuestion,
  notice: ComponentChild,
): AnswerFieldsetProps & { actions: AnswerActions } {
  const { session, site, data, act } = stage;
  return {
    ...staticAnswerProps(site, data, item, opened.get(item.id)),
    answer: session.answerOf(item.id),
    hint: hintFor(item, session.draft.answers.context),
    notice,
    keysOn: session.shortcutsOn,
    actions: {
      choose: (answer) =>
        act(() => {
          const given = answer(session.answerOf(item.id));
          if (given) session.choose(given);
        }),
      clear: () => act(() => session.clear(item.id)),
      openWhy: () => void openRationale(stage, item),
    },
  };
}

/** The hint of a question whose "does not apply" fits the context that the team gave. */
function hintFor(item: AskedQuestion, context: object): string | undefined {
  const when = Object.entries(item.notApplicable?.when ?? {});
  const fits = when.length > 0 && when.every(([field, value]) => Reflect.get(context, field) === value);
  return fits ? item.notApplicable?.hint : undefined;
}

/** How many questions of each stage are answered. */
export function answeredByStage(data: QuestionnaireData, answers: AnswerMap): Record<string, number> {
  return Object.fromEntries(
    data.stages.map(({ id }) => [id, data.items.filter((item) => item.stage === id && answers.has(item.id)).length]),
  );
}
