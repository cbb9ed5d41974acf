import { formatDate } from '../../../i18n/dates.ts';
import type { PartProps } from '../report-parts.tsx';

/** What the scores are based on and how they are calculated. */
export function ScoresMean({ site, report }: PartProps) {
  const { t, language } = site;
  const date = report.date ? formatDate(report.date, language) : '';
  return (
    <>
      <p>
        {t('report.means-study')} <a href={site.link('/method/')}>{t('report.method-link')}</a>
      </p>
      <p class="muted">{t('report.made-with', { pack: report.pack.id, version: report.pack.version, date })}</p>
    </>
  );
}
