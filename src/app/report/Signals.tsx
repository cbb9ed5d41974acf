import { Fragment } from 'preact';
import { formatPoints } from '../../core/assessment/score.ts';
import { isRaised } from '../../core/assessment/signal-status.ts';
import type { SignalReading } from '../../core/assessment/signals.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { Citations } from '../shared/Citations.tsx';
import { entryPath } from '../shared/view-data.ts';
import { Explainable, type PartProps, sentenceOf, signalTitle, titleOf } from './report-parts.tsx';

/** The answers that raised a signal, in the team's own words. */
function RaisedBy({ props, signal }: { props: PartProps & SignalActions; signal: SignalReading }) {
  const { t } = props.site;
  if (signal.raisedBy.length === 0) return null;
  return (
    <div>
      <h4>{t('report.raised-by')}</h4>
      <ul>
        {signal.raisedBy.map((item) => {
          const level = props.report.levels[item];
          return (
            <li key={item}>
              {titleOf(props, item)}:{' '}
              <span class="given">{level === undefined ? '' : sentenceOf(props, item, level)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What a person can do with signals. */
export interface SignalActions {
  /** Saves why the team disagrees with a signal; absent in a read-only report. */
  override?: ((signal: string, reason: string) => void) | undefined;
}

function SignalCard({ props, signal }: { props: PartProps & SignalActions; signal: SignalReading }) {
  const { site, data } = props;
  const { t } = site;
  const text = data.signals[signal.id];
  const definition = packIndex(data.pack).signal(signal.id);
  return (
    <article class={`signal is-${signal.status}`} id={`signal-${signal.id}`}>
      <h3>
        <a href={site.link(entryPath(signal.id))}>{signalTitle(props, signal.id)}</a>{' '}
        <span class="tag">{t(`report.status-${signal.status}`)}</span>
      </h3>
      <p>{text?.summary}</p>
      {signal.status === 'exposed' ? <p class="muted">{t('report.exposed-means')}</p> : null}
      <RaisedBy props={props} signal={signal} />
      <p>
        <em>{t('report.check')}:</em> {definition?.check}
      </p>
      <p>
        <em>{t('report.costs')}:</em> {text?.cost}
      </p>
      <p class="muted">
        {t(`report.kind-${definition?.kind ?? 'pain-point'}`)}
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
      {signal.override ? <p class="muted">{t('report.overridden', { reason: signal.override })}</p> : null}
      {props.override ? (
        <details class="aside">
          <summary>
            {t('report.override')}
            <span class="visually-hidden">: {signalTitle(props, signal.id)}</span>
          </summary>
          <label>
            {t('report.override-reason')}
            <input
              type="text"
              maxLength={500}
              value={signal.override ?? ''}
              onInput={(event) => props.override?.(signal.id, event.currentTarget.value)}
            />
          </label>
        </details>
      ) : null}
      <Citations citations={text?.citations ?? []} site={site} />
    </article>
  );
}

/** Plain facts, and trouble that no signal explains, with where to look. */
function PlainTrouble({ site, report }: PartProps) {
  const { t } = site;
  const { findings, unexplained } = report;
  if (findings.length + unexplained.length === 0) return null;
  return (
    <ul class="plain-trouble">
      {findings.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
      {unexplained.map(({ symptom, text, look, check }) => (
        <li key={symptom}>
          {text}
          <p>
            <em>{t('report.look')}:</em>
          </p>
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
        </li>
      ))}
    </ul>
  );
}

/** The raised signals, strongest first; then all signals in one table, so that those not raised are visible too. */
export function Signals(props: PartProps & SignalActions) {
  const { site, report, data, parts: Parts = Fragment } = props;
  const { t } = site;
  const raised = report.signals.filter(({ status }) => isRaised(status));
  return (
    <section class="signals" aria-labelledby="signals">
      <h2 id="signals">{t('report.signals')}</h2>
      <p class="muted caption">{raised.length > 0 ? t('report.signals-lead') : t('report.signals-none')}</p>
      <Parts>
        <PlainTrouble {...props} />
        {raised.slice(0, data.pack.constants.signals.shown).map((signal) => (
          <SignalCard key={signal.id} props={props} signal={signal} />
        ))}
        <details class="rest">
          <summary>
            {t('report.signals-more')} ({report.signals.length})
          </summary>
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
