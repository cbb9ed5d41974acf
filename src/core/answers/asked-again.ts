import { type Answers, hasPromises } from './answers.ts';

/**
 * The questions that a follow-up asks; undefined if no answer was carried over, so that this is no follow-up. An answer
 * that was carried over counts as asked once a person gives it again.
 */
export const askedAgain = ({ answers }: Pick<Answers, 'answers'>): string[] | undefined =>
  answers.some(({ carried }) => carried) ? answers.flatMap(({ item, carried }) => (carried ? [] : item)) : undefined;

/** Whether answers are a follow-up that still has a question to answer, among those that it asks. */
const isFollowUpOpen = ({ answers }: Pick<Answers, 'answers'>): boolean =>
  answers.some(({ carried }) => carried) && answers.some(({ state, carried }) => state === 'unanswered' && !carried);

/**
 * Whether a follow-up may start: something was promised, and none is under way. A report also knows which promises are
 * kept already.
 */
export const canCheckPromises = (answers: Pick<Answers, 'answers' | 'decisions'>): boolean =>
  hasPromises(answers) && !isFollowUpOpen(answers);
