import type { ComponentChild } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import { openPath, writeLink } from '../../core/link/link.ts';
import { qrGeometry } from '../../viz/qr.ts';
import { absoluteUrl } from '../platform/browser.ts';
import { nextPaint, yieldToMain } from '../platform/scheduling.ts';
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
function unfold(isPrinting: boolean): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('.report > details')) {
    if (isPrinting && !details.open) details.dataset['opened'] = '';
    if (isPrinting) details.open = true;
    else if (details.dataset['opened'] !== undefined) {
      delete details.dataset['opened'];
      details.open = false;
    }
  }
}

/** What a report prints: first the page for leaders, a frame later the working copy, last the link to the answers. */
export class PrintCopy {
  readonly #changed: () => void;
  #hasWorkingCopy = false;
  /** The link to the answers last shown, kept so that typing an owner does not make it again. */
  #link: { answers: Answers['answers']; link: AnswersLink } | undefined;

  /** @param changed called when the link is ready */
  constructor(changed: () => void) {
    this.#changed = changed;
    addEventListener('beforeprint', () => unfold(true));
    addEventListener('afterprint', () => unfold(false));
  }

  /** Adds the working copy a frame later, so that no frame takes long. Returns whether this call added it. */
  async addWorkingCopy(): Promise<boolean> {
    if (this.#hasWorkingCopy) return false;
    await nextPaint();
    this.#hasWorkingCopy = true;
    return true;
  }

  view(props: PrintCopyProps): { page: ComponentChild; copy: ComponentChild } {
    const { answers } = props.answers;
    const isCurrent = this.#link?.answers === answers;
    if (this.#hasWorkingCopy && !isCurrent) void this.#makeLink(props);
    const { page, copy } = printCopyOf({ ...props, live: isCurrent ? this.#link?.link : undefined });
    return { page, copy: this.#hasWorkingCopy && copy };
  }

  async #makeLink(props: PrintCopyProps): Promise<void> {
    const link = await linkTo(props);
    this.#link = { answers: props.answers.answers, link };
    this.#changed();
  }
}
