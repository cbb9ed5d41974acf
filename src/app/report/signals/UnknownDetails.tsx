import { formatPoints } from '../../../core/assessment/score.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import { type PartProps, titleOf, variableNameOf } from '../report-parts.tsx';
import { unknownStates } from './UnknownAnswers.tsx';

/** The missing answers that would narrow the scores most. */
function WorthKnowing({ props }: { props: PartProps }) {
  const { site, report } = props;
  if (report.worthKnowing.length === 0) return null;
  return (
    <div class="worth-knowing">
      <h3>{site.t('report.worth')}</h3>
      <ol>
        {report.worthKnowing.map(({ item, variable, swing }) => (
          <li key={item}>
            <a href={site.link(`/assess/full/${item}/`)}>
              {site.t('report.worth-one', {
                practice: titleOf(props, item),
                swing: formatPoints(swing),
                variable: variableNameOf(props, variable),
              })}
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Which answers are worth knowing, which are not known, and which questions do not apply. */
export function UnknownDetails(props: PartProps) {
  const { site, report, data } = props;
  const { t } = site;
  const groups = [
    ...unknownStates.map((state) => ({
      heading: t(`report.unknown-${state}`),
      entries: report.unknown.filter((unknown) => unknown.state === state).map(({ item }) => titleOf(props, item)),
    })),
    {
      heading: t('report.not-applicable'),
      entries: report.notApplicable.map(({ item, reason }) => {
        const label = reason && packIndex(data.pack).naReason(reason);
        return `${titleOf(props, item)} (${label || t('report.no-reason')})`;
      }),
    },
  ].filter(({ entries }) => entries.length > 0);
  return (
    <>
      <WorthKnowing props={props} />
      {groups.map(({ heading, entries }) => (
        <div key={heading}>
          <h3>
            {heading} ({entries.length})
          </h3>
          <p>{entries.join(' · ')}</p>
        </div>
      ))}
    </>
  );
}
