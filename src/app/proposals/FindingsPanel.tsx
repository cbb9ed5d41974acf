import type { ComponentChildren } from 'preact';
import type { AnswerFinding, Findings, ReasonFinding, Source } from '../../core/proposals/findings.ts';
import { reasonPlace } from '../../core/proposals/reason-place.ts';
import { answerText } from '../shared/answer-text.ts';
import type { Question, QuestionnaireData, Site } from '../shared/view-data.ts';
import { ReasonText } from './ReasonText.tsx';
import { sourceText } from './reason-text.ts';

/** What a person can do with the findings about a question. */
export interface FindingActions {
  acceptReason(finding: ReasonFinding): void;
  confirm(finding: AnswerFinding): void;
  setAside(finding: ReasonFinding | AnswerFinding): void;
  reopenReason(finding: ReasonFinding): void;
  reopenAnswer(finding: AnswerFinding): void;
}

export interface FindingsPanelProps {
  site: Site;
  data: QuestionnaireData;
  question: Question;
  findings: Findings;
  /** The key of a reason that was not accepted because the field for places is full. */
  rejectedKey: string | undefined;
  /** Why the browser refuses to save decisions; null while it does not. */
  problem: string | null;
  /** The outcome of the last action, for screen readers. */
  announcement: string;
  /** Whether a heading is part of it; otherwise the summary that folds it says what it is. */
  isTitled: boolean;
  actions: FindingActions;
}

/** The id of the heading of a panel, which links on the page lead to. */
export const panelId = (item: string): string => `${item}-found`;

/** The element of a reason or proposed answer within a panel: its place in it, since keys hold texts of strangers. */
export const findingId = (item: string, kind: 'answer' | 'reason', index: number): string => `${item}-${kind}-${index}`;

const sourcesText = (sources: readonly Source[], site: Site): string =>
  [...new Set(sources.map((source) => sourceText(source, site)))].join('; ');

interface ActionButtonProps {
  label: string;
  /** What it is about, for screen readers. */
  about: string;
  act(): void;
  isMain?: boolean;
}

const ActionButton = ({ label, about, act, isMain = false }: ActionButtonProps) => (
  <button type="button" class={isMain ? 'secondary' : 'link'} onClick={act}>
    {label}
    <span class="visually-hidden"> {about}</span>
  </button>
);

interface FindingDecisionProps {
  site: Site;
  about: string;
  /** Undefined while nothing is decided. */
  outcome: string | undefined;
  /** The main button. */
  main: Pick<ActionButtonProps, 'label' | 'act'>;
  setAside(): void;
  /** Undefined if there is nothing to take back. */
  reopen: (() => void) | undefined;
}

/** The buttons below a finding or, once it is decided, its outcome with an Undo button. */
function FindingDecision({ site: { t }, about, outcome, main, setAside, reopen }: FindingDecisionProps) {
  if (outcome !== undefined)
    return (
      <p class="decision">
        <span>{outcome}</span> {reopen && <ActionButton label={t('proposals.undo')} about={about} act={reopen} />}
      </p>
    );
  return (
    <p class="decision">
      <ActionButton {...main} about={about} isMain />{' '}
      <ActionButton label={t('proposals.set-aside')} about={about} act={setAside} />
    </p>
  );
}

function ReasonRow({ finding, index, props }: { finding: ReasonFinding; index: number; props: FindingsPanelProps }) {
  const { site, findings, rejectedKey, actions } = props;
  const { t } = site;
  return (
    <li id={findingId(findings.item, 'reason', index)} data-state={finding.state}>
      <p>
        <ReasonText reason={finding.reason} site={site} />
      </p>
      {rejectedKey === finding.key ? <p class="notice">{t('proposals.no-room')}</p> : null}
      <FindingDecision
        site={site}
        about={reasonPlace(finding.reason)}
        outcome={finding.state === 'open' ? undefined : t(`proposals.reason-${finding.state}`)}
        main={{ label: t('proposals.accept'), act: () => actions.acceptReason(finding) }}
        setAside={() => actions.setAside(finding)}
        reopen={() => actions.reopenReason(finding)}
      />
    </li>
  );
}

/** Whether the person has answered without the proposal, so that there is nothing to take back. */
const isOwnAnswer = ({ state }: AnswerFinding): boolean => state === 'agreed' || state === 'answered';

function AnswerRow({ finding, index, props }: { finding: AnswerFinding; index: number; props: FindingsPanelProps }) {
  const { site, data, question, actions } = props;
  const { t } = site;
  const words = answerText(question, finding.answer, data, site);
  return (
    <li id={findingId(question.id, 'answer', index)} data-state={finding.state} class="proposed">
      <p>
        <strong>{t(finding.state === 'open' ? 'proposals.proposed' : 'proposals.was-proposed')}</strong>{' '}
        <bdi>{words}</bdi> <span class="muted">{sourcesText(finding.sources, site)}</span>
      </p>
      <FindingDecision
        site={site}
        about={words}
        outcome={finding.state === 'open' ? undefined : t(`proposals.answer-${finding.state}`)}
        main={{ label: t('proposals.confirm'), act: () => actions.confirm(finding) }}
        setAside={() => actions.setAside(finding)}
        reopen={isOwnAnswer(finding) ? undefined : () => actions.reopenAnswer(finding)}
      />
    </li>
  );
}

/** Everybody who found one of the reasons. */
function Sources({ props: { site, findings } }: { props: FindingsPanelProps }) {
  const sources = findings.reasons.flatMap((reason) => reason.sources);
  return sources.length === 0 ? null : (
    <p class="muted">{site.t('proposals.found-by', { sources: sourcesText(sources, site) })}</p>
  );
}

/** The heading of the panel, if it has one of its own. */
function Title({ props: { site, question, isTitled } }: { props: FindingsPanelProps }) {
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

/** The findings about one question, next to it. Nothing is chosen; each finding has its own buttons. */
export function FindingsPanel(props: FindingsPanelProps) {
  const { site, question, findings, announcement } = props;
  const { t } = site;
  return (
    <section class="findings-panel" aria-labelledby={panelId(question.id)}>
      <Title props={props} />
      <p class="muted">{t('proposals.counts-nowhere')}</p>
      <UnsavedNotice {...props} />
      <ul>
        {findings.answers.map((finding, index) => (
          <AnswerRow key={finding.key} finding={finding} index={index} props={props} />
        ))}
        {findings.reasons.map((finding, index) => (
          <ReasonRow key={finding.key} finding={finding} index={index} props={props} />
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
