import { entryPath } from '../../shared/view-data.ts';
import { signalTitle } from '../report-parts.tsx';
import { type SignalProps, SignalTable, signalRows } from './Signals.tsx';

/** The raised signals that the first table leaves out, then every signal with its status. */
export function AllSignals({ props }: { props: SignalProps }) {
  const { site, report } = props;
  const { more } = signalRows(props);
  return (
    <>
      {more.length > 0 ? <SignalTable props={props} signals={more} /> : null}
      <ul class="all-signals">
        {report.signals.map((signal) => (
          <li key={signal.id}>
            <a href={site.link(entryPath(signal.id))}>{signalTitle(props, signal.id)}</a>{' '}
            <span class={`tag is-${signal.status}`}>{site.t(`report.status-${signal.status}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
