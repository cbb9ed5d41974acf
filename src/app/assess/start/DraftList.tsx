import type { Depth } from '../../../core/model/ids.ts';
import { isolate } from '../../../core/text/isolate.ts';
import { formatDate } from '../../../i18n/dates.ts';
import type { Site } from '../../shared/view-data.ts';
import { DraftNameFields } from './DraftNameFields.tsx';

/** One draft as the list shows it. */
export interface ListedDraft {
  id: string;
  system: string;
  date: string | undefined;
  answeredCount: number;
  /** Number of questions at its depth. */
  questionCount: number;
  depth: Depth;
  /** When it was last saved, in words. */
  age: string;
  /** Whether it is the open draft. */
  isOpen: boolean;
  /** The previous assessment whose answers it shows as hints, if any. */
  previous: { date: string | undefined } | undefined;
  snapshotCount: number;
  /** Whether a move was to be done, which a follow-up can ask about. */
  hasPromises: boolean;
  /** Whether it is a follow-up: then the counts are of the questions that it asks again. */
  isFollowUp: boolean;
  /** Whether only snapshots are left of it. */
  isGone: boolean;
}

/** What a person can do with a draft. The names are also the values of `data-act` on the buttons. */
export interface DraftActions {
  resume(id: string): void;
  report(id: string): void;
  again(id: string): void;
  checkPromises(id: string): void;
  rename(id: string): void;
  duplicate(id: string): void;
  download(id: string): void;
  restore(id: string): void;
  remove(id: string): void;
}

export interface DraftListActions extends DraftActions {
  saveName(id: string, system: string, date: string): void;
  cancelRename(id: string): void;
  undo(): void;
  startNew(): void;
}

export interface DraftListProps {
  site: Site;
  /** Newest change first. */
  drafts: readonly ListedDraft[];
  /** The draft that is being renamed. */
  renamingId: string | undefined;
  /** What can be undone, and the draft before which the list says so; otherwise it does so at the end. */
  undoable: { kind: 'deleted' | 'replaced'; system: string; nextId: string | undefined } | undefined;
  /** The outcome of the last action, for screen readers. */
  announcement: string;
  actions: DraftListActions;
}

interface RowProps {
  draft: ListedDraft;
  props: DraftListProps;
}

const labelKeys: Readonly<Record<keyof DraftActions, string>> = {
  resume: 'start.continue',
  report: 'start.report',
  again: 'start.again',
  checkPromises: 'start.check-promises',
  rename: 'start.rename',
  duplicate: 'start.duplicate',
  download: 'start.download',
  restore: 'start.restore',
  remove: 'start.delete',
};

/** A draft's system and date, which tell it from others of the same system. */
export const draftTitle = ({ system, date }: Pick<ListedDraft, 'system' | 'date'>, site: Site): string =>
  [isolate(system) || site.t('start.unnamed'), ...(date ? [formatDate(date, site.language)] : [])].join(', ');

function ActionButtons({ names, draft, props }: RowProps & { names: readonly (keyof DraftActions)[] }) {
  const { site, actions } = props;
  return names.map((name) => (
    <button type="button" class="link" key={name} data-act={name} onClick={() => actions[name](draft.id)}>
      {site.t(name === 'resume' && draft.answeredCount === 0 ? 'start.begin' : labelKeys[name])}
      <span class="visually-hidden"> {draftTitle(draft, site)}</span>
    </button>
  ));
}

/** What was deleted or replaced, in its place in the list, with a button to undo it. */
function UndoRow({ props: { site, undoable, actions } }: { props: DraftListProps }) {
  if (!undoable) return null;
  return (
    <li class="undo">
      {site.t(`start.${undoable.kind}`, { system: undoable.system || site.t('start.unnamed') })}{' '}
      <button type="button" class="link" onClick={actions.undo}>
        {site.t('start.undo')}
      </button>
    </li>
  );
}

function DraftState({ draft, site: { t, language } }: { draft: ListedDraft; site: Site }) {
  if (draft.isGone) return <span class="state muted">{t('start.gone')}</span>;
  const { date, depth, previous, answeredCount, questionCount, age } = draft;
  const hints = previous?.date
    ? t('start.hints', { date: formatDate(previous.date, language) })
    : t('start.hints-undated');
  const parts = [
    ...(date ? [formatDate(date, language)] : []),
    t(`start.${depth}`),
    t(draft.isFollowUp ? 'start.follow-up-state' : 'start.resume-state', {
      done: answeredCount,
      total: questionCount,
      age,
    }),
    ...(previous ? [hints] : []),
    ...(draft.isOpen ? [t('start.open')] : []),
  ];
  return <span class="state muted">{parts.join(' · ')}</span>;
}

/** The actions of a draft: first those that most people need, the others behind "more". */
function DraftButtons({ draft, props }: RowProps) {
  const { site } = props;
  const hasReport = draft.answeredCount > 0 || draft.isFollowUp;
  const mainNames: (keyof DraftActions)[] = [
    'resume',
    ...(hasReport ? (['report'] as const) : []),
    ...(draft.hasPromises ? (['checkPromises'] as const) : []),
    ...(hasReport ? (['again'] as const) : []),
  ];
  const moreNames: (keyof DraftActions)[] = [
    ...(draft.isGone ? [] : (['rename', 'duplicate', 'download'] as const)),
    ...(draft.snapshotCount > 0 ? (['restore'] as const) : []),
    'remove',
  ];
  return (
    <span class="acts">
      {draft.isGone ? null : <ActionButtons names={mainNames} draft={draft} props={props} />}
      <details class="more">
        <summary>
          {site.t('start.more')}
          <span class="visually-hidden"> {draftTitle(draft, site)}</span>
        </summary>
        <span class="acts">
          <ActionButtons names={moreNames} draft={draft} props={props} />
        </span>
      </details>
    </span>
  );
}

function DraftRow({ draft, props }: RowProps) {
  const { site, renamingId } = props;
  return (
    <li id={`kept-${draft.id}`} aria-current={draft.isOpen ? 'true' : undefined}>
      {draft.id === renamingId ? (
        <DraftNameFields draft={draft} site={site} actions={props.actions} />
      ) : (
        <strong tabIndex={-1} dir="auto">
          {draft.system || site.t('start.unnamed')}
        </strong>
      )}
      <DraftState draft={draft} site={site} />
      <DraftButtons draft={draft} props={props} />
    </li>
  );
}

/** The drafts in this browser, newest first, and what can be done with each. */
export function DraftList(props: DraftListProps) {
  const { site, drafts, undoable, announcement, actions } = props;
  const isEmpty = drafts.length === 0 && undoable === undefined;
  const undoBefore = drafts.find(({ id }) => id === undoable?.nextId)?.id;
  return (
    <section class="draft-list" hidden={isEmpty}>
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
      <h2 tabIndex={-1}>{site.t('start.resume')}</h2>
      <ul>
        {drafts.flatMap((draft) => [
          draft.id === undoBefore ? <UndoRow key="undo" props={props} /> : null,
          <DraftRow key={draft.id} draft={draft} props={props} />,
        ])}
        {undoBefore === undefined ? <UndoRow key="undo" props={props} /> : null}
      </ul>
      <button type="button" class="link" onClick={actions.startNew}>
        {site.t('start.new')}
      </button>
    </section>
  );
}
