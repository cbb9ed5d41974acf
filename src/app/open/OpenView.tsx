import { fileDropProps } from '../shared/file-drop.ts';
import type { Site } from '../shared/view-data.ts';

export interface OpenProps {
  site: Site;
  /** Why what was given could not be opened. */
  problem: string | undefined;
  /** Absent as the server writes it, where nothing can be done yet. */
  actions: { openText(text: string): void; openFiles(files: readonly File[]): void } | undefined;
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
          {...fileDropProps(actions.openFiles)}
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
                const { files } = event.currentTarget;
                if (files?.length) actions.openFiles([...files]);
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
