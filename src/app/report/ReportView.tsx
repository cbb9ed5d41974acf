import { type ComponentChild, Fragment } from 'preact';
import type { Decision } from '../../core/answers/answers.ts';
import { isRaised } from '../../core/assessment/signal-status.ts';
import { risksOf } from '../../core/report/report.ts';
import { formatDate } from '../../i18n/dates.ts';
import { Citations } from '../shared/Citations.tsx';
import { Memo } from '../shared/Memo.tsx';
import { Heatmap } from './Heatmap.tsx';
import { Moves } from './Moves.tsx';
import { Profile } from './Profile.tsx';
import {
  type ExplainTarget,
  explainedBy,
  type PartProps,
  points,
  reportPath,
  signalTitle,
  titleOf,
  variableName,
} from './report-parts.tsx';
import { type SignalActions, Signals } from './Signals.tsx';

/** What a person can do with a report. */
export interface ReportActions {
  changeAnswers(): void;
  /** Opens or closes the list of files. */
  download(): void;
  print(): void;
  /** Opens the dialog that makes a private link. */
  share(): void;
  /** Goes on with the questions that the quick check leaves out. */
  deepen(): void;
  decide(practice: string, part: Partial<Decision>): void;
  override(signal: string, reason: string): void;
  explain(explained: ExplainTarget): void;
  /** Asks for the table to try other answers in. */
  tryOut(): void;
}

export interface ReportProps extends PartProps, SignalActions {
  /** Absent where the report is only read. */
  actions: ReportActions | undefined;
  /** Whose report it is, where that has to be said. */
  about?: ComponentChild;
  /** The table to try other answers in, and the explanation of a number, once somebody has asked for them. */
  tried?: ComponentChild;
  /** The page for leadership and the working copy, which print; in the browser they come once the report stands. */
  paper?: { page: ComponentChild; copy: ComponentChild } | undefined;
  /** The list of files, once somebody has asked for it. */
  downloads?: ComponentChild;
  explanation?: ComponentChild;
  /** What changed since last time, where an earlier assessment of the system is known. */
  since?: ComponentChild;
}

function Tensions(props: PartProps) {
  const { site, report, data } = props;
  const { t } = site;
  const raised = report.tensions.filter(({ status }) => isRaised(status));
  return (
    <section class="tensions" aria-labelledby="tensions">
      <h2 id="tensions">{t('report.tensions')}</h2>
      <p class="muted caption">{raised.length > 0 ? t('report.tensions-lead') : t('report.tensions-none')}</p>
      {raised.map(({ id, status }) => {
        const tension = data.pack.tensions.find((each) => each.id === id);
        const text = data.tensions[id];
        return (
          <article key={id} class={`signal is-${status}`}>
            <h3>
              {tension?.title} <span class="tag">{t(`report.status-${status}`)}</span>
            </h3>
            <p>
              {titleOf(props, tension?.high ?? '')} ↑, {titleOf(props, tension?.low ?? '')} ↓. {text?.summary}
            </p>
            <p>
              <em>{t('report.tension-talk')}:</em> {text?.question}
            </p>
            <p class="muted">{t(`report.tension-${tension?.basis ?? 'inferred'}`)}</p>
            <Citations citations={text?.citations ?? []} site={site} />
          </article>
        );
      })}
    </section>
  );
}

function Unknown(props: ReportProps) {
  const { site, report, data } = props;
  const { t } = site;
  const titles = (state: string) =>
    report.unknown.filter((each) => each.state === state).map(({ item }) => titleOf(props, item));
  const groups = [
    { heading: t('report.unknown-dk'), entries: titles('dk') },
    { heading: t('report.unknown-unanswered'), entries: titles('unanswered') },
    {
      heading: t('report.not-applicable'),
      entries: report.notApplicable.map(({ item, reason }) => {
        const label = data.pack.naReasons.find(({ id }) => id === reason)?.label ?? reason;
        return `${titleOf(props, item)} (${label || t('report.no-reason')})`;
      }),
    },
  ].filter(({ entries }) => entries.length > 0);
  return (
    <section class="unknown" aria-labelledby="unknown">
      <h2 id="unknown">{t('report.unknown')}</h2>
      <p class="muted caption">{groups.length > 0 ? t('report.unknown-lead') : t('report.unknown-none')}</p>
      {report.worthKnowing.length > 0 ? (
        <div class="worth">
          <h3>{t('report.worth')}</h3>
          <ol>
            {report.worthKnowing.map(({ item, variable, swing }) => (
              <li key={item}>
                <a href={site.link(`/assess/full/${item}/`)}>
                  {t('report.worth-one', {
                    practice: titleOf(props, item),
                    swing: points(swing),
                    variable: variableName(props, variable),
                  })}
                </a>
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      {groups.map(({ heading, entries }) => (
        <div key={heading}>
          <h3>
            {heading} ({entries.length})
          </h3>
          <p>{entries.join(' · ')}</p>
        </div>
      ))}
    </section>
  );
}

function Bar({ props }: { props: ReportProps }) {
  const { site, report, actions } = props;
  const { t } = site;
  const other = report.depth === 'quick' ? 'full' : 'quick';
  if (!actions) return null;
  return (
    <div class="bar">
      <button type="button" class="secondary" onClick={actions.changeAnswers}>
        {t('report.change-answers')}
      </button>
      <button type="button" class="secondary" aria-haspopup="dialog" onClick={actions.share}>
        {t('report.share')}
      </button>
      <button type="button" class="secondary" onClick={actions.download} aria-expanded={Boolean(props.downloads)}>
        {t('report.download')}
      </button>
      <button type="button" class="secondary" onClick={actions.print}>
        {t('report.print')}
      </button>
      <a href={site.link(reportPath(other))}>{t(`report.other-depth-${other}`)}</a>
      {report.depth === 'quick' ? (
        <button type="button" class="secondary" onClick={actions.deepen}>
          {t('report.go-deeper')}
        </button>
      ) : null}
    </div>
  );
}

/** The strongest signals in one line: likely and exposed ones, or where there are none, those that are possible; before the moves that answer them. The cards stand below. */
function Risks(props: PartProps) {
  const { site, report, data } = props;
  const raised = risksOf(report, data.pack.constants.signals.shown);
  return (
    <p class="risks">
      <strong>{site.t('report.risks')}</strong>{' '}
      {raised.length === 0
        ? site.t('report.signals-none')
        : raised.map(({ id, status }) => (
            <a key={id} href={`#signal-${id}`}>
              {signalTitle(props, id)} <span class="muted">({site.t(`report.status-${status}`)})</span>
            </a>
          ))}
    </p>
  );
}

/** The report: verdict, scores, moves, signals, detail. Everything in it comes from the one report object. */
export function ReportView(all: ReportProps) {
  const { actions } = all;
  const props: ReportProps = { ...all, explain: actions?.explain ?? all.explain, override: actions?.override };
  const { site, report } = props;
  const { t, language } = site;
  const date = report.date ? formatDate(report.date, language) : '';
  const { parts: Parts = Fragment } = props;
  const madeOf = [report, props.data, props.since];
  const still = (part: ComponentChild) => <Memo of={madeOf}>{part}</Memo>;
  return (
    <div class={props.paper ? 'report has-paper' : 'report'}>
      <header>
        <h1 tabIndex={-1}>
          <span class="report-meta">
            {report.system || t('report.unnamed')} ·{' '}
            {t('report.meta', { depth: t(`report.depth-${report.depth}`), date })}
          </span>{' '}
          <span class="verdict">{report.verdict}</span>
        </h1>
        {props.about ? <p class="muted">{props.about}</p> : null}
      </header>
      <details class="one-page">
        <summary>{t('report.one-page')}</summary>
        {props.paper?.page}
      </details>
      <Parts>
        {still(<Profile {...props} />)}
        {still(
          <>
            {props.since}
            <Risks {...props} />
          </>,
        )}
        {still(<Moves {...props} decide={props.actions?.decide} />)}
        {still(<Signals {...props} />)}
        {still(<Heatmap {...props} />)}
        {still(<Tensions {...props} />)}
        {still(<Unknown {...props} />)}
        {actions ? (
          <section class="what-if" aria-labelledby="what-if">
            <h2 id="what-if">{t('report.what-if')}</h2>
            {props.tried || (
              <button type="button" class="secondary" onClick={actions.tryOut}>
                {t('report.what-if-open')}
              </button>
            )}
          </section>
        ) : null}
        <section class="means">
          <h2>{t('report.means')}</h2>
          <p>
            {t('report.means-text')} <a href={site.link('/method/')}>{t('report.method-link')}</a>
          </p>
          <p class="muted">{t('report.made-with', { pack: report.pack.id, version: report.pack.version, date })}</p>
        </section>
        <Bar props={props} />
      </Parts>
      {props.downloads}
      {props.paper?.copy}
      {props.explain ? (
        <p class="visually-hidden" id={explainedBy}>
          {t('report.explain')}
        </p>
      ) : null}
      {props.explanation}
    </div>
  );
}
