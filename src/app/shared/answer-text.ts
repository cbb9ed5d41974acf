import type { Answer } from '../../core/answers/answers.ts';
import type { ProposedAnswer } from '../../core/proposals/proposals.ts';
import type { Question, QuestionnaireData, Site } from './view-data.ts';

/** An answer in words; a missing one reads "not answered". */
export function answerText(
  question: Question,
  answer: Answer | ProposedAnswer | undefined,
  data: QuestionnaireData,
  { t }: Site,
): string {
  if (answer?.state === 'level') return question.anchors[answer.level] ?? '';
  if (answer?.state === 'dk') return t('check.dk');
  if (answer?.state !== 'na') return t('check.not-answered');
  const reason = data.naReasons.find(({ id }) => id === answer.reason)?.label ?? answer.reason;
  return reason ? t('check.na-because', { reason }) : t('check.na');
}
