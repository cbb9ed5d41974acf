import { type ComponentChild, h } from 'preact';
import { downloadLost } from '../platform/download-lost.ts';
import { deleteDraft, deleteQuarantined } from '../storage/draft-actions.ts';
import { downloadQuarantined } from '../storage/draft-files.ts';
import { LostNotices } from './LostNotices.tsx';
import type { PageActions } from './screen-context.ts';

/** Notices about what could not be read or kept. */
export const lostNotices = ({
  session,
  site,
  update,
  go,
}: Pick<PageActions, 'session' | 'site' | 'update' | 'go'>): ComponentChild =>
  h(LostNotices, {
    site,
    quarantined: session.knownDrafts.quarantined,
    unstored: session.knownDrafts.unstored,
    deleted: [...session.knownDrafts.deleted.values()],
    actions: {
      keepDeleted: (draft) => update(() => session.openAndSave(session.findDraft(draft.id) ?? draft)),
      deleteHere: ({ id }) => {
        update(() => deleteDraft(session, id));
        go({ view: 'start' });
      },
      downloadQuarantined,
      deleteQuarantined: ({ key }) => update(() => deleteQuarantined(session, key)),
      downloadUnstored: () => downloadLost(session.knownDrafts.unstored),
      dismissUnstored: () => update(() => session.knownDrafts.dismissUnstored()),
    },
  });
