import type { Answers } from '../core/assessment/answers.ts';
import { answerMap } from '../core/assessment/answers.ts';
import { formatDate } from '../i18n/dates.ts';
import { type Translate, translator } from '../i18n/translate.ts';
import type { GroupData, Site } from '../views/data.ts';
import type { IntakeProps } from '../views/Intake.tsx';
import { download, fetchJson } from './browser.ts';
import { openShelf } from './drafts.ts';
import { nothingTaken, type TakenIn, takeFiles, takePasted, without } from './intake.ts';
import { type Draft, fetchCarryOver } from './read-draft.ts';

/** What a page that sets answers side by side works with. */
export interface GroupPage {
  root: HTMLElement;
  data: GroupData;
  site: Site;
  t: Translate;
  /** The assessments of this browser, newest first. */
  drafts: readonly Draft[];
}

/** Fetches the data of the page, and reads what this browser keeps. */
export async function openGroupPage(root: HTMLElement): Promise<GroupPage> {
  const base = (root.dataset['base'] ?? '/').replace(/\/$/, '');
  const data = await fetchJson<GroupData>(base + (root.dataset['file'] ?? ''));
  await fetchCarryOver(data.index);
  const t = translator(data.strings, data.language);
  const site = { t, language: data.language, link: (path: string) => base + path };
  return { root, data, site, t, drafts: openShelf(data.index).drafts };
}

/** What an assessment holds, in a line. */
export function holds({ t, language }: Site, answers: Answers): string {
  const { system, respondent, date } = answers;
  return [
    system || t('side.unnamed'),
    respondent?.name,
    respondent?.role,
    date ? formatDate(date, language) : t('side.undated'),
    t('side.answered', { count: answerMap(answers).size }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Files and links of a page: what was taken in, and what the view does with it. */
export class TakingIn {
  taken: TakenIn = nothingTaken;
  private readonly page: GroupPage;
  private readonly changed: () => void;
  private waiting: Promise<void> = Promise.resolve();

  /** `changed` is called after something was read or removed. */
  constructor(page: GroupPage, changed: () => void) {
    this.page = page;
    this.changed = changed;
  }

  /** Reads one thing after the other, so that two drops at once lose nothing. */
  private read(step: (before: TakenIn) => Promise<TakenIn>): void {
    this.waiting = this.waiting.then(async () => {
      this.taken = await step(this.taken);
      this.changed();
    });
  }

  get props(): IntakeProps {
    const { site, data } = this.page;
    return {
      site,
      good: this.taken.good.map(({ name, answers }) => ({ name, holds: holds(site, answers) })),
      bad: this.taken.bad,
      actions: {
        files: (files) => this.read((before) => takeFiles(before, files, data.index, site.t)),
        paste: (text) => this.read((before) => takePasted(before, text, data.index, site.t)),
        remove: (at) => {
          this.taken = without(this.taken, at);
          this.changed();
        },
      },
    };
  }
}

/** A name for a file: what it is, of which system. */
export function handOver(kind: string, system: string, format: 'json' | 'md', text: string): void {
  const name = system
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  download(`trivium-${kind}${name ? `-${name}` : ''}.${format}`, text);
}
