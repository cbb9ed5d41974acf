import { type ComponentChild, h } from 'preact';
import { downloadLost } from '../platform/download-lost.ts';
import { deleteQuarantined } from '../storage/draft-actions.ts';
import { downloadQuarantined } from '../storage/draft-files.ts';
import { LostNotices } from './LostNotices.tsx';
import type { PageActions } from './screen-context.ts';

/** Notices about what could not be read or kept. */
export const lostNotices = ({
  session,
  site,
  update,
}: Pick<PageActions, 'session' | 'site' | 'update'>): ComponentChild =>
  h(LostNotices, {
    site,
    quarantined: session.knownDrafts.quarantined,
    unstored: session.knownDrafts.unstored,
    actions: {
      downloadQuarantined,
      deleteQuarantined: ({ key }) => update(() => deleteQuarantined(session, key)),
      downloadUnstored: () => downloadLost(session.knownDrafts.unstored),
      dismissUnstored: () => update(() => session.knownDrafts.dismissUnstored()),
    },
  });
