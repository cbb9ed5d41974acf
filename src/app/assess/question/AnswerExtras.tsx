import type { AnswerFieldsetProps } from './answer-props.ts';
import { NotApplicableReason } from './question-parts.tsx';

function ClearButton({ props: { site, answer, actions } }: { props: AnswerFieldsetProps }) {
  if (!actions || !answer || answer.state === 'unanswered') return null;
  return (
    <button
      type="button"
      class="link clear"
      onClick={({ currentTarget }) => {
        const questionElement = currentTarget.closest('.asked') ?? currentTarget.closest('form');
        questionElement?.querySelector<HTMLElement>('legend > *')?.focus();
        actions.clear();
      }}
    >
      {site.t('question.clear')}
    </button>
  );
}

/**
 * What follows the answers: advice for choosing between two, or the reason why the question does not apply, and a
 * button that clears the answer. The style sheet reserves space for each, so that answering causes no layout shift.
 */
export function AnswerExtras({ props }: { props: AnswerFieldsetProps }) {
  const { t } = props.site;
  return (
    <div class="answer-extras">
      {props.answer?.state === 'na' ? (
        <NotApplicableReason props={props} />
      ) : (
        <p class="muted lower">
          {t(props.question.kind === 'symptom' ? 'question.choose-worse' : 'question.choose-lower')}{' '}
          {t('question.fewer')}
        </p>
      )}
      <ClearButton props={props} />
    </div>
  );
}
