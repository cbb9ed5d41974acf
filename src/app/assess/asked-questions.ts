import { type Answers, answerMap } from '../../core/answers/answers.ts';
import { askedAgain } from '../../core/answers/asked-again.ts';
import { askedAt, type Depth } from '../../core/model/ids.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import { inTime } from '../platform/load-error.ts';
import type { Route } from '../shared/routes.ts';
import type { QuestionnaireData } from '../shared/view-data.ts';

/** A follow-up asks fewer questions. What it needs loads only if there was an earlier assessment. */
const followUpPart = () => inTime(import('./follow-up.ts'));

/**
 * What a screen asks.
 * @param showsCarried whether the check page of a follow-up shows the answers that were carried over, too
 */
export async function askedData(
  route: Route,
  data: QuestionnaireData,
  answers: Answers,
  showsCarried: boolean,
): Promise<QuestionnaireData> {
  if (!answers.previous || (route.view === 'check' && showsCarried)) return data;
  return (await followUpPart()).narrowToAsked(data, route, answers);
}

/**
 * The first question of a depth without an answer; undefined if there is none.
 * @param includesCarried whether a follow-up also counts questions that it does not ask
 */
export function firstOpen(
  answers: Answers,
  outline: PackOutline,
  depth: Depth,
  includesCarried: boolean,
): string | undefined {
  const answersByItem = answerMap(answers);
  const askedIds = answers.previous && !includesCarried ? askedAgain(answers) : undefined;
  return outline.items
    .filter(askedAt(depth))
    .find(({ id }) => !answersByItem.has(id) && (askedIds?.includes(id) ?? true))?.id;
}
