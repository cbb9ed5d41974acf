import type { Site } from '../shared/view-data.ts';

export interface NoticesProps {
  site: Site;
  /** The browser's reason for not saving; null while saving works. */
  storageProblem: string | null;
  /** Saved texts that could not be read, with the reason where it is fresh. */
  setAside: readonly { key: string; problem: string }[];
  actions: { download(): void; downloadAside(key: string): void; deleteAside(key: string): void };
}

/** What a person has to know about their saved work; stays until it is settled. */
export function Notices({ site, storageProblem, setAside, actions }: NoticesProps) {
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
      {setAside.map(({ key, problem }) => (
        <div class="notice" data-notice="set-aside" key={key}>
          <p>{problem ? t('report.set-aside', { problem }) : t('report.set-aside-unnamed')}</p>
          <button type="button" class="secondary" onClick={() => actions.downloadAside(key)}>
            {t('report.set-aside-download')}
          </button>{' '}
          <button type="button" class="link" onClick={() => actions.deleteAside(key)}>
            {t('report.set-aside-delete')}
          </button>
        </div>
      ))}
    </div>
  );
}
