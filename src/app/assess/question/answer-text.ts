import type { Answer } from '../../../core/answers/answers.ts';
import type { PreviousAnswer } from '../../../core/answers/previous-answer.ts';
import { formatAnswerNumber } from '../../../core/text/format.ts';
import { answerText } from '../../shared/answer-text.ts';
import type { Question, QuestionnaireData, Site } from '../../shared/view-data.ts';

/** An answer in words, followed by its note. Needs the sentences of `keep`. */
export function answerWithNote(
  question: Question,
  answer: Answer | undefined,
  data: QuestionnaireData,
  site: Site,
): string {
  const note = answer?.note ? ` ${site.t('drafts.note', { note: answer.note })}` : '';
  return `${answerText(question, answer, data, site)}${note}`;
}

/** An answer to an earlier version of a question. A level is given as a number, since the anchors may have changed. */
export function formerAnswerText(question: Question, answer: Answer, data: QuestionnaireData, site: Site): string {
  if (answer.state !== 'level') return answerText(question, answer, data, site);
  return site.t('check.former-level', { n: formatAnswerNumber(answer.level), total: question.anchors.length });
}

/** The answer of the previous assessment in words. */
export function previousAnswerText(
  question: Question,
  { answer, hasChanged }: PreviousAnswer,
  data: QuestionnaireData,
  site: Site,
): string {
  if (!hasChanged) return answerText(question, answer, data, site);
  return site.t('last-time.changed-question', { answer: formerAnswerText(question, answer, data, site) });
}
