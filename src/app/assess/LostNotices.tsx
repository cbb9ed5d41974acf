import type { LostPart } from '../../core/answers/lost-part.ts';
import { nameOf } from '../../core/text/name-of.ts';
import { LostList } from '../shared/LostParts.tsx';
import { SetAsideNotice } from '../shared/SetAsideNotice.tsx';
import type { Site } from '../shared/view-data.ts';
import type { Draft, Quarantined } from '../storage/draft.ts';
import { isOfGroup } from '../storage/stored-texts.ts';

export interface LostNoticesProps {
  site: Site;
  /** Stored texts that could not be read in full, or at all. */
  quarantined: readonly Quarantined[];
  /** Parts that were dropped because they did not fit the file format. */
  unstored: readonly LostPart[];
  /** Drafts with unsaved changes that another tab has deleted. */
  deleted: readonly Draft[];
  actions: {
    keepDeleted(draft: Draft): void;
    deleteHere(draft: Draft): void;
    downloadQuarantined(quarantined: Quarantined): void;
    deleteQuarantined(quarantined: Quarantined): void;
    downloadUnstored(): void;
    dismissUnstored(): void;
  };
}

function whatIsSetAside({ key, problem, lost }: Quarantined, { t }: Site): string {
  if (isOfGroup(key)) return t('report.set-aside-group');
  if (lost.length > 0) return t('lost.stored');
  return problem ? t('report.set-aside', { problem }) : t('report.set-aside-unnamed');
}

function Deleted({ site: { t }, deleted, actions }: LostNoticesProps) {
  return deleted.map((draft) => (
    <div class="notice" data-notice="deleted" key={draft.id}>
      <p>{t('lost.deleted', { system: nameOf(draft.answers.system) || t('report.unnamed') })}</p>
      <button type="button" class="secondary" onClick={() => actions.keepDeleted(draft)}>
        {t('lost.keep-deleted')}
      </button>{' '}
      <button type="button" class="link" onClick={() => actions.deleteHere(draft)}>
        {t('lost.delete-here')}
      </button>
    </div>
  ));
}

function Unstored({ site: { t }, unstored, actions }: LostNoticesProps) {
  if (unstored.length === 0) return null;
  return (
    <div class="notice" data-notice="unstored">
      <p>{t('lost.unstored')}</p>
      <LostList t={t} lost={unstored} />
      <button type="button" class="secondary" onClick={actions.downloadUnstored}>
        {t('lost.download')}
      </button>{' '}
      <button type="button" class="link" onClick={actions.dismissUnstored}>
        {t('lost.dismiss')}
      </button>
    </div>
  );
}

/** Lists what could not be read or kept, and offers each item for download. */
export function LostNotices(props: LostNoticesProps) {
  const { site, quarantined, actions } = props;
  return (
    <>
      <Deleted {...props} />
      <Unstored {...props} />
      {quarantined.map((text) => (
        <SetAsideNotice
          key={text.key}
          t={site.t}
          lead={whatIsSetAside(text, site)}
          lost={text.lost}
          download={() => actions.downloadQuarantined(text)}
          remove={() => actions.deleteQuarantined(text)}
        />
      ))}
    </>
  );
}
