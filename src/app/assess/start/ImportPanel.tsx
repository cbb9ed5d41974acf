import type { Answers } from '../../../core/answers/answers.ts';
import type { DraftComparison } from '../../../core/answers/compare-drafts.ts';
import type { LostPart } from '../../../core/answers/lost-part.ts';
import { nameOf } from '../../../core/text/name-of.ts';
import { formatDate } from '../../../i18n/dates.ts';
import { LostParts } from '../../shared/LostParts.tsx';
import { type DraftName, TargetField } from '../../shared/TargetField.tsx';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import { answerWithNote } from '../question/answer-text.ts';

export interface SnapshotsProps {
  site: Site;
  system: string;
  snapshots: readonly { key: string; date: string; count: number }[];
  actions: { restore(key: string): void; close(): void };
}

/** The snapshots of one draft, to restore one of them. */
export function SnapshotsView({ site, system, snapshots, actions }: SnapshotsProps) {
  const { t } = site;
  return (
    <section class="import-panel" id="import-panel">
      <h2 tabIndex={-1}>{t('drafts.earlier-title', { system: nameOf(system) || t('start.unnamed') })}</h2>
      <p class="muted">{t(snapshots.length > 0 ? 'drafts.earlier-lead' : 'drafts.earlier-none')}</p>
      <ul>
        {snapshots.map(({ key, date, count }) => (
          <li key={key}>
            {date}, {t('drafts.earlier-answers', { count })}{' '}
            <button type="button" class="link" onClick={() => actions.restore(key)}>
              {t('drafts.earlier-restore')}
              <span class="visually-hidden"> {date}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="link" onClick={actions.close}>
        {t('drafts.close')}
      </button>
    </section>
  );
}

interface ImportProblemProps {
  site: Site;
  title: string;
  problem: string;
  close(): void;
}

/** Why a file was not opened, or why nothing was replaced. */
export function ImportProblem({ site, title, problem, close }: ImportProblemProps) {
  return (
    <section class="import-panel notice" id="import-panel">
      <h2 tabIndex={-1}>{title}</h2>
      <p>{problem}</p>
      <button type="button" class="link" onClick={close}>
        {site.t('drafts.close')}
      </button>
    </section>
  );
}

export interface ImportProps {
  site: Site;
  /** The full assessment, since a file may answer any question. */
  data: QuestionnaireData;
  importedAnswers: Answers;
  /** The unreadable parts of the file; usually none. */
  lost: readonly LostPart[];
  /** The drafts that the file can be compared with. */
  drafts: readonly DraftName[];
  /** The draft that it is compared with; undefined if there is none. */
  target: DraftName | undefined;
  comparison: DraftComparison;
  actions: {
    chooseTarget(id: string): void;
    add(): void;
    merge(): void;
    replace(): void;
    close(): void;
    downloadLost(): void;
  };
}

/** A count, and what the questions counted are about. */
function GistList({ name, items, props }: { name: string; items: readonly string[]; props: ImportProps }) {
  const { site, data } = props;
  return (
    <>
      {items.length > 0 ? <p>{site.t(`drafts.${name}`, { count: items.length })}</p> : null}
      <ul>
        {data.items
          .filter(({ id }) => items.includes(id))
          .map(({ id, gist }) => (
            <li key={id}>{gist}</li>
          ))}
      </ul>
    </>
  );
}

/** The questions that the file and the draft answer differently, with both answers. */
function Differences({ site, data, comparison: { different } }: ImportProps) {
  const { t } = site;
  const differenceByItem = new Map(different.map((difference) => [difference.item, difference]));
  return (
    <>
      {different.length > 0 ? <p>{t('drafts.different', { count: different.length })}</p> : null}
      <dl>
        {data.items.map((question) => {
          const difference = differenceByItem.get(question.id);
          return difference ? (
            <div key={question.id}>
              <dt>{question.gist}</dt>
              <dd>
                <span class="muted">{t('drafts.here')}</span> {answerWithNote(question, difference.ours, data, site)}
              </dd>
              <dd>
                <span class="muted">{t('drafts.in-file')}</span>{' '}
                {answerWithNote(question, difference.theirs, data, site)}
              </dd>
            </div>
          ) : null;
        })}
      </dl>
    </>
  );
}

function ImportButtons({ site, target, actions }: ImportProps) {
  const { t } = site;
  const system = nameOf(target?.system) || t('start.unnamed');
  const changes = (['merge', 'replace'] as const).map((name) => (
    <p key={name}>
      <button type="button" class="secondary" onClick={actions[name]}>
        {t(`drafts.${name}`, { system })}
      </button>{' '}
      <span class="muted">{t(`drafts.${name}-means`)}</span>
    </p>
  ));
  return (
    <div class="steps">
      <button type="button" class="primary" onClick={actions.add}>
        {t('drafts.new')}
      </button>
      {target ? changes : null}
      <button type="button" class="link" onClick={actions.close}>
        {t('drafts.close')}
      </button>
    </div>
  );
}

/** What a file contains compared with a draft, and what can be done with it. */
export function ImportView(props: ImportProps) {
  const { site, importedAnswers, lost, target, comparison, actions } = props;
  const { t, language } = site;
  const { same, added, missing, different } = comparison;
  const { system } = importedAnswers;
  const date = importedAnswers.date ? formatDate(importedAnswers.date, language) : t('drafts.import-undated');
  const count = same.length + added.length + different.length;
  return (
    <section class="import-panel" id="import-panel">
      <h2 tabIndex={-1}>{t('drafts.import-title', { system: nameOf(system) || t('start.unnamed') })}</h2>
      <p>{t('drafts.import-from', { date, count })}</p>
      {lost.length > 0 ? <LostParts site={site} lost={lost} download={actions.downloadLost} /> : null}
      <TargetField {...props} label={t('drafts.into')} chooseTarget={actions.chooseTarget} />
      {target ? (
        <div class="comparison">
          <p>{t('drafts.same', { count: same.length })}</p>
          <GistList name="added" items={added} props={props} />
          <GistList name="missing" items={missing} props={props} />
          <Differences {...props} />
        </div>
      ) : null}
      <ImportButtons {...props} />
    </section>
  );
}
