import type { ComponentChild } from 'preact';
import type { Answers } from '../../../core/answers/answers.ts';
import { openPath } from '../../../core/link/format.ts';
import { writeLink } from '../../../core/link/write-link.ts';
import { qrGeometry } from '../../../viz/qr.ts';
import { absoluteUrl } from '../../platform/browser.ts';
import { nextPaint, yieldToMain } from '../../platform/scheduling.ts';
import type { PrintCopyProps } from './ExecutiveSummary.tsx';
import { printCopyOf } from './PrintCopy.tsx';

type AnswersLink = NonNullable<PrintCopyProps['live']>;

/** Makes a link with the answers alone, and its QR code. */
async function linkTo({ answers, data, site }: PrintCopyProps): Promise<AnswersLink> {
  const url = `${absoluteUrl(site.link(openPath))}#${await writeLink(answers, data.outline, {})}`;
  await yieldToMain();
  return { url, qr: qrGeometry(url) };
}

/** Opens collapsed parts while the page prints, including those that CSS cannot open. */
function setUnfolded(isPrinting: boolean): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('.report > details')) {
    if (isPrinting && !details.open) details.dataset['opened'] = '';
    if (isPrinting) details.open = true;
    else if (details.dataset['opened'] !== undefined) {
      delete details.dataset['opened'];
      details.open = false;
    }
  }
}

/** What a report prints besides its sheet: the page for leaders with the link to the answers, and the working copy. */
export class PrintCopy {
  readonly #changed: () => void;
  #makesLink = false;
  /** The link to the answers last shown, kept so that typing an owner does not make it again. */
  #link: { answers: Answers['answers']; link: AnswersLink } | undefined;

  /** @param changed called when the link is ready */
  constructor(changed: () => void) {
    this.#changed = changed;
    addEventListener('beforeprint', () => setUnfolded(true));
    addEventListener('afterprint', () => setUnfolded(false));
  }

  /** Adds the link a frame after the page for leaders, so that no frame takes long. Returns whether this call added it. */
  async addLink(): Promise<boolean> {
    if (this.#makesLink) return false;
    await nextPaint();
    this.#makesLink = true;
    return true;
  }

  /** @param hasAppendix whether to include the working copy */
  view(props: PrintCopyProps, hasAppendix: boolean): { page: ComponentChild; copy: ComponentChild } {
    const { answers } = props.answers;
    const isCurrent = this.#link?.answers === answers;
    if (this.#makesLink && !isCurrent) void this.#makeLink(props);
    const { page, copy } = printCopyOf({ ...props, live: isCurrent ? this.#link?.link : undefined });
    return { page, copy: hasAppendix && copy };
  }

  async #makeLink(props: PrintCopyProps): Promise<void> {
    const link = await linkTo(props);
    this.#link = { answers: props.answers.answers, link };
    this.#changed();
  }
}
