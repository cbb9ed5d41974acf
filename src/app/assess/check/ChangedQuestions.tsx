import type { Reread } from '../../../core/answers/answers.ts';
import { formerAnswerText } from '../question/answer-text.ts';
import { ChangeLink, type CheckProps } from './CheckView.tsx';

export interface ChangedQuestionsProps {
  props: CheckProps;
  /** Former answers to questions that have changed and are not answered again yet. */
  rereads: readonly Reread[];
}

/** Questions that have changed since they were answered, with the former answers as hints. */
export function ChangedQuestions({ props, rereads }: ChangedQuestionsProps) {
  const { site, data } = props;
  const hints = rereads.flatMap(({ item, why, before }) => {
    const question = data.items.find(({ id }) => id === item);
    return question ? [{ question, change: why === 'rev' ? 'reworded' : why, formerAnswer: before }] : [];
  });
  if (hints.length === 0) return null;
  return (
    <section class="changed-questions">
      <h2>{site.t('check.again')}</h2>
      <p class="muted">{site.t('check.again-how')}</p>
      <ul>
        {hints.map(({ question, change, formerAnswer }) => (
          <li key={`${question.id} ${formerAnswer.item}`}>
            <strong>{question.gist}</strong> <span class="muted">{site.t(`check.again-${change}`)}</span>
            <br />
            {site.t('check.former', { answer: formerAnswerText(question, formerAnswer, data, site) })}
            {formerAnswer.note ? (
              <span class="muted">
                {' '}
                <bdi>{formerAnswer.note}</bdi>
              </span>
            ) : null}{' '}
            <ChangeLink question={question} props={props} label={site.t('check.answer')} />
          </li>
        ))}
      </ul>
    </section>
  );
}
