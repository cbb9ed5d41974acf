import type { AnswerMap } from '../../../core/answers/answers.ts';
import type { AskedQuestion, QuestionnaireData } from '../../shared/view-data.ts';
import type { ScreenContext } from '../screen-context.ts';
import type { AnswerActions, AnswerFieldsetProps } from './AnswerFieldset.tsx';
import { staticAnswerProps } from './static-props.ts';

/** Fetches why a question is asked; where that fails, opening it again tries again. */
async function openRationale({ site, state, act }: ScreenContext, item: AskedQuestion): Promise<void> {
  if (state.rationales.has(item.id)) return;
  state.rationales.set(item.id, null);
  try {
    const { fetchRationale } = await import('./rationale.ts');
    const rationale = await fetchRationale(item, site);
    act(() => state.rationales.set(item.id, rationale));
  } catch {
    state.rationales.delete(item.id);
  }
}

/** The hint of a question whose "does not apply" fits the context that the team gave. */
function hintFor(item: AskedQuestion, context: object): string | undefined {
  const conditions = Object.entries(item.notApplicable?.when ?? {});
  const fits = conditions.length > 0 && conditions.every(([field, value]) => Reflect.get(context, field) === value);
  return fits ? item.notApplicable?.hint : undefined;
}

/** One question with this person's answer, on whichever screen it is asked. */
export function answerFieldsetProps(
  context: ScreenContext,
  item: AskedQuestion,
): AnswerFieldsetProps & { actions: AnswerActions } {
  const { session, site, data, state, act } = context;
  return {
    ...staticAnswerProps(site, data, item, state.rationales.get(item.id) ?? undefined),
    answer: session.answerOf(item.id),
    hint: hintFor(item, session.draft.answers.context),
    notice: context.noticesFor(item),
    keysOn: session.shortcutsOn,
    actions: {
      choose: (change) =>
        act(() => {
          const answer = change(session.answerOf(item.id));
          if (answer) session.choose(answer);
        }),
      clear: () => act(() => session.clear(item.id)),
      openWhy: () => void openRationale(context, item),
    },
  };
}

/** How many questions of each stage are answered. */
export function answeredByStage(data: QuestionnaireData, answers: AnswerMap): Record<string, number> {
  return Object.fromEntries(
    data.stages.map(({ id }) => [id, data.items.filter((item) => item.stage === id && answers.has(item.id)).length]),
  );
}
