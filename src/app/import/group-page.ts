import type { Answers } from '../../core/answers/answers.ts';
import { answerMap } from '../../core/answers/answers.ts';
import { capitalise } from '../../core/text/format.ts';
import { isolate } from '../../core/text/isolate.ts';
import { nameOf } from '../../core/text/name-of.ts';
import { formatDate } from '../../i18n/dates.ts';
import { translator } from '../../i18n/translate.ts';
import { withStorageLock } from '../platform/browser.ts';
import { link } from '../platform/data-files.ts';
import { downloadLost } from '../platform/download-lost.ts';
import { fetchJson } from '../platform/fetch-file.ts';
import { lazy } from '../platform/lazy.ts';
import { noteLoss } from '../platform/load-error.ts';
import { nextPaint } from '../platform/scheduling.ts';
import type { GroupData, Site } from '../shared/view-data.ts';
import type { Draft } from '../storage/draft.ts';
import { DraftStore } from '../storage/draft-store.ts';
import type { ImportListProps } from './ImportList.tsx';
import { emptyBatch, type ImportBatch, removeImport } from './import-batch.ts';

/** Reads files and links: a fifth of the script of these pages, needed only when someone adds one. */
const reader = lazy({ module: () => import('./import-files.ts') });

/** What a page works with that shows several assessments side by side. */
export interface GroupPage {
  root: HTMLElement;
  data: GroupData;
  site: Site;
  store: DraftStore;
  /** The assessments kept in this browser, newest first. */
  drafts: readonly Draft[];
  /** Why the browser does not let us read the drafts; null if it does. */
  storageProblem: string | null;
}

/** Fetches the data of the page and reads the drafts kept in this browser. */
export async function openGroupPage(root: HTMLElement): Promise<GroupPage> {
  const data = await fetchJson<GroupData>(link(root.dataset['file'] ?? ''));
  const store = await DraftStore.open(data.outline);
  const site = { t: translator(data.strings, data.language), language: data.language, link };
  const { drafts, problem } = store.list();
  return { root, data, site, store, drafts, storageProblem: problem };
}

/** Rereads the drafts kept in this browser. */
export async function readDrafts(page: GroupPage): Promise<void> {
  await page.store.loadParser().catch(() => undefined); // without the parser, changed texts are left out
  await withStorageLock(() => {
    page.drafts = page.store.list().drafts;
  });
}

/** One line about an assessment. The date comes first because a narrow field cuts off the end. */
export function answersLabel({ t, language }: Site, answers: Answers): string {
  const { system, respondent, date } = answers;
  return [
    date ? formatDate(date, language) : capitalise(t('side.undated')),
    isolate(nameOf(system)) || t('side.unnamed'),
    isolate(nameOf(respondent?.name)),
    isolate(nameOf(respondent?.role)),
    t('side.answered', { count: answerMap(answers).size }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Imports files and links for a page and keeps what they hold. */
export class ImportController {
  batch: ImportBatch = emptyBatch;
  #reading = 0;
  readonly #page: GroupPage;
  readonly #render: () => void;
  readonly #onChange: () => void;
  #queue: Promise<void> = Promise.resolve();

  /**
   * @param render called whenever files begin to be read, or could not be
   * @param onChange called whenever something was imported or removed
   */
  constructor(page: GroupPage, render: () => void, onChange: () => void) {
    this.#page = page;
    this.#render = render;
    this.#onChange = onChange;
  }

  /** Runs one import after the other, so that two drops at once lose nothing. Says first how many files it reads. */
  #enqueue(step: (batch: ImportBatch) => Promise<ImportBatch>, files = 0): void {
    this.#reading += files;
    this.#render();
    const runStep = async () => {
      await nextPaint();
      this.batch = await step(this.batch).finally(() => {
        this.#reading -= files;
      });
      this.#onChange();
    };
    this.#queue = this.#queue.then(runStep).catch((error: unknown) => {
      this.#render();
      noteLoss(error); // the next import continues
    });
  }

  /** Removes the import at an index of the batch. */
  remove(index: number): void {
    this.batch = removeImport(this.batch, index);
    this.#onChange();
  }

  /** What the list of imports shows. */
  get props(): ImportListProps {
    const { site, data, storageProblem } = this.#page;
    return {
      site,
      storageProblem,
      imports: this.batch.imports.map(({ name, answers, lost }) => ({
        name,
        summary: answersLabel(site, answers),
        lost,
      })),
      rejections: this.batch.rejections,
      reading: this.#reading,
      actions: {
        addFiles: (files) =>
          this.#enqueue(
            async (batch) => (await reader()).importFiles(batch, files, data.outline, site.t),
            files.length,
          ),
        addText: (text) =>
          this.#enqueue(async (batch) => (await reader()).importText(batch, text, data.outline, site.t)),
        remove: (index) => this.remove(index),
        downloadLost,
      },
    };
  }
}
