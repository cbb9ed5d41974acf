import { fieldLimits } from '../../../core/answers/limits.ts';
import { inContext } from '../../../core/assessment/readings.ts';
import { formatPoints } from '../../../core/assessment/score.ts';
import type { SignalResult } from '../../../core/assessment/signals.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import { Citations } from '../../shared/Citations.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { Explainable, signalTitle } from '../report-parts.tsx';
import { RaisedBy, type SignalProps, shownAnswers } from './Signals.tsx';

/** What a signal means, what it costs, what it rests on, and why the team may see it differently. */
export function SignalDetails({ props, signal }: { props: SignalProps; signal: SignalResult }) {
  const { site, data, report } = props;
  const { t } = site;
  const text = data.signals[signal.id];
  const kind = packIndex(data.pack).signal(signal.id)?.kind ?? 'pain-point';
  return (
    <>
      <p>{inContext(text?.readings, 'summary', report.context) ?? text?.summary}</p>
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
        <TextField
          label={t('report.override')}
          maxLength={fieldLimits.reason}
          value={signal.override ?? undefined}
          onText={(reason) => props.override?.(signal.id, reason)}
        />
      ) : null}
      <Citations citations={text?.citations ?? []} site={site} />
    </>
  );
}
