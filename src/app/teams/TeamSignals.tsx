import { type SignalStatus, signalStatuses } from '../../core/assessment/signal-status.ts';
import type { SignalSummary } from '../../core/rollup/tally.ts';
import { entryPath } from '../shared/view-data.ts';
import type { TeamsProps } from './teams-data.tsx';

const teamsWith = ({ statuses }: SignalSummary, ...wanted: SignalStatus[]): number =>
  (statuses ?? []).filter(({ status }) => wanted.includes(status)).reduce((total, { teams }) => total + teams, 0);

/** How many teams have each reading of each signal, those first that most teams may have. */
export function TeamSignals(props: TeamsProps) {
  const { site, data, made } = props;
  const { t } = site;
  const order = made.signals.toSorted(
    (a, b) =>
      teamsWith(b, 'likely', 'exposed') - teamsWith(a, 'likely', 'exposed') ||
      teamsWith(b, 'possible') - teamsWith(a, 'possible') ||
      (a.signal < b.signal ? -1 : 1),
  );
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
          {order.map((each) => (
            <tr key={each.signal}>
              <th scope="row">
                <a href={site.link(entryPath(each.signal))}>
                  {data.pack.signals.find(({ id }) => id === each.signal)?.title ?? each.signal}
                </a>
              </th>
              {each.statuses ? (
                signalStatuses.map((status) => (
                  <td class="number" key={status}>
                    {teamsWith(each, status) || <span class="muted">0</span>}
                  </td>
                ))
              ) : (
                <td colSpan={signalStatuses.length}>{t('teams.suppressed')}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
