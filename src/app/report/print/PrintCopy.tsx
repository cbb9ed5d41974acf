import type { ComponentChild } from 'preact';
import { ExecutiveSummary, type PrintCopyProps } from './ExecutiveSummary.tsx';
import { WorkingCopy } from './WorkingCopy.tsx';

/**
 * What prints besides the practice sheet: before it the page for leaders, which is also shown on screen; after it the
 * working copy.
 */
export function printCopyOf(props: PrintCopyProps): { page: ComponentChild; copy: ComponentChild } {
  const { t } = props.site;
  return {
    page: (
      <>
        <p class="muted on-screen">{t('print.on-screen')}</p>
        <ExecutiveSummary {...props} />
      </>
    ),
    copy: <WorkingCopy {...props} />,
  };
}
