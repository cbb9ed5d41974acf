import { type ComponentChild, h } from 'preact';
import type { Answers } from '../../../core/answers/answers.ts';
import { longestLink, openPath } from '../../../core/link/format.ts';
import { redact } from '../../../core/link/redact.ts';
import { writeLink } from '../../../core/link/write-link.ts';
import { absoluteUrl, copyText, shareAddress } from '../../platform/browser.ts';
import type { ReportData, Site } from '../../shared/view-data.ts';
import { ShareDialog } from './ShareDialog.tsx';

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
    reveal: (parts) => redact(answers, data.outline, parts),
    write: async (parts) => `${absoluteUrl(site.link(openPath))}#${await writeLink(answers, data.outline, parts)}`,
    limit: longestLink,
    copy: copyText,
    send: shareAddress,
    download,
    close,
  });
}
