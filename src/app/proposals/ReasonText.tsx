import { pointsText } from '../../core/proposals/points-text.ts';
import type { Reason } from '../../core/proposals/proposals.ts';
import { reasonPlace } from '../../core/proposals/reason-place.ts';
import type { Site } from '../shared/view-data.ts';

/** A place: code, or a link if it is the address of a web page. */
function Place({ reason }: { reason: Reason }) {
  const place = <code dir="auto">{reasonPlace(reason)}</code>;
  if (reason.file !== undefined || !/^https?:\/\//.test(reason.url ?? '')) return place;
  return (
    <a href={reason.url} target="_blank" rel="noopener nofollow">
      {place}
    </a>
  );
}

/** What one place shows: the place, whether it is trouble, the sentence, and the answers that it points to. */
export function ReasonText({ reason, site }: { reason: Reason; site: Site }) {
  const { t } = site;
  return (
    <>
      <Place reason={reason} />{' '}
      {reason.more === undefined ? null : <span class="muted">{t('proposals.more', { count: reason.more })} </span>}
      {reason.trouble ? <strong class="is-trouble">{t('proposals.trouble')} </strong> : null}
      <bdi>{reason.says}</bdi> <span class="muted">{pointsText(reason, t)}</span>
    </>
  );
}
