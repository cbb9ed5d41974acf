import type { Answers } from '../../core/answers/answers.ts';
import { askedAgain } from '../../core/answers/asked-again.ts';
import type { Route } from '../shared/routes.ts';
import type { QuestionnaireData } from '../shared/view-data.ts';

/** Whether a screen shows one of these questions, so that it can leave out the others. */
function shows(route: Route, items: QuestionnaireData['items']): boolean {
  if (route.view === 'start') return false;
  if (route.view === 'stage') return items.some(({ stage }) => stage === route.stage);
  return !('item' in route) || route.item === undefined || items.some(({ id }) => id === route.item);
}

/**
 * The questionnaire as a screen of a follow-up shows it: with the questions that are asked again. A screen of another
 * question has all of them, and so has that of an assessment which is no follow-up.
 */
export function narrowToAsked(data: QuestionnaireData, route: Route, answers: Answers): QuestionnaireData {
  const askedIds = askedAgain(answers);
  const items = askedIds ? data.items.filter(({ id }) => askedIds.includes(id)) : data.items;
  if (!askedIds || !shows(route, items)) return data;
  return { ...data, items, stages: data.stages.filter(({ id }) => items.some(({ stage }) => stage === id)) };
}
