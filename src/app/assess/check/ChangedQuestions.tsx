import type { Answer, Reread } from '../../../core/answers/answers.ts';
import type { AskedQuestion, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { answerText, ChangeLink, type CheckProps } from './CheckView.tsx';

/** A former answer in words: only its place is told, for the words of that time are not the words of today. */
export function formerText(item: AskedQuestion, before: Answer, data: QuestionnaireData, site: Site): string {
  if (before.state !== 'level') return answerText(item, before, data, site);
  return site.t('check.former-level', { n: before.level + 1, total: item.anchors.length });
}

export interface ChangedQuestionsProps {
  props: CheckProps;
  /** Former answers to questions that have changed and have no answer yet. */
  reread: readonly Reread[];
}

/** Questions that have changed since they were answered, with the former answers as hints. */
export function ChangedQuestions({ props, reread }: ChangedQuestionsProps) {
  const { site, data } = props;
  const hints = reread.flatMap((hint) => {
    const item = data.items.find(({ id }) => id === hint.item);
    return item ? [{ ...hint, item, why: hint.why === 'rev' ? 'reworded' : hint.why }] : [];
  });
  if (hints.length === 0) return null;
  return (
    <section class="again">
      <h2>{site.t('check.again')}</h2>
      <p class="muted">{site.t('check.again-how')}</p>
      <ul>
        {hints.map(({ item, why, before }) => (
          <li key={`${item.id} ${before.item}`}>
            <strong>{item.title}</strong> <span class="muted">{site.t(`check.again-${why}`)}</span>
            <br />
            {site.t('check.former', { answer: formerText(item, before, data, site) })}
            {before.note ? <span class="muted"> {before.note}</span> : null}{' '}
            <ChangeLink item={item} props={props} label={site.t('check.answer')} />
          </li>
        ))}
      </ul>
    </section>
  );
}
