import { isRaised } from '../../core/assessment/signal-status.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { Citations } from '../shared/Citations.tsx';
import { type PartProps, titleOf } from './report-parts.tsx';

/** Practices of two Vs that pull against each other, as far as the answers show. */
export function Tensions(props: PartProps) {
  const { site, report, data } = props;
  const { t } = site;
  const raised = report.tensions.filter(({ status }) => isRaised(status));
  return (
    <section class="tensions" aria-labelledby="tensions">
      <h2 id="tensions">{t('report.tensions')}</h2>
      <p class="muted caption">{raised.length > 0 ? t('report.tensions-lead') : t('report.tensions-none')}</p>
      {raised.map(({ id, status }) => {
        const tension = packIndex(data.pack).tension(id);
        const text = data.tensions[id];
        return (
          <article key={id} class={`signal is-${status}`}>
            <h3>
              {tension?.title} <span class="tag">{t(`report.status-${status}`)}</span>
            </h3>
            <p>
              {titleOf(props, tension?.high ?? '')} ↑, {titleOf(props, tension?.low ?? '')} ↓. {text?.summary}
            </p>
            <p>
              <em>{t('report.tension-talk')}:</em> {text?.question}
            </p>
            <p class="muted">{t(`report.tension-${tension?.basis ?? 'inferred'}`)}</p>
            <Citations citations={text?.citations ?? []} site={site} />
          </article>
        );
      })}
    </section>
  );
}
