import type { AnswerFieldsetProps } from './answer-props.ts';

/**
 * Why the question is asked: beside it on wide pages, folded behind a summary elsewhere. The style sheet decides which,
 * so that the page reads the same without scripts.
 */
export function WhyWeAsk({ props: { site, rationale, actions } }: { props: AnswerFieldsetProps }) {
  const { t } = site;
  return (
    <section class="why-we-ask" aria-labelledby="why">
      <details class="aside" onToggle={({ currentTarget }) => currentTarget.open && actions?.openRationale()}>
        <summary>{t('question.why')}</summary>
      </details>
      <div class="why-text">
        <h2 id="why">{t('question.why')}</h2>
        <div class="why-body">{rationale ?? <p class="muted">{t('question.why-waits')}</p>}</div>
      </div>
    </section>
  );
}
