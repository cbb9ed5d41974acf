import type { ChangeSince } from '../../../core/assessment/compare.ts';
import { formatPoints } from '../../../core/assessment/score.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import { formatDate } from '../../../i18n/dates.ts';
import type { ReportData, Site } from '../../shared/view-data.ts';

/** What changed since last time, in a paragraph: each V by the practices known in both. */
export function ChangeSummary({ site, data, since }: { site: Site; data: ReportData; since: ChangeSince }) {
  const { t, language } = site;
  const { variableName } = packIndex(data.pack);
  return (
    <p class="since muted">
      <strong>{t('report.since', { date: formatDate(since.date ?? '', language) })}</strong>{' '}
      {since.variables.map(({ id, change, known, before, now }) => (
        <span key={id}>
          {before === null || now === null
            ? t('report.since-none', { variable: variableName(id) })
            : t('report.since-one', {
                variable: variableName(id),
                change: t(`report.since-${change}`),
                before: formatPoints(before),
                now: formatPoints(now),
                known,
              })}{' '}
        </span>
      ))}
      <a href={site.link('/compare/')}>{t('report.since-more')}</a>
    </p>
  );
}
