import { type ComponentChild, h } from 'preact';
import type { Answers } from '../core/assessment/answers.ts';
import { longestLink, openPath, revealed, writeLink } from '../core/link/link.ts';
import type { ReportData, Site } from '../views/data.ts';
import { ShareDialog } from '../views/ShareDialog.tsx';
import { addressOf, copyText, shareAddress } from './browser.ts';

/** The dialog that makes a private link to the open assessment. */
export function shareDialog(
  site: Site,
  data: ReportData,
  answers: Answers,
  download: () => void,
  close: () => void,
): ComponentChild {
  return h(ShareDialog, {
    site,
    data,
    reveal: (parts) => revealed(answers, data.index, parts),
    write: async (parts) => `${addressOf(site.link(openPath))}#${await writeLink(answers, data.index, parts)}`,
    limit: longestLink,
    copy: copyText,
    send: shareAddress,
    download,
    close,
  });
}
