import type { LostPart } from '../../core/answers/lost-part.ts';
import { LostList } from '../shared/LostParts.tsx';
import type { Site } from '../shared/view-data.ts';
import type { Quarantined } from '../storage/draft.ts';

export interface NoticesProps {
  site: Site;
  /** Why the browser refuses to save; null while it does not. */
  storageProblem: string | null;
  /** Stored texts that could not be read, or not as a whole. */
  quarantined: readonly Quarantined[];
  /** What did not fit the file format and was not kept. */
  unstored: readonly LostPart[];
  actions: {
    download(): void;
    downloadQuarantined(quarantined: Quarantined): void;
    deleteQuarantined(quarantined: Quarantined): void;
    downloadUnstored(): void;
    dismissUnstored(): void;
  };
}

function whatIsSetAside({ problem, lost }: Quarantined, { t }: Site): string {
  if (lost.length > 0) return t('lost.stored');
  return problem ? t('report.set-aside', { problem }) : t('report.set-aside-unnamed');
}

/** Says that work could not be saved or read, until that is settled. */
export function Notices({ site, storageProblem, quarantined, unstored, actions }: NoticesProps) {
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
      {unstored.length === 0 ? null : (
        <div class="notice" data-notice="unstored">
          <p>{t('lost.unstored')}</p>
          <LostList lost={unstored} />
          <button type="button" class="secondary" onClick={actions.downloadUnstored}>
            {t('lost.download')}
          </button>{' '}
          <button type="button" class="link" onClick={actions.dismissUnstored}>
            {t('lost.dismiss')}
          </button>
        </div>
      )}
      {quarantined.map((text) => (
        <div class="notice" data-notice="set-aside" key={text.key}>
          <p>{whatIsSetAside(text, site)}</p>
          {text.lost.length > 0 ? <LostList lost={text.lost} /> : null}
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
