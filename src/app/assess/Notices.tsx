import type { Site } from '../shared/view-data.ts';
import type { Quarantined } from '../storage/draft.ts';

export interface NoticesProps {
  site: Site;
  /** Why the browser refuses to save; null while it does not. */
  storageProblem: string | null;
  /** Stored texts that could not be read; the problem is empty if they were quarantined earlier. */
  quarantined: readonly Quarantined[];
  actions: {
    download(): void;
    downloadQuarantined(quarantined: Quarantined): void;
    deleteQuarantined(quarantined: Quarantined): void;
  };
}

/** Says that work could not be saved or read, until that is settled. */
export function Notices({ site, storageProblem, quarantined, actions }: NoticesProps) {
  const { t } = site;
  return (
    <div class="notices" role="status">
      {storageProblem === null ? null : (
        <div class="notice" data-notice="storage">
          <p>{t('question.in-memory', { problem: storageProblem })}</p>
          <button type="button" class="secondary" onClick={actions.download}>
            {t('question.download-now')}
          </button>
        </div>
      )}
      {quarantined.map((text) => (
        <div class="notice" data-notice="set-aside" key={text.key}>
          <p>{text.problem ? t('report.set-aside', { problem: text.problem }) : t('report.set-aside-unnamed')}</p>
          <button type="button" class="secondary" onClick={() => actions.downloadQuarantined(text)}>
            {t('report.set-aside-download')}
          </button>{' '}
          <button type="button" class="link" onClick={() => actions.deleteQuarantined(text)}>
            {t('report.set-aside-delete')}
          </button>
        </div>
      ))}
    </div>
  );
}
