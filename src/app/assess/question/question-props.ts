import { type AnswerMap, type Context, matchesContext } from '../../../core/answers/answers.ts';
import { inTime, noteLoss } from '../../platform/load-error.ts';
import type { Question, QuestionnaireData } from '../../shared/view-data.ts';
import { shortcutsPreference } from '../../storage/preferences.ts';
import type { ScreenContext } from '../screen-context.ts';
import type { AnswerActions, AnswerFieldsetProps } from './answer-props.ts';
import { staticAnswerProps } from './static-props.ts';

/**
 * Fetches the rationale of a question once, and once more if the page was served with one that this context words
 * otherwise; that one stays in sight until then. After a failure, the next call tries again.
 */
export async function openRationale(
  { site, session, state, update }: ScreenContext,
  question: Question,
): Promise<void> {
  const { rationales } = state;
  const { id, readings } = question;
  const fits = ({ when }: { when: object }) => matchesContext(when, session.draft.answers.context);
  if (rationales.has(id) && !(state.servedItem === id && readings?.some(fits))) return;
  state.servedItem = undefined;
  const served = rationales.get(id);
  rationales.set(id, served ?? null);
  try {
    const { fetchRationale } = await inTime(import('./rationale.ts'));
    const rationale = await fetchRationale(question, site, fits);
    update(() => rationales.set(id, rationale));
  } catch (error) {
    if (!served) rationales.delete(id);
    noteLoss(error);
  }
}

/** The hint that a question may not apply, if the context that the team gave meets all its conditions. */
function notApplicableHint({ notApplicable }: Question, context: Context): string | undefined {
  const isConditional = notApplicable && Object.keys(notApplicable.when).length > 0;
  return isConditional && matchesContext(notApplicable.when, context) ? notApplicable.hint : undefined;
}

/** The readings of a question that fit the context, or may fit it: a field that the team left open excludes none. */
const possibleReadings = ({ readings = [] }: Question, context: Context): string[] =>
  readings.filter(({ when }) => matchesContext(when, { ...when, ...context })).map(({ question }) => question);

/**
 * One question with this person's answer, on whichever screen it is asked.
 * @param isTitled whether the findings need a heading of their own
 */
export function answerFieldsetProps(
  context: ScreenContext,
  question: Question,
  isTitled = true,
): AnswerFieldsetProps & { actions: AnswerActions } {
  const { session, site, data, state, update } = context;
  return {
    ...staticAnswerProps(site, data, question, state.rationales.get(question.id) ?? undefined),
    answer: session.answerOf(question.id),
    hint: notApplicableHint(question, session.draft.answers.context),
    readings: possibleReadings(question, session.draft.answers.context),
    notices: context.noticesOf(question),
    findings: context.findingsOf(question, isTitled),
    hasShortcuts: shortcutsPreference.isOn(),
    actions: {
      choose: (answerFrom) =>
        update(() => {
          const answer = answerFrom(session.answerOf(question.id));
          if (answer) session.setAnswer(answer);
        }),
      clear: () => update(() => session.clear(question.id)),
      openRationale: () => void openRationale(context, question),
    },
  };
}

/** Switches the number keys on or off. */
export const toggleShortcuts =
  ({ update }: ScreenContext) =>
  (isOn: boolean): void =>
    update(() => shortcutsPreference.set(isOn));

/** Number of answered questions by stage. */
export function countAnswersByStage({ stages, items }: QuestionnaireData, answers: AnswerMap): Record<string, number> {
  const countOf = (stage: string) => items.filter((item) => item.stage === stage && answers.has(item.id)).length;
  return Object.fromEntries(stages.map(({ id }) => [id, countOf(id)]));
}
