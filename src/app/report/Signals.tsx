import { Fragment } from 'preact';
import { fieldLimits } from '../../core/answers/limits.ts';
import { formatPoints } from '../../core/assessment/score.ts';
import { isRaised } from '../../core/assessment/signal-status.ts';
import type { SignalReading } from '../../core/assessment/signals.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { Citations } from '../shared/Citations.tsx';
import { entryPath } from '../shared/view-data.ts';
import { Explainable, type PartProps, sentenceOf, signalTitle, titleOf } from './report-parts.tsx';

/** How many answers a row of the table shows; its details show the rest. */
const shownAnswers = 2;
/** How many signals are in the first table; the other raised ones are folded. */
const shownSignals = 3;

/** Answers that raised a signal, in the team's own words. */
function RaisedBy({ props, items }: { props: PartProps; items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => {
        const level = props.report.levels[item];
        return (
          <li key={item}>
            <span class="given" title={titleOf(props, item)}>
              {level === undefined ? '' : sentenceOf(props, item, level)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What a person can do with signals. */
export interface SignalActions {
  /** Saves why the team disagrees with a signal; absent in a read-only report. */
  override?: ((signal: string, reason: string) => void) | undefined;
}

/** What a signal means, what it costs, what it rests on, and why the team may see it differently. */
function SignalDetails({ props, signal }: { props: PartProps & SignalActions; signal: SignalReading }) {
  const { site, data } = props;
  const { t } = site;
  const text = data.signals[signal.id];
  const kind = packIndex(data.pack).signal(signal.id)?.kind ?? 'pain-point';
  return (
    <details class="aside">
      <summary>
        {t('report.signal-more')}
        <span class="visually-hidden">: {signalTitle(props, signal.id)}</span>
      </summary>
      <p>{text?.summary}</p>
      {signal.raisedBy.length > shownAnswers ? (
        <RaisedBy props={props} items={signal.raisedBy.slice(shownAnswers)} />
      ) : null}
      <p>
        <em>{t('report.costs')}:</em> {text?.cost}
      </p>
      <p class="muted">
        {t(`report.kind-${kind}`)}
        {signal.point === null || signal.low === null || signal.high === null ? null : (
          <>
            {' · '}
            <Explainable
              props={props}
              explained={{ kind: 'signal', id: signal.id }}
              text={t('report.risk', {
                point: formatPoints(signal.point),
                low: formatPoints(signal.low),
                high: formatPoints(signal.high),
              })}
              of={signalTitle(props, signal.id)}
            />
          </>
        )}
      </p>
      {props.override ? (
        <label>
          {t('report.override')}
          <input
            type="text"
            dir="auto"
            maxLength={fieldLimits.reason}
            value={signal.override ?? ''}
            onInput={(event) => props.override?.(signal.id, event.currentTarget.value)}
          />
        </label>
      ) : null}
      <Citations citations={text?.citations ?? []} site={site} />
    </details>
  );
}

function SignalRow({ props, signal }: { props: PartProps & SignalActions; signal: SignalReading }) {
  const { site, data } = props;
  const { t } = site;
  return (
    <tr class={`signal is-${signal.status}`} id={`signal-${signal.id}`}>
      <th scope="row">
        <a href={site.link(entryPath(signal.id))}>{signalTitle(props, signal.id)}</a>{' '}
        <span class="tag">{t(`report.status-${signal.status}`)}</span>
        {signal.status === 'exposed' ? <span class="said muted">{t('report.exposed-means')}</span> : null}
        {signal.override ? <span class="said muted">{t('report.overridden', { reason: signal.override })}</span> : null}
        <SignalDetails props={props} signal={signal} />
      </th>
      <td>
        <RaisedBy props={props} items={signal.raisedBy.slice(0, shownAnswers)} />
      </td>
      <td>{packIndex(data.pack).signal(signal.id)?.check}</td>
    </tr>
  );
}

/** Plain facts, and trouble that no signal explains, with advice on where to look. */
export function PlainTrouble(props: PartProps) {
  const { t } = props.site;
  const { findings, unexplained } = props.report;
  if (findings.length + unexplained.length === 0) return null;
  return (
    <section class="unexplained" aria-labelledby="unexplained">
      <h2 id="unexplained">{t('report.unexplained')}</h2>
      <ul class="plain-trouble">
        {findings.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
        {unexplained.map(({ symptom, text, look, check }) => (
          <li key={symptom}>
            {text}
            <details class="aside">
              <summary>
                {t('report.look')}
                <span class="visually-hidden">: {titleOf(props, symptom)}</span>
              </summary>
              <ul>
                {look.map((place) => (
                  <li key={place}>{place}</li>
                ))}
              </ul>
              {check ? (
                <p>
                  <em>{t('report.check')}:</em> {check}
                </p>
              ) : null}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Raised signals, each with the answers that raised it and a check to settle it. */
function SignalTable({ props, signals }: { props: PartProps & SignalActions; signals: readonly SignalReading[] }) {
  const { t } = props.site;
  return (
    <table>
      <thead>
        <tr>
          {['signal', 'raised-by', 'check'].map((key) => (
            <th scope="col" key={key}>
              {t(`report.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {signals.map((signal) => (
          <SignalRow key={signal.id} props={props} signal={signal} />
        ))}
      </tbody>
    </table>
  );
}

/** The strongest signals in one table, then the others, so that signals not raised are visible too. */
export function Signals(props: PartProps & SignalActions) {
  const { site, report, data, parts: Parts = Fragment } = props;
  const { t } = site;
  const raised = report.signals.filter(({ status }) => isRaised(status)).slice(0, data.pack.constants.signals.shown);
  return (
    <section class="signals" aria-labelledby="signals">
      <h2 id="signals">{t('report.signals')}</h2>
      <p class="muted caption">{raised.length > 0 ? t('report.signals-lead') : t('report.signals-none')}</p>
      <Parts>
        {raised.length > 0 ? <SignalTable props={props} signals={raised.slice(0, shownSignals)} /> : null}
        <details class="rest">
          <summary>
            {t('report.signals-more')} ({report.signals.length})
          </summary>
          {raised.length > shownSignals ? <SignalTable props={props} signals={raised.slice(shownSignals)} /> : null}
          <ul class="all-signals">
            {report.signals.map((signal) => (
              <li key={signal.id}>
                <a href={site.link(entryPath(signal.id))}>{signalTitle(props, signal.id)}</a>{' '}
                <span class={`tag is-${signal.status}`}>{t(`report.status-${signal.status}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      </Parts>
    </section>
  );
}
