import type { Answers } from '../../core/answers/answers.ts';
import { answerMap } from '../../core/answers/answers.ts';
import { formatDate } from '../../i18n/dates.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { download, fetchJson } from '../platform/browser.ts';
import type { GroupData, Site } from '../shared/view-data.ts';
import type { Draft } from '../storage/draft.ts';
import { DraftStore } from '../storage/draft-store.ts';
import type { ImportListProps } from './ImportList.tsx';
import { emptyBatch, type ImportBatch, importFiles, importPasted, withoutEntry } from './import-files.ts';

/** What a page that sets answers side by side works with. */
export interface GroupPage {
  root: HTMLElement;
  data: GroupData;
  site: Site;
  t: Translate;
  store: DraftStore;
  /** The assessments of this browser, newest first. */
  drafts: readonly Draft[];
}

/** Fetches the data of the page, and reads what this browser keeps. */
export async function openGroupPage(root: HTMLElement): Promise<GroupPage> {
  const base = (root.dataset['base'] ?? '/').replace(/\/$/, '');
  const data = await fetchJson<GroupData>(base + (root.dataset['file'] ?? ''));
  const store = await DraftStore.open(data.outline);
  const t = translator(data.strings, data.language);
  const site = { t, language: data.language, link: (path: string) => base + path };
  return { root, data, site, t, store, drafts: store.list().drafts };
}

/** What an assessment holds, in a line. */
export function answersLabel({ t, language }: Site, answers: Answers): string {
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
export class ImportController {
  taken: ImportBatch = emptyBatch;
  private readonly page: GroupPage;
  private readonly changed: () => void;
  private waiting: Promise<void> = Promise.resolve();

  /** `changed` is called after something was read or removed. */
  constructor(page: GroupPage, changed: () => void) {
    this.page = page;
    this.changed = changed;
  }

  /** Reads one thing after the other, so that two drops at once lose nothing. */
  private read(step: (before: ImportBatch) => Promise<ImportBatch>): void {
    this.waiting = this.waiting.then(async () => {
      this.taken = await step(this.taken);
      this.changed();
    });
  }

  get props(): ImportListProps {
    const { site, data } = this.page;
    return {
      site,
      good: this.taken.good.map(({ name, answers }) => ({ name, holds: answersLabel(site, answers) })),
      bad: this.taken.bad,
      actions: {
        files: (files) => this.read((before) => importFiles(before, files, data.outline, site.t)),
        paste: (text) => this.read((before) => importPasted(before, text, data.outline, site.t)),
        remove: (at) => {
          this.taken = withoutEntry(this.taken, at);
          this.changed();
        },
      },
    };
  }
}

/** A name for a file: what it is, of which system. */
export function downloadFile(kind: string, system: string, format: 'json' | 'md', text: string): void {
  const name = system
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  download(`trivium-${kind}${name ? `-${name}` : ''}.${format}`, text);
}
