import { FieldLabel, namedBy } from '../shared/FieldLabel.tsx';
import { Folded } from '../shared/Folded.tsx';
import type { Site } from '../shared/view-data.ts';

export interface ImportListProps {
  site: Site;
  /** What could be read: a name, and a line on what it holds. */
  good: readonly { name: string; holds: string }[];
  bad: readonly { name: string; reason: string }[];
  /** Absent while the page is only read. */
  actions: { files(files: Iterable<File>): void; paste(text: string): void; remove(at: number): void } | undefined;
}

/** From so many on, what was read is folded away. */
const foldFrom = 12;

function Good({ site, good, remove }: Pick<ImportListProps, 'site' | 'good'> & { remove(at: number): void }) {
  if (good.length === 0) return null;
  return (
    <ul class="taken">
      {good.map(({ name, holds }, at) => (
        <li key={`${at} ${name}`}>
          <strong>{name}</strong> <span class="muted">{holds}</span>{' '}
          <button type="button" class="link" onClick={() => remove(at)}>
            {site.t('intake.remove')}
            <span class="visually-hidden"> {name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Files by choosing or dropping, links by pasting; then what was read, and what was not and why. */
export function ImportList({ site, good, bad, actions }: ImportListProps) {
  const { t } = site;
  if (!actions) return <p class="muted needs-script">{t('intake.needs-script')}</p>;
  return (
    <section
      class="intake"
      aria-label={t('intake.title')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (event.dataTransfer?.files.length) actions.files(event.dataTransfer.files);
      }}
    >
      <div class="ways-in">
        <label class="field">
          <FieldLabel id="intake-files" name={t('intake.files')} hint={t('intake.files-hint')} />
          <input
            type="file"
            {...namedBy('intake-files')}
            multiple
            accept=".json,.jsonl,.ndjson,.html,.htm,.txt,.md"
            onChange={({ currentTarget }) => {
              actions.files([...(currentTarget.files ?? [])]);
              currentTarget.value = '';
            }}
          />
        </label>
        <div>
          <label class="field">
            <FieldLabel id="intake-links" name={t('intake.links')} hint={t('intake.links-hint')} />
            <textarea {...namedBy('intake-links')} rows={3} autocomplete="off" spellcheck={false} />
          </label>
          <button
            type="button"
            class="secondary"
            onClick={({ currentTarget }) => {
              const field = currentTarget.parentElement?.querySelector('textarea');
              if (!field?.value.trim()) return field?.focus();
              actions.paste(field.value);
              field.value = '';
            }}
          >
            {t('intake.read')}
          </button>
        </div>
      </div>
      <div role="status">
        {good.length + bad.length > 0 ? (
          <p>
            {t('intake.good', { count: good.length })} {bad.length > 0 ? t('intake.bad', { count: bad.length }) : ''}
          </p>
        ) : null}
      </div>
      {good.length > foldFrom ? (
        <Folded summary={t('intake.show-good')}>
          {() => <Good site={site} good={good} remove={actions.remove} />}
        </Folded>
      ) : (
        <Good site={site} good={good} remove={actions.remove} />
      )}
      {bad.length > 0 ? (
        <ul class="taken refused">
          {bad.map(({ name, reason }, at) => (
            <li key={`${at} ${name}`}>
              <strong>{name}</strong> <span class="muted">{reason}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
