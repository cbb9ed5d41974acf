import type { ComponentChildren } from 'preact';
import type { Findings, FoundAnswer, FoundReason, Source } from '../../core/proposals/findings.ts';
import { reasonPlace } from '../../core/proposals/reason-place.ts';
import { answerText } from '../shared/answer-text.ts';
import type { Question, QuestionnaireData, Site } from '../shared/view-data.ts';
import { ReasonText } from './ReasonText.tsx';
import { sourceText } from './reason-text.ts';

/** What a person can do with what was found about a question. */
export interface FoundActions {
  takeOver(found: FoundReason): void;
  confirm(found: FoundAnswer): void;
  setAside(found: FoundReason | FoundAnswer): void;
  reopenReason(found: FoundReason): void;
  reopenAnswer(found: FoundAnswer): void;
}

export interface FoundPanelProps {
  site: Site;
  data: QuestionnaireData;
  question: Question;
  findings: Findings;
  /** The key of a reason that was not taken over because the field for places is full. */
  noRoom: string | undefined;
  /** Why the browser refuses to save decisions; null while it does not. */
  problem: string | null;
  /** The outcome of the last press, for screen readers. */
  announcement: string;
  /** Whether a heading is part of it; otherwise the summary that folds it says what it is. */
  isTitled: boolean;
  actions: FoundActions;
}

/** The id of the heading of a panel, which links on the page lead to. */
export const panelId = (item: string): string => `${item}-found`;

/** The element of a reason or proposed answer within a panel: its place in it, since keys hold texts of strangers. */
export const foundId = (item: string, kind: 'answer' | 'reason', index: number): string => `${item}-${kind}-${index}`;

const sourcesText = (sources: readonly Source[], site: Site): string =>
  [...new Set(sources.map((source) => sourceText(source, site)))].join('; ');

interface PressProps {
  label: string;
  /** What it is about, for screen readers. */
  about: string;
  press(): void;
  isMain?: boolean;
}

const Press = ({ label, about, press, isMain = false }: PressProps) => (
  <button type="button" class={isMain ? 'secondary' : 'link'} onClick={press}>
    {label}
    <span class="visually-hidden"> {about}</span>
  </button>
);

interface DecisionProps {
  site: Site;
  about: string;
  /** Undefined while nothing is decided. */
  outcome: string | undefined;
  /** The press that accepts it. */
  accept: Pick<PressProps, 'label' | 'press'>;
  setAside(): void;
  /** Undefined if there is nothing to take back. */
  reopen: (() => void) | undefined;
}

/** The presses below a finding or, once it is decided, the outcome with a press that takes it back. */
function Decision({ site: { t }, about, outcome, accept, setAside, reopen }: DecisionProps) {
  if (outcome !== undefined)
    return (
      <p class="decision">
        <span class="outcome">{outcome}</span>{' '}
        {reopen && <Press label={t('proposals.undo')} about={about} press={reopen} />}
      </p>
    );
  return (
    <p class="decision">
      <Press {...accept} about={about} isMain />{' '}
      <Press label={t('proposals.set-aside')} about={about} press={setAside} />
    </p>
  );
}

function ReasonRow({ found, index, props }: { found: FoundReason; index: number; props: FoundPanelProps }) {
  const { site, findings, noRoom, actions } = props;
  const { t } = site;
  return (
    <li id={foundId(findings.item, 'reason', index)} data-state={found.state}>
      <p>
        <ReasonText reason={found.reason} site={site} />
      </p>
      {noRoom === found.key ? <p class="notice">{t('proposals.no-room')}</p> : null}
      <Decision
        site={site}
        about={reasonPlace(found.reason)}
        outcome={found.state === 'open' ? undefined : t(`proposals.reason-${found.state}`)}
        accept={{ label: t('proposals.take-over'), press: () => actions.takeOver(found) }}
        setAside={() => actions.setAside(found)}
        reopen={() => actions.reopenReason(found)}
      />
    </li>
  );
}

function AnswerRow({ found, index, props }: { found: FoundAnswer; index: number; props: FoundPanelProps }) {
  const { site, data, question, actions } = props;
  const { t } = site;
  const words = answerText(question, found.answer, data, site);
  return (
    <li id={foundId(question.id, 'answer', index)} data-state={found.state} class="proposed">
      <p>
        <strong>{t(found.state === 'open' ? 'proposals.proposed' : 'proposals.was-proposed')}</strong>{' '}
        <bdi>{words}</bdi> <span class="muted">{sourcesText(found.sources, site)}</span>
      </p>
      <Decision
        site={site}
        about={words}
        outcome={found.state === 'open' ? undefined : t(`proposals.answer-${found.state}`)}
        accept={{ label: t('proposals.confirm'), press: () => actions.confirm(found) }}
        setAside={() => actions.setAside(found)}
        reopen={found.state === 'answered' ? undefined : () => actions.reopenAnswer(found)}
      />
    </li>
  );
}

/** Everybody who found one of the reasons. */
function Sources({ props: { site, findings } }: { props: FoundPanelProps }) {
  const sources = findings.reasons.flatMap((reason) => reason.sources);
  return sources.length === 0 ? null : (
    <p class="muted">{site.t('proposals.found-by', { sources: sourcesText(sources, site) })}</p>
  );
}

/** The heading of the panel, if it has one of its own. */
function Title({ props: { site, question, isTitled } }: { props: FoundPanelProps }) {
  const id = panelId(question.id);
  if (!isTitled)
    return (
      <span id={id} class="visually-hidden">
        {site.t('proposals.title')}
      </span>
    );
  return (
    <h2 id={id} tabIndex={-1}>
      {site.t('proposals.title')}
    </h2>
  );
}

/** A sentence that decisions are not saved, until they are. */
export function UnsavedNotice({ site: { t }, problem }: { site: Site; problem: string | null }): ComponentChildren {
  return problem === null ? null : (
    <p class="notice" data-notice="proposals" role="status">
      {t('proposals.not-saved', { problem })}
    </p>
  );
}

/** What was found about one question, beside it. Nothing is chosen; each finding has its own presses. */
export function FoundPanel(props: FoundPanelProps) {
  const { site, question, findings, announcement } = props;
  const { t } = site;
  return (
    <section class="found" aria-labelledby={panelId(question.id)}>
      <Title props={props} />
      <p class="muted">{t('proposals.counts-nowhere')}</p>
      <UnsavedNotice {...props} />
      <ul>
        {findings.answers.map((found, index) => (
          <AnswerRow key={found.key} found={found} index={index} props={props} />
        ))}
        {findings.reasons.map((found, index) => (
          <ReasonRow key={found.key} found={found} index={index} props={props} />
        ))}
      </ul>
      {findings.notes.map(({ note, source }) => (
        <p key={note}>
          <bdi>{note}</bdi> <span class="muted">{sourceText(source, site)}</span>
        </p>
      ))}
      <Sources props={props} />
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
    </section>
  );
}
