import type { PackTension } from '../../../core/model/pack.ts';
import { Citations } from '../../shared/Citations.tsx';
import type { PartProps } from '../report-parts.tsx';

/** What to discuss about a tension, what it does, and what that rests on. */
export function TensionDetails({ props, tension }: { props: PartProps; tension: PackTension }) {
  const { site, data } = props;
  const { t } = site;
  const text = data.tensions[tension.id];
  return (
    <>
      <p>
        <em>{t('report.tension-talk')}:</em> {text?.question}
      </p>
      <p>{text?.summary}</p>
      <p class="muted">{t(`report.tension-${tension.basis}`)}</p>
      <Citations citations={text?.citations ?? []} site={site} />
    </>
  );
}
