import type { LostPart } from '../../core/answers/lost-part.ts';
import { LostList } from './LostParts.tsx';
import type { Site } from './view-data.ts';

interface SetAsideNoticeProps extends Pick<Site, 't'> {
  lead: string;
  lost: readonly LostPart[];
  download(): void;
  /** Absent while the text is not set aside yet. */
  remove: (() => void) | undefined;
}

/** Says that a stored text was set aside, and offers it for download and deletion. */
export const SetAsideNotice = ({ t, lead, lost, download, remove }: SetAsideNoticeProps) => (
  <div class="notice" data-notice="set-aside">
    <p>{lead}</p>
    {lost.length > 0 ? <LostList t={t} lost={lost} /> : null}
    <button type="button" class="secondary" onClick={download}>
      {t('report.set-aside-download')}
    </button>{' '}
    {remove ? (
      <button type="button" class="link" onClick={remove}>
        {t('report.set-aside-delete')}
      </button>
    ) : null}
  </div>
);
