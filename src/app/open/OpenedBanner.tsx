import type { ComponentChild } from 'preact';
import { formatDate } from '../../i18n/dates.ts';
import type { Site } from '../shared/view-data.ts';

export interface OpenedProps {
  site: Site;
  from: 'link' | 'file';
  /** The date of the answers, as `2026-11-23`. */
  date: string | undefined;
  /** A notice about unreadable parts; usually empty. */
  lost: ComponentChild;
  /** Why a copy could not be saved. */
  problem: string | undefined;
  actions: { save(): void; openOther(): void };
}

/** Says above a report where it comes from, and what that means. */
export function OpenedBanner({ site, from, date, lost, problem, actions }: OpenedProps) {
  const { t } = site;
  return (
    <aside class="notice opened-banner" aria-labelledby="opened">
      <p>
        <strong id="opened">{t(`open.opened-${from}`)}</strong>{' '}
        {date === undefined
          ? t('open.opened-undated')
          : t('open.opened-date', { date: formatDate(date, site.language) })}{' '}
        {t('open.opened-text')}
      </p>
      {lost}
      <div class="button-row">
        <button type="button" class="primary" aria-describedby="save-hint" onClick={actions.save}>
          {t('open.opened-save')}
        </button>
        <button type="button" class="secondary" onClick={actions.openOther}>
          {t('open.opened-other')}
        </button>
      </div>
      <p class="muted" id="save-hint" role="status">
        {problem === undefined ? t('open.opened-save-hint') : t('open.opened-not-saved', { problem })}
      </p>
    </aside>
  );
}
