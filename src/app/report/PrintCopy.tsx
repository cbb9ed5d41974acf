import type { ComponentChild } from 'preact';
import { ExecutiveSummary, type PrintCopyProps } from './ExecutiveSummary.tsx';
import { WorkingCopy } from './WorkingCopy.tsx';

/** The printed report: the page for leaders, which is also shown on screen, then the working copy. */
export function printCopyOf(props: PrintCopyProps): { page: ComponentChild; copy: ComponentChild } {
  const { t } = props.site;
  return {
    page: (
      <>
        <p class="muted on-screen">{t('paper.on-screen')}</p>
        <ExecutiveSummary {...props} />
      </>
    ),
    copy: <WorkingCopy {...props} />,
  };
}
