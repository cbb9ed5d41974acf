import { lookOf } from '../../../core/assessment/readings.ts';
import { type PartProps, titleOf } from '../report-parts.tsx';

const placesOf = ({ data, report }: PartProps, symptom: string): string[] => {
  const places = data.look[symptom];
  return places ? lookOf(places, report.context) : [];
};

/** Where to look for the causes of trouble that no signal explains. */
export function WhereToLook(props: PartProps) {
  const { t } = props.site;
  return (
    <dl class="where-to-look">
      {props.report.unexplained.map(({ symptom, check }) => (
        <div key={symptom}>
          <dt>{titleOf(props, symptom)}</dt>
          {placesOf(props, symptom).map((place) => (
            <dd key={place}>{place}</dd>
          ))}
          {check ? (
            <dd>
              <em>{t('report.check')}:</em> {check}
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
