import type { ComponentChild } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import { openPath, writeLink } from '../../core/link/link.ts';
import { qrGeometry } from '../../viz/qr.ts';
import { absoluteUrl } from '../platform/browser.ts';
import { nextPaint, yieldToMain } from '../platform/scheduling.ts';
import type { PrintCopyProps } from './ExecutiveSummary.tsx';
import { printCopyOf } from './PrintCopy.tsx';

type AnswersLink = NonNullable<PrintCopyProps['live']>;

/** Makes the link that holds nothing but answers, and its QR code. */
async function linkTo({ answers, data, site }: PrintCopyProps): Promise<AnswersLink> {
  const url = `${absoluteUrl(site.link(openPath))}#${await writeLink(answers, data.outline, {})}`;
  await yieldToMain();
  return { url, qr: qrGeometry(url) };
}

/** Opens what is folded away on screen while the page prints, also where styles alone cannot do that. */
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

/** What of a report prints: the page for leadership, a frame later the working copy, and last the link to the answers. */
export class PrintCopy {
  readonly #changed: () => void;
  #hasWorkingCopy = false;
  /** The link to the answers shown last, so that typing an owner does not make it again. */
  #link: { answers: Answers['answers']; link: AnswersLink } | undefined;

  /** `changed` is called when the link is there to be shown. */
  constructor(changed: () => void) {
    this.#changed = changed;
    addEventListener('beforeprint', () => unfold(true));
    addEventListener('afterprint', () => unfold(false));
  }

  /** Adds the working copy a frame later, so that neither part takes long. Returns whether it is new. */
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
