import type { ComponentChild } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import { openPath, writeLink } from '../../core/link/link.ts';
import { qrGeometry } from '../../viz/qr.ts';
import { absoluteUrl } from '../platform/browser.ts';
import { nextPaint, yieldToMain } from '../platform/scheduling.ts';
import type { PrintCopyProps } from './ExecutiveSummary.tsx';
import { printCopyOf } from './PrintCopy.tsx';

/** The link of the answers shown last, so that typing an owner does not make it again. */
let made: { answers: Answers['answers']; live: NonNullable<PrintCopyProps['live']> } | undefined;

/** Makes the link with nothing but answers in it, and its picture. */
async function linkTo({ answers, data, site }: PrintCopyProps): Promise<NonNullable<PrintCopyProps['live']>> {
  const url = `${absoluteUrl(site.link(openPath))}#${await writeLink(answers, data.outline, {})}`;
  await yieldToMain();
  return { url, qr: qrGeometry(url) };
}

/** Whether the working copy is there. */
let copied = false;

/** Adds the working copy, a frame after the page for leadership, so that neither takes long. Says if it was not there. */
export async function addWorkingCopy(): Promise<boolean> {
  if (copied) return false;
  await nextPaint();
  copied = true;
  return true;
}

/**
 * What of a report prints: the page for leadership, a frame later the working copy, and last the link to the answers.
 * @param changed called when the link is there, so that it is drawn
 */
export function printCopy(props: PrintCopyProps, changed: () => void): { page: ComponentChild; copy: ComponentChild } {
  const { answers } = props.answers;
  if (copied && made?.answers !== answers) {
    void linkTo(props).then((live) => {
      made = { answers, live };
      changed();
    });
  }
  const { page, copy } = printCopyOf({ ...props, live: made?.answers === answers ? made.live : undefined });
  return { page, copy: copied && copy };
}

/** What is folded away on screen is open on paper, also where styles alone cannot do that. */
function unfold(printing: boolean): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('.report > details')) {
    if (printing && !details.open) details.dataset['opened'] = '';
    if (printing) details.open = true;
    else if (details.dataset['opened'] !== undefined) {
      delete details.dataset['opened'];
      details.open = false;
    }
  }
}
addEventListener('beforeprint', () => unfold(true));
addEventListener('afterprint', () => unfold(false));
