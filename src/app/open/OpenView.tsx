import type { ComponentChild } from 'preact';
import { formatDate } from '../../i18n/dates.ts';
import { takesFile } from '../shared/file-drop.ts';
import type { Site } from '../shared/view-data.ts';

export interface OpenProps {
  site: Site;
  /** Why what was given could not be opened. */
  problem: string | undefined;
  /** Absent as the server writes it, where nothing can be done yet. */
  actions: { openText(text: string): void; openFile(file: File): void } | undefined;
}

/** Asks for a link or a file. As the server writes it, it says what is needed to open one. */
export function OpenView({ site, problem, actions }: OpenProps) {
  const { t } = site;
  return (
    <>
      <h1 tabIndex={-1}>{t('open.title')}</h1>
      <p>{t('open.lead')}</p>
      {problem === undefined ? null : (
        <div class="notice" role="alert">
          <strong>{t('open.refused')}</strong>
          <p>{problem}</p>
        </div>
      )}
      {actions ? (
        <form
          class="open-link"
          method="dialog"
          {...takesFile(actions.openFile)}
          onSubmit={(event) => {
            event.preventDefault();
            actions.openText(event.currentTarget.querySelector('textarea')?.value ?? '');
          }}
        >
          <label class="field">
            {t('open.paste')}
            <textarea dir="auto" rows={4} spellcheck={false} autocomplete="off" aria-describedby="paste-hint" />
            <span class="muted" id="paste-hint">
              {t('open.hint')}
            </span>
          </label>
          <button type="submit" class="primary">
            {t('open.button')}
          </button>
          <label class="field">
            {t('open.file')}
            <input
              type="file"
              accept=".json,.html,application/json,text/html"
              aria-describedby="file-hint"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                if (file) actions.openFile(file);
              }}
            />
            <span class="muted" id="file-hint">
              {t('open.file-hint')}
            </span>
          </label>
        </form>
      ) : (
        <p class="muted needs-script">{t('open.needs-script')}</p>
      )}
    </>
  );
}

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
    <aside class="notice opened" aria-labelledby="opened">
      <p>
        <strong id="opened">{t(`open.opened-${from}`)}</strong>{' '}
        {date === undefined
          ? t('open.opened-undated')
          : t('open.opened-date', { date: formatDate(date, site.language) })}{' '}
        {t('open.opened-text')}
      </p>
      {lost}
      <div class="bar">
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
