import { type ComponentChild, Fragment } from 'preact';
import type { Decision } from '../../core/answers/answers.ts';
import type { DiagnosisPart } from '../../core/assessment/diagnosis-parts.ts';
import { basisText } from '../../core/render/wording.ts';
import { formatDate } from '../../i18n/dates.ts';
import { Memo } from '../shared/Memo.tsx';
import { DiagnosisView } from './DiagnosisView.tsx';
import { Fold } from './Fold.tsx';
import { Moves } from './moves/Moves.tsx';
import { type ExplainTarget, explainedBy, type PartProps, reportPath } from './report-parts.tsx';
import { PracticeSheet } from './sheet/PracticeSheet.tsx';
import { PlainTrouble } from './signals/PlainTrouble.tsx';
import { type SignalActions, Signals } from './signals/Signals.tsx';
import { UnknownAnswers } from './signals/UnknownAnswers.tsx';

/** What a person can do with a report. */
export interface ReportActions {
  changeAnswers(): void;
  /** Opens or closes the list of files. */
  download(): void;
  print(): void;
  /** Chooses whether print includes every answer and the whole plan. */
  includeAppendix(isIncluded: boolean): void;
  /** Opens the dialog that makes a private link. */
  share(): void;
  /** Continues with the questions that the quick check leaves out. */
  deepen(): void;
  decide(practice: string, part: Partial<Decision>): void;
  override(signal: string, reason: string): void;
  explain(explained: ExplainTarget): void;
  /** Opens the table for trying other answers. */
  tryOut(): void;
  /** Starts a follow-up that asks about the promised moves; absent if nothing is promised or one is under way. */
  checkPromises?: (() => void) | undefined;
}

export interface ReportProps extends PartProps, SignalActions {
  /** Absent in a read-only report. */
  actions: ReportActions | undefined;
  /** The field for a missing name of the system: beside what the report says, which comes first. */
  naming?: ComponentChild;
  /** Whose report it is, if that needs saying. */
  about?: ComponentChild;
  /** The table for trying other answers and the explanation of a number, once opened. */
  tried?: ComponentChild;
  /** The page for leaders and the working copy, for print; in the browser they are added once the report has rendered. */
  printCopy?: { page: ComponentChild; copy: ComponentChild } | undefined;
  /** Whether print includes every answer and the whole plan. */
  hasAppendix?: boolean;
  /** The list of files, once opened. */
  downloads?: ComponentChild;
  explanation?: ComponentChild;
  /** What changed since an earlier assessment of the system, and what became of its promises, if one is known. */
  since?: ComponentChild;
}

/** What a person can do with the report as a whole. */
function ReportBar({ props }: { props: ReportProps }) {
  const { site, report, actions } = props;
  const { t } = site;
  const other = report.depth === 'quick' ? 'full' : 'quick';
  if (!actions) return null;
  const needsAnswers = report.diagnosis.situation === 'not-enough-known';
  return (
    <div class="button-row">
      <button type="button" class={needsAnswers ? 'primary' : 'secondary'} onClick={actions.changeAnswers}>
        {t('report.change-answers')}
      </button>
      <button type="button" class="secondary" onClick={actions.download} aria-expanded={Boolean(props.downloads)}>
        {t('report.download')}
      </button>
      <button type="button" class="secondary" aria-haspopup="dialog" onClick={actions.share}>
        {t('report.share')}
      </button>
      <button type="button" class="secondary" onClick={actions.print}>
        {t('report.print')}
      </button>
      <label>
        <input
          type="checkbox"
          checked={props.hasAppendix}
          onChange={(event) => actions.includeAppendix(event.currentTarget.checked)}
        />{' '}
        {t('report.print-appendix')}
      </label>
      {actions.checkPromises && report.moves.some(({ decision }) => decision?.decision === 'do') ? (
        <button type="button" class="secondary" data-act="check-promises" onClick={actions.checkPromises}>
          {t('report.check-promises')}
        </button>
      ) : null}
      <a href={site.link(reportPath(other))}>{t(`report.other-depth-${other}`)}</a>
      {report.depth === 'quick' ? (
        <button type="button" class="secondary" onClick={actions.deepen}>
          {t('report.go-deeper')}
        </button>
      ) : null}
    </div>
  );
}

/** What qualifies everything else, so that it stands directly under the headline. */
const saidBelowHeadline: readonly DiagnosisPart['role'][] = ['caution', 'agreement'];
const saidInMargin: readonly DiagnosisPart['role'][] = ['unknown', 'change'];
const saidFirst: readonly DiagnosisPart['role'][] = ['holds', 'hurts', 'first'];

/**
 * Whose report this is and its diagnosis, or what is not known if there is none; beside them, how certain it is and
 * what to do with the report.
 */
function ReportHead({ props }: { props: ReportProps }) {
  const { site, report } = props;
  const { t, language } = site;
  const date = report.date ? formatDate(report.date, language) : '';
  const trouble = <PlainTrouble {...props} />;
  const hasFirst = report.diagnosis.parts.some(({ role }) => saidFirst.includes(role));
  return (
    <header>
      <h1 tabIndex={-1}>
        <span class="report-meta">
          <bdi>{report.system || t('report.unnamed')}</bdi> ·{' '}
          {t('report.meta', { depth: t(`report.depth-${report.depth}`), date })}
        </span>{' '}
        <span class="verdict">{report.verdict}</span>
      </h1>
      {props.about && <p class="muted">{props.about}</p>}
      {report.stakes && (
        <p class="stakes">
          <strong>{t('report.stakes')}</strong> <bdi>{report.stakes}</bdi>
        </p>
      )}
      <DiagnosisView {...props} roles={saidBelowHeadline} />
      <div class="head-columns">
        <div>
          <DiagnosisView {...props} roles={hasFirst ? saidFirst : saidInMargin} />
          {props.actions && trouble}
        </div>
        <div class="head-margin">
          {hasFirst && <DiagnosisView {...props} roles={saidInMargin} />}
          {props.naming}
          {props.actions ? <ReportBar props={props} /> : trouble}
        </div>
      </div>
    </header>
  );
}

/** What the scores mean and rest on; how they are calculated unfolds. */
function Meaning(props: ReportProps) {
  const { t } = props.site;
  return (
    <section class="score-meaning" aria-labelledby="means">
      <h2 id="means">{t('report.means')}</h2>
      <p class="muted caption">
        {t('report.means-text')} {basisText(t, props.report.basis)}
      </p>
      <Fold props={props} summary={t('report.means-more')}>
        {({ ScoresMean }) => <ScoresMean {...props} />}
      </Fold>
    </section>
  );
}

/** The report: diagnosis, scores, moves, signals, detail. All of it comes from one report object. */
export function ReportView(all: ReportProps) {
  const { actions } = all;
  const props: ReportProps = { ...all, explain: actions?.explain ?? all.explain, override: actions?.override };
  const { t } = props.site;
  const { Progressive = Fragment } = props;
  const memo = (part: ComponentChild) => (
    <Memo deps={[props.report, props.data, props.since, props.folded]}>{part}</Memo>
  );
  const sheet = <PracticeSheet props={props} tried={props.tried} tryOut={actions?.tryOut} />;
  return (
    <div class={props.printCopy ? 'report has-copy' : 'report'}>
      <ReportHead props={props} />
      <details class="one-page">
        <summary>{t('report.one-page')}</summary>
        {props.printCopy?.page}
      </details>
      {props.downloads}
      <Progressive>
        {memo(props.since)}
        <Memo deps={[props.report, props.folded, props.data.tensions, props.tried]}>{sheet}</Memo>
        {memo(<Moves {...props} decide={actions?.decide} />)}
        {memo(<Signals {...props} />)}
        <div class="last-columns">
          {memo(<UnknownAnswers {...props} />)}
          {memo(<Meaning {...props} />)}
        </div>
      </Progressive>
      {props.printCopy?.copy}
      {props.explain ? (
        <p class="visually-hidden" id={explainedBy}>
          {t('report.explain')}
        </p>
      ) : null}
      {props.explanation}
    </div>
  );
}
