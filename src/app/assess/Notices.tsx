import type { ComponentChildren } from 'preact';
import type { Site } from '../shared/view-data.ts';

export interface NoticesProps {
  site: Site;
  /** Why the browser refuses to save; null while it does not. */
  storageProblem: string | null;
  /** Downloads the answers. */
  download(): void;
  /** Notices about anything that could not be read or kept. */
  children?: ComponentChildren;
}

/** Says that work could not be saved or read, until that is settled. */
export function Notices({ site: { t }, storageProblem, download, children }: NoticesProps) {
  return (
    <div id="notices" role="status">
      {storageProblem === null ? null : (
        <div class="notice" data-notice="storage">
          <p>{t('question.in-memory', { problem: storageProblem })}</p>
          <button type="button" class="secondary" onClick={download}>
            {t('question.download-now')}
          </button>
        </div>
      )}
      {children}
    </div>
  );
}
