import type { Depth } from '../../../core/model/ids.ts';
import { formatDate } from '../../../i18n/dates.ts';
import type { Site } from '../../shared/view-data.ts';

/** One assessment that this browser keeps, as the list shows it. */
export interface ListedDraft {
  id: string;
  system: string;
  date: string | undefined;
  done: number;
  total: number;
  depth: Depth;
  age: string;
  /** It is the one that the rest of the page is about. */
  open: boolean;
  /** The date of the assessment whose answers it shows as hints; undefined where it shows none. */
  hints: { date: string | undefined } | undefined;
  /** How many earlier states can be restored. */
  earlier: number;
  /** Only earlier states are left of it. */
  gone: boolean;
}

export interface DraftListActions {
  resume(id: string): void;
  report(id: string): void;
  again(id: string): void;
  rename(id: string): void;
  renamed(id: string, system: string, date: string): void;
  keepName(id: string): void;
  duplicate(id: string): void;
  download(id: string): void;
  restore(id: string): void;
  remove(id: string): void;
  undo(): void;
  another(): void;
}

export interface DraftListProps {
  site: Site;
  /** Newest change first. */
  kept: readonly ListedDraft[];
  /** The one that is being given another name. */
  renaming: string | undefined;
  /** What was just deleted or changed, and before which assessment of the list that is told; else after the last. */
  undoable: { kind: 'deleted' | 'replaced'; system: string; nextId: string | undefined } | undefined;
  /** What the last act came to, to be read out. */
  said: string;
  actions: DraftListActions;
}

const labels = {
  resume: 'start.continue',
  report: 'start.report',
  again: 'start.again',
  rename: 'start.rename',
  duplicate: 'start.duplicate',
  download: 'start.download',
  restore: 'start.restore',
  remove: 'start.delete',
} as const;
type Act = keyof typeof labels;

function Acts({ acts, each, props }: { acts: readonly Act[]; each: ListedDraft; props: DraftListProps }) {
  const { t } = props.site;
  return acts.map((act) => (
    <button type="button" class="link" key={act} data-act={act} onClick={() => props.actions[act](each.id)}>
      {t(act === 'resume' && each.done === 0 ? 'start.begin' : labels[act])}
      <span class="visually-hidden"> {nameOf(each, props)}</span>
    </button>
  ));
}

/** An assessment's name and date, by which it is told from others of the same system. */
function nameOf({ system, date }: ListedDraft, { site }: DraftListProps): string {
  return [system || site.t('start.unnamed'), ...(date ? [formatDate(date, site.language)] : [])].join(', ');
}

/** A new name and date for an assessment: Enter saves, Escape leaves things as they are. */
function Rename({ each, props }: { each: ListedDraft; props: DraftListProps }) {
  const { site, actions } = props;
  const save = (within: Element | null | undefined) => {
    const [system, date] = within?.querySelectorAll('input') ?? [];
    if (system && date?.reportValidity()) actions.renamed(each.id, system.value.trim(), date.value);
  };
  return (
    <div
      class="rename"
      role="group"
      aria-label={site.t('start.rename')}
      onKeyDown={(event) => {
        const typing = event.target instanceof HTMLInputElement;
        if (event.key === 'Escape') actions.keepName(each.id);
        else if (event.key === 'Enter' && typing) save(event.currentTarget);
        else return;
        event.preventDefault();
      }}
    >
      <label class="field">
        {site.t('start.system')}
        <input type="text" maxLength={200} autocomplete="off" defaultValue={each.system} />
      </label>
      <label class="field">
        {site.t('start.date')}
        <input type="date" max="9999-12-31" defaultValue={each.date ?? ''} />
      </label>
      <button type="button" class="secondary" onClick={(event) => save(event.currentTarget.parentElement)}>
        {site.t('start.save-name')}
      </button>{' '}
      <button type="button" class="link" onClick={() => actions.keepName(each.id)}>
        {site.t('start.cancel')}
      </button>
    </div>
  );
}

/** What was just taken away, where it stood, with the way back. */
function Undo({ props }: { props: DraftListProps }) {
  const { site, undoable, actions } = props;
  const system = undoable?.system || site.t('start.unnamed');
  return undoable ? (
    <li class="undo" key="undo">
      {site.t(`start.${undoable.kind}`, { system })}{' '}
      <button type="button" class="link" onClick={actions.undo}>
        {site.t('start.undo')}
      </button>
    </li>
  ) : null;
}

function State({ each, props }: { each: ListedDraft; props: DraftListProps }) {
  const { t, language } = props.site;
  if (each.gone) return <span class="state muted">{t('start.gone')}</span>;
  const { done, total, age, date, hints } = each;
  const parts = [
    ...(date ? [formatDate(date, language)] : []),
    t(`start.${each.depth}`),
    t('start.resume-state', { done, total, age }),
    ...(hints
      ? [hints.date ? t('start.hints', { date: formatDate(hints.date, language) }) : t('start.hints-undated')]
      : []),
    ...(each.open ? [t('start.open')] : []),
  ];
  return <span class="state muted">{parts.join(' · ')}</span>;
}

/** What this browser keeps, newest first, and what can be done with each. */
export function DraftList(props: DraftListProps) {
  const { site, kept, undoable, renaming, said, actions } = props;
  const { t } = site;
  const some = kept.length > 0 || undoable !== undefined;
  const place = kept.some(({ id }) => id === undoable?.nextId) ? undoable?.nextId : undefined;
  const more = (each: ListedDraft): Act[] => [
    ...(each.gone ? [] : (['rename', 'duplicate', 'download'] as const)),
    ...(each.earlier > 0 ? (['restore'] as const) : []),
    'remove',
  ];
  return (
    <section class="kept" hidden={!some}>
      <p class="visually-hidden" role="status">
        {said}
      </p>
      <h2 tabIndex={-1}>{t('start.resume')}</h2>
      <ul>
        {kept.flatMap((each) => [
          each.id === place ? <Undo key="undo" props={props} /> : null,
          <li key={each.id} id={`kept-${each.id}`} aria-current={each.open ? 'true' : undefined}>
            {each.id === renaming ? (
              <Rename each={each} props={props} />
            ) : (
              <strong tabIndex={-1}>{each.system || t('start.unnamed')}</strong>
            )}
            <State each={each} props={props} />
            <span class="acts">
              {each.gone ? null : (
                <Acts acts={each.done > 0 ? ['resume', 'report', 'again'] : ['resume']} each={each} props={props} />
              )}
              <details class="more">
                <summary>
                  {t('start.more')}
                  <span class="visually-hidden"> {nameOf(each, props)}</span>
                </summary>
                <span class="acts">
                  <Acts acts={more(each)} each={each} props={props} />
                </span>
              </details>
            </span>
          </li>,
        ])}
        {place === undefined ? <Undo key="undo" props={props} /> : null}
      </ul>
      <button type="button" class="link" onClick={actions.another}>
        {t('start.new')}
      </button>
    </section>
  );
}
