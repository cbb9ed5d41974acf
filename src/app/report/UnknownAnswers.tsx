import { formatPoints } from '../../core/assessment/score.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { nothingUnknownText } from '../../core/render/wording.ts';
import { type PartProps, titleOf, variableNameOf } from './report-parts.tsx';

/** What is not known, what does not apply, and which missing answers would narrow the scores most. */
export function UnknownAnswers(props: PartProps) {
  const { site, report, data } = props;
  const { t } = site;
  const titles = (state: string) =>
    report.unknown.filter((unknown) => unknown.state === state).map(({ item }) => titleOf(props, item));
  const groups = [
    { heading: t('report.unknown-dk'), entries: titles('dk') },
    { heading: t('report.unknown-unanswered'), entries: titles('unanswered') },
    {
      heading: t('report.not-applicable'),
      entries: report.notApplicable.map(({ item, reason }) => {
        const label = reason && packIndex(data.pack).naReason(reason);
        return `${titleOf(props, item)} (${label || t('report.no-reason')})`;
      }),
    },
  ].filter(({ entries }) => entries.length > 0);
  return (
    <section class="unknown" aria-labelledby="unknown">
      <h2 id="unknown">{t('report.unknown')}</h2>
      <p class="muted caption">
        {report.unknown.length > 0 ? t('report.unknown-lead') : nothingUnknownText(t, report, data.pack)}
      </p>
      {report.worthKnowing.length > 0 ? (
        <div class="worth">
          <h3>{t('report.worth')}</h3>
          <ol>
            {report.worthKnowing.map(({ item, variable, swing }) => (
              <li key={item}>
                <a href={site.link(`/assess/full/${item}/`)}>
                  {t('report.worth-one', {
                    practice: titleOf(props, item),
                    swing: formatPoints(swing),
                    variable: variableNameOf(props, variable),
                  })}
                </a>
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      {groups.map(({ heading, entries }) => (
        <div key={heading}>
          <h3>
            {heading} ({entries.length})
          </h3>
          <p>{entries.join(' · ')}</p>
        </div>
      ))}
    </section>
  );
}
