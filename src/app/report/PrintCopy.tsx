import type { ComponentChild } from 'preact';
import { ExecutiveSummary, type PrintCopyProps } from './ExecutiveSummary.tsx';
import { WorkingCopy } from './WorkingCopy.tsx';

/** A report as it prints: the page for leadership, which is also read on screen, and the working copy after it. */
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
