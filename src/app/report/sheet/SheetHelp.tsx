import { formatPoints } from '../../../core/assessment/score.ts';
import type { PartProps } from '../report-parts.tsx';

/** How to read letters, scores and bands, and what an earlier assessment would add. */
export function SheetHelp(props: PartProps) {
  const { site, report, data, explain } = props;
  const { t } = site;
  const askedCount = Math.max(...report.variables.map((variable) => variable.asked));
  const total = Math.max(...report.variables.map((variable) => variable.total));
  const quick = t('report.profile-quick', {
    asked: askedCount,
    total,
    band: formatPoints(data.pack.constants.quickBand),
  });
  return (
    <>
      <p class="muted">
        <span class="on-wide">{t('report.sheet-letters')} </span>
        {t('report.profile-lead')} {report.depth === 'quick' ? `${quick} ` : ''}
        {t('report.three-scales')}
      </p>
      {report.since ? null : (
        <p class="muted">
          {t('report.first')} {explain ? <a href={site.link('/compare/')}>{t('report.first-compare')}</a> : null}
        </p>
      )}
    </>
  );
}
