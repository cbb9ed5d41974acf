import { nothingUnknownText } from '../../../core/render/wording.ts';
import { Fold } from '../Fold.tsx';
import type { PartProps } from '../report-parts.tsx';

/** Why a question has no known answer, in the order of the report. */
export const unknownStates = ['dk', 'unanswered'] as const;

/** How many questions have no known answer, by reason; which ones unfolds. */
export function UnknownAnswers(props: PartProps) {
  const { report, data } = props;
  const { t } = props.site;
  const counts = [
    ...unknownStates.map((state) => ({
      name: t(`report.unknown-${state}`),
      count: report.unknown.filter((unknown) => unknown.state === state).length,
    })),
    { name: t('report.not-applicable'), count: report.notApplicable.length },
  ].filter(({ count }) => count > 0);
  return (
    <section class="unknown-answers" aria-labelledby="unknown">
      <h2 id="unknown">{t('report.unknown')}</h2>
      <p class="muted caption">
        {report.unknown.length > 0 ? t('report.unknown-lead') : nothingUnknownText(t, report, data.pack)}
      </p>
      {counts.length > 0 ? (
        <Fold props={props} summary={counts.map(({ name, count }) => `${name} (${count})`).join(' · ')}>
          {({ UnknownDetails }) => <UnknownDetails {...props} />}
        </Fold>
      ) : null}
    </section>
  );
}
