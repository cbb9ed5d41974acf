import type { Answer, Previous } from './answers.ts';

/** The answer to a question in the previous assessment. */
export interface PreviousAnswer {
  answer: Answer;
  /** The question has changed since, so the answers cannot be compared. */
  hasChanged: boolean;
}

/** The previous answer to a question; undefined if there is no previous assessment or it left the question open. */
export function previousAnswer(
  previous: Pick<Previous, 'answers' | 'reread'> | undefined,
  { id, rev }: { id: string; rev: number },
): PreviousAnswer | undefined {
  const answer = previous?.answers.find(({ item, state }) => item === id && state !== 'unanswered');
  if (answer) return { answer, hasChanged: answer.rev !== rev };
  const reread = previous?.reread?.find(({ item }) => item === id);
  return reread && { answer: reread.before, hasChanged: true };
}
