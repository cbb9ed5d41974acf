import type { Site } from '../shared/view-data.ts';

/** The files that a report can be taken as, most wanted first. */
export const fileKinds = ['answers', 'html', 'summary', 'csv', 'png', 'svg', 'md', 'json'] as const;
export type FileKind = (typeof fileKinds)[number];

export interface DownloadsProps {
  site: Site;
  make(kind: FileKind): void;
  /** What became of the last one; empty before. */
  status: string;
}

/** Every file that a report can be taken as, with what it is for. */
export function Downloads({ site, make, status }: DownloadsProps) {
  const { t } = site;
  return (
    <section class="downloads" id="downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title">{t('files.title')}</h2>
      <ul>
        {fileKinds.map((kind) => (
          <li key={kind}>
            <button type="button" class="link" onClick={() => make(kind)} aria-describedby={`for-${kind}`}>
              {t(`files.${kind}`)}
            </button>
            <span class="muted" id={`for-${kind}`}>
              {t(`files.${kind}-for`)}
            </span>
          </li>
        ))}
      </ul>
      <p class="status" role="status">
        {status}
      </p>
    </section>
  );
}
