import { type SignalStatus, signalStatuses } from '../../core/assessment/signal-status.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import type { SignalSummary } from '../../core/rollup/tally.ts';
import { entryPath } from '../shared/view-data.ts';
import type { TeamsProps } from './teams-data.tsx';

/** The number of teams where a signal has one of these statuses; 0 if that is suppressed. */
const teamsWith = (signal: SignalSummary, ...statuses: SignalStatus[]): number =>
  (signal.statuses ?? []).filter(({ status }) => statuses.includes(status)).reduce((sum, { teams }) => sum + teams, 0);

/** Signals that are likely in most teams come first, then those that are possible. */
const byTeams = (a: SignalSummary, b: SignalSummary): number =>
  teamsWith(b, 'likely', 'exposed') - teamsWith(a, 'likely', 'exposed') ||
  teamsWith(b, 'possible') - teamsWith(a, 'possible') ||
  (a.signal < b.signal ? -1 : 1);

function Row({ site, data, signal }: Omit<TeamsProps, 'rollup'> & { signal: SignalSummary }) {
  return (
    <tr>
      <th scope="row">
        <a href={site.link(entryPath(signal.signal))}>{packIndex(data.pack).signalTitle(signal.signal)}</a>
      </th>
      {signal.statuses ? (
        signalStatuses.map((status) => (
          <td class="number" key={status}>
            {teamsWith(signal, status) || <span class="muted">0</span>}
          </td>
        ))
      ) : (
        <td colSpan={signalStatuses.length}>{site.t('teams.suppressed')}</td>
      )}
    </tr>
  );
}

/** How many teams have each status of each signal. */
export function TeamSignals({ site, data, rollup }: TeamsProps) {
  const { t } = site;
  return (
    <div class="scroll" role="region" aria-label={t('teams.signals')} tabIndex={0}>
      <table class="signal-counts">
        <thead>
          <tr>
            <th scope="col">{t('teams.signal')}</th>
            {signalStatuses.map((status) => (
              <th scope="col" key={status}>
                {t(`report.status-${status}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rollup.signals.toSorted(byTeams).map((signal) => (
            <Row key={signal.signal} site={site} data={data} signal={signal} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
