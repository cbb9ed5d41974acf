import { Fold } from '../Fold.tsx';
import type { PartProps } from '../report-parts.tsx';

/** Plain facts, and trouble that no signal explains, with advice on where to look. */
export function PlainTrouble(props: PartProps) {
  const { t } = props.site;
  const { findings, unexplained } = props.report;
  if (findings.length + unexplained.length === 0) return null;
  return (
    <section class="unexplained" aria-labelledby="unexplained">
      <h2 id="unexplained">{t('report.unexplained')}</h2>
      <ul class="plain-trouble">
        {findings.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
        {unexplained.map(({ symptom, text }) => (
          <li key={symptom}>{text}</li>
        ))}
      </ul>
      {unexplained.length > 0 ? (
        <Fold props={props} summary={t('report.look')}>
          {({ WhereToLook }) => <WhereToLook {...props} />}
        </Fold>
      ) : null}
    </section>
  );
}
