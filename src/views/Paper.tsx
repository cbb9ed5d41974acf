import type { ComponentChild } from 'preact';
import { OnePage, type PaperProps } from './OnePage.tsx';
import { WorkingCopy } from './WorkingCopy.tsx';

/** A report as it prints: the page for leadership, which is also read on screen, and the working copy after it. */
export function paperOf(props: PaperProps): { page: ComponentChild; copy: ComponentChild } {
  const { t } = props.site;
  return {
    page: (
      <>
        <p class="quiet on-screen">{t('paper.on-screen')}</p>
        <OnePage {...props} />
      </>
    ),
    copy: <WorkingCopy {...props} />,
  };
}
