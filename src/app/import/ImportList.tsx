import type { LostPart } from '../../core/answers/lost-part.ts';
import { Disclosure } from '../shared/Disclosure.tsx';
import { FieldLabel, namedBy } from '../shared/FieldLabel.tsx';
import { LostParts } from '../shared/LostParts.tsx';
import type { Site } from '../shared/view-data.ts';
import type { RejectedFile } from './import-batch.ts';

export interface ImportActions {
  addFiles(files: readonly File[]): void;
  addText(text: string): void;
  /** Removes the import at an index of `imports`. */
  remove(index: number): void;
  /** Saves the unreadable parts as a file. */
  downloadLost(lost: readonly LostPart[]): void;
}

export interface ImportListProps {
  site: Site;
  /** What was read: each import with a line about its contents and its unreadable parts. */
  imports: readonly { name: string; summary: string; lost?: readonly LostPart[] }[];
  rejections: readonly RejectedFile[];
  /** How many files are being read; none if absent. */
  reading?: number;
  /** Why the assessments kept in this browser cannot be read; null if they can be. */
  storageProblem?: string | null;
  /** Absent at build time. */
  actions: ImportActions | undefined;
}

/** The list as the page is built, before its script runs. */
export const staticImportList = (site: Site): ImportListProps => ({
  site,
  imports: [],
  rejections: [],
  actions: undefined,
});

/** Longer lists of imports are folded. */
const maxOpenImports = 12;

type ActiveProps = ImportListProps & { actions: ImportActions };

function FileField({ site, actions }: ActiveProps) {
  const { t } = site;
  return (
    <label class="field">
      <FieldLabel id="import-files-field" name={t('import.files')} hint={t('import.files-hint')} />
      <input
        type="file"
        {...namedBy('import-files-field')}
        multiple
        accept=".json,.jsonl,.ndjson,.html,.htm,.txt,.md"
        onChange={({ currentTarget }) => {
          actions.addFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}

function LinkField({ site, actions }: ActiveProps) {
  const { t } = site;
  return (
    <div>
      <label class="field">
        <FieldLabel id="import-links" name={t('import.links')} hint={t('import.links-hint')} />
        <textarea dir="auto" {...namedBy('import-links')} rows={3} autocomplete="off" spellcheck={false} />
      </label>
      <button
        type="button"
        class="secondary"
        onClick={({ currentTarget }) => {
          const field = currentTarget.parentElement?.querySelector('textarea');
          if (!field?.value.trim()) return field?.focus();
          actions.addText(field.value);
          field.value = '';
        }}
      >
        {t('import.read')}
      </button>
    </div>
  );
}

function Imports({ site, imports, actions }: ActiveProps) {
  if (imports.length === 0) return null;
  return (
    <ul class="import-list">
      {imports.map(({ name, summary, lost = [] }, index) => (
        <li key={`${index} ${name}`}>
          <strong dir="auto">{name}</strong> <span class="muted">{summary}</span>{' '}
          <button type="button" class="link" onClick={() => actions.remove(index)}>
            {site.t('import.remove')}
            <span class="visually-hidden"> {name}</span>
          </button>
          {lost.length > 0 ? <LostParts site={site} lost={lost} download={() => actions.downloadLost(lost)} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Rejections({ rejections }: ActiveProps) {
  if (rejections.length === 0) return null;
  return (
    <ul class="import-list refused">
      {rejections.map(({ name, reason }, index) => (
        <li key={`${index} ${name}`}>
          <strong dir="auto">{name}</strong> <span class="muted">{reason}</span>
        </li>
      ))}
    </ul>
  );
}

/** Counts of what was read and what was not, for the top of a page. A live region, so changes are announced. */
export function ImportCounts({ site: { t }, imports, rejections, isFolded }: ImportListProps & { isFolded: boolean }) {
  return (
    <div role="status">
      {imports.length + rejections.length === 0 ? null : (
        <p class="read-so-far">
          {t('import.good', { count: imports.length })}{' '}
          {rejections.length > 0 ? t('import.bad', { count: rejections.length }) : ''}{' '}
          {isFolded ? <a href="#import-panel">{t(rejections.length > 0 ? 'import.see-why' : 'import.more')}</a> : null}
        </p>
      )}
    </div>
  );
}

/** Says that files are being read, next to the field: thousands take seconds. */
const ReadingStatus = ({ site: { t }, reading = 0 }: ActiveProps) => (
  <div role="status">{reading > 0 ? <p>{t('import.reading', { count: reading })}</p> : null}</div>
);

function StorageNotice({ site: { t }, storageProblem = null }: ActiveProps) {
  return storageProblem === null ? null : (
    <p class="notice" data-notice="storage" role="status">
      {t('import.blocked', { problem: storageProblem })}
    </p>
  );
}

/** Imports files (chosen or dropped) and links (pasted), and lists what was read and what was rejected. */
export function ImportList(props: ImportListProps) {
  const { site, imports, actions } = props;
  const { t } = site;
  if (!actions) return <p class="muted needs-script">{t('import.needs-script')}</p>;
  const active = { ...props, actions };
  return (
    <section
      class="import-panel"
      aria-label={t('import.title')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (event.dataTransfer?.files.length) actions.addFiles([...event.dataTransfer.files]);
      }}
    >
      <StorageNotice {...active} />
      <div class="ways-in">
        <FileField {...active} />
        <LinkField {...active} />
      </div>
      <ReadingStatus {...active} />
      {imports.length > maxOpenImports ? (
        <Disclosure summary={t('import.show-good')}>{() => <Imports {...active} />}</Disclosure>
      ) : (
        <Imports {...active} />
      )}
      <Rejections {...active} />
    </section>
  );
}
