import { type CsvSeparator, csvSeparators } from '../../../core/render/csv.ts';
import type { ReportFileId } from '../../../core/render/report-files.ts';
import type { Site } from '../../shared/view-data.ts';

/** The files that a report can be saved as, most useful first. */
export const fileKinds = [
  'answers',
  'html',
  'summary',
  'ics',
  'jira',
  'github',
  'linear',
  'gh',
  'csv',
  'promises',
  'png',
  'svg',
  'md',
  'json',
] as const satisfies readonly (ReportFileId | 'html' | 'svg' | 'png')[];
export type FileKind = (typeof fileKinds)[number];

export interface DownloadsProps {
  site: Site;
  make(kind: FileKind): void;
  /** What is between the fields of CSV for spreadsheets. */
  separator: CsvSeparator;
  setSeparator(separator: CsvSeparator): void;
  /** The outcome of the last save; empty before the first. */
  status: string;
}

/** The choice of what is between the fields of CSV for spreadsheets. */
function SeparatorField({ site: { t }, separator, setSeparator }: DownloadsProps) {
  return (
    <p>
      <label>
        {t('files.separator')}{' '}
        <select onChange={(event) => setSeparator(event.currentTarget.value as CsvSeparator)}>
          {csvSeparators.map((each) => (
            <option key={each} value={each} selected={each === separator}>
              {t(`files.separator-${each}`)}
            </option>
          ))}
        </select>
      </label>{' '}
      <span class="muted">{t('files.separator-hint')}</span>
    </p>
  );
}

/** Lists every file that a report can be saved as, and what it is for. */
export function Downloads(props: DownloadsProps) {
  const { site, make, status } = props;
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
      <SeparatorField {...props} />
      <p class="status" role="status">
        {status}
      </p>
    </section>
  );
}
