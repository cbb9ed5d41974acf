import { Fragment } from 'preact';
import { checkIn } from '../../../core/assessment/readings.ts';
import type { SignalResult } from '../../../core/assessment/signals.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import { noneText } from '../../../core/render/wording.ts';
import { raisedSignals } from '../../../core/report/report-lists.ts';
import { entryPath } from '../../shared/view-data.ts';
import { Fold } from '../Fold.tsx';
import { type PartProps, sentenceOf, signalTitle, titleOf } from '../report-parts.tsx';

/** How many answers a row of the table shows; its details show the rest. */
export const shownAnswers = 2;
/** How many signals are in the first table; the other raised ones are folded. */
const shownSignals = 3;

/** Answers that raised a signal, in the team's own words. */
export function RaisedBy({ props, items }: { props: PartProps; items: readonly string[] }) {
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

export type SignalProps = PartProps & SignalActions;

/** The raised signals that get a row: those of the first table, and those folded below it. */
export function signalRows({ report, data }: PartProps): { shown: SignalResult[]; more: SignalResult[] } {
  const signals = raisedSignals(report).slice(0, data.pack.constants.signals.shown);
  return { shown: signals.slice(0, shownSignals), more: signals.slice(shownSignals) };
}

function SignalRow({ props, signal }: { props: SignalProps; signal: SignalResult }) {
  const { site, data, report } = props;
  const { t } = site;
  const rule = packIndex(data.pack).signal(signal.id);
  return (
    <tr class={`signal is-${signal.status}`} id={`signal-${signal.id}`}>
      <th scope="row">
        <a href={site.link(entryPath(signal.id))}>{signalTitle(props, signal.id)}</a>{' '}
        <span class="tag">{t(`report.status-${signal.status}`)}</span>
        {signal.status === 'exposed' ? <span class="said muted">{t('report.exposed-means')}</span> : null}
        {signal.override ? <span class="said muted">{t('report.overridden', { reason: signal.override })}</span> : null}
        <Fold props={props} summary={t('report.signal-more')} of={signalTitle(props, signal.id)}>
          {({ SignalDetails }) => <SignalDetails props={props} signal={signal} />}
        </Fold>
      </th>
      <td>
        <RaisedBy props={props} items={signal.raisedBy.slice(0, shownAnswers)} />
      </td>
      <td>{rule ? checkIn(rule, report.context) : null}</td>
    </tr>
  );
}

/** Raised signals, each with the answers that raised it and a check to settle it. */
export function SignalTable({ props, signals }: { props: SignalProps; signals: readonly SignalResult[] }) {
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

/** The strongest signals in one table; the others, raised or not, unfold. */
export function Signals(props: SignalProps) {
  const { site, report, Progressive = Fragment } = props;
  const { t } = site;
  const { shown } = signalRows(props);
  return (
    <section class="signals" aria-labelledby="signals">
      <h2 id="signals">{t('report.signals')}</h2>
      <p class="muted caption">{shown.length > 0 ? t('report.signals-lead') : noneText(t, 'signals', report)}</p>
      <Progressive>
        {shown.length > 0 ? <SignalTable props={props} signals={shown} /> : null}
        <Fold props={props} class="rest" summary={`${t('report.signals-more')} (${report.signals.length})`}>
          {({ AllSignals }) => <AllSignals props={props} />}
        </Fold>
      </Progressive>
    </section>
  );
}
