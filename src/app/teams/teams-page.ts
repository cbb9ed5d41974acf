import { h, hydrate } from 'preact';
import { fileName } from '../../core/render/file-name.ts';
import { translator } from '../../i18n/translate.ts';
import { type ImportListProps, staticImportList } from '../import/ImportList.tsx';
import { download, printPage, today } from '../platform/browser.ts';
import { link } from '../platform/data-files.ts';
import { downloadLost } from '../platform/download-lost.ts';
import { fetchJson } from '../platform/fetch-file.ts';
import { noteLoss } from '../platform/load-error.ts';
import { nextPaint, yieldToMain } from '../platform/scheduling.ts';
import { keepFocus } from '../shared/keep-focus.ts';
import { renderInto } from '../shared/rendering.ts';
import type { Site } from '../shared/view-data.ts';
import { type RenderedParts, type TeamsResultProps, TeamsView } from './TeamsView.tsx';
import type { TeamsCount } from './team-counter.ts';
import { openTeamCounter, type TeamCounterClient } from './team-counter-client.ts';
import type { ExportKind, TeamsData, TeamsSettings } from './teams-data.tsx';

/**
 * Up to this many teams everything is rendered at once; with more, part by part. Counts of 200 teams are then on the
 * screen after 0.7 s instead of 1.1 s, and 1.3 s instead of 1.7 s at 4x CPU slowdown (medians of 12, a busy machine).
 */
const maxTeamsAtOnce = 12;

/**
 * Files handed to the counter at once. The first are read while the page still hands over the last, so 200 files are
 * counted after 0.4 s instead of 0.7 s, and 0.7 s instead of 1.1 s at 4x CPU slowdown (medians of 12, a busy machine).
 */
const filesPerCall = 20;

const noTeams: TeamsCount = { imports: [], rejections: [], rollup: undefined, duplicateNames: [] };

/** The page of many teams: hands files and links to the counter and renders what it counts. Keeps nothing. */
class TeamsPage {
  #settings: TeamsSettings = { depth: 'full', anonymous: false, rankedBy: undefined };
  #teamsCount = noTeams;
  /** Whether the counter holds the made-up teams. It then holds no others. */
  #isMadeUp = false;
  #reading = 0;
  readonly #root: HTMLElement;
  readonly #site: Site;
  readonly #data: TeamsData;
  readonly #counter: TeamCounterClient;

  constructor(root: HTMLElement, site: Site, data: TeamsData, counter: TeamCounterClient) {
    this.#root = root;
    this.#site = site;
    this.#data = data;
    this.#counter = counter;
  }

  /** Counts again and renders. */
  async #update(change: Partial<TeamsSettings> = {}): Promise<void> {
    this.#settings = { ...this.#settings, ...change };
    const { depth, anonymous } = this.#settings;
    const isFirst = this.#teamsCount.rollup === undefined;
    const teamsCount = await this.#counter.count({ depth, anonymous });
    this.#teamsCount = teamsCount;
    const steps: RenderedParts[] =
      teamsCount.imports.length <= maxTeamsAtOnce ? [] : isFirst ? ['headline', 'shared'] : ['shared'];
    for (const step of steps) {
      this.show(step);
      await nextPaint();
      if (this.#teamsCount !== teamsCount) return; // counted again meanwhile
    }
    this.show('everything');
    if (isFirst) this.#root.querySelector<HTMLElement>('#result')?.focus();
  }

  get #importList(): ImportListProps {
    const counter = this.#counter;
    const { imports, rejections } = this.#teamsCount;
    return {
      site: this.#site,
      imports,
      rejections,
      reading: this.#reading,
      actions: {
        addFiles: (files) => void this.#readFiles(files),
        addText: (text) => void this.#addOwn(() => counter.addText(text)),
        remove: (index) => void counter.remove(index).then(() => this.#update()),
        downloadLost,
      },
    };
  }

  #result(renderedParts: RenderedParts): TeamsResultProps | undefined {
    const { rollup, duplicateNames } = this.#teamsCount;
    if (!rollup) return undefined;
    return {
      site: this.#site,
      data: this.#data,
      rollup,
      settings: this.#settings,
      duplicateNames,
      renderedParts,
      today: today(),
      isMadeUp: this.#isMadeUp,
      actions: {
        hideMadeUp: () => void this.#hideMadeUp(),
        changeSettings: (change) => void this.#update(change),
        download: (kind) => void this.#download(kind),
        print: printPage,
      },
    };
  }

  show(renderedParts: RenderedParts): void {
    const result = this.#result(renderedParts);
    const showMadeUp = () => void this.#showMadeUp();
    keepFocus(() => renderInto(h(TeamsView, { importList: this.#importList, result, showMadeUp }), this.#root));
  }

  /** Clears the made-up teams before adding the person's own: the two are never counted together. */
  async #addOwn(add: () => Promise<void>): Promise<void> {
    if (this.#isMadeUp) await this.#clear();
    await add();
    await this.#update();
  }

  /** Says at once how many files are being read, until they are or cannot be. */
  async #readFiles(files: readonly File[]): Promise<void> {
    this.#reading += files.length;
    this.show('everything');
    await nextPaint();
    const add = async () => {
      await this.#addFiles(files);
      this.#reading -= files.length;
    };
    await this.#addOwn(add).catch((error: unknown) => {
      this.show('everything');
      throw error;
    });
  }

  async #clear(): Promise<void> {
    this.#isMadeUp = false;
    this.#teamsCount = noTeams;
    await this.#counter.clear();
  }

  async #hideMadeUp(): Promise<void> {
    await this.#clear();
    await this.#update();
    this.#root.querySelector<HTMLElement>('.made-up-offer button')?.focus();
  }

  /** The made-up teams; none, and then no longer announced, if their file cannot be loaded. */
  async #fetchMadeUp(): Promise<object[]> {
    try {
      return await fetchJson<object[]>(link('/teams/made-up.json'), '0');
    } catch (error) {
      this.#isMadeUp = false;
      noteLoss(error);
      return [];
    }
  }

  async #showMadeUp(): Promise<void> {
    if (this.#isMadeUp) return; // pressed twice
    this.#isMadeUp = true;
    const teams = await this.#fetchMadeUp();
    if (!this.#isMadeUp) return; // meanwhile the person has added teams of their own
    await this.#counter.addFiles(teams.map((team, index) => new File([JSON.stringify(team)], `${index}.json`)));
    await this.#update();
  }

  /** Hands files to the counter, some at a time. */
  async #addFiles(files: readonly File[]): Promise<void> {
    const calls: Promise<void>[] = [];
    for (let start = 0; start < files.length; start += filesPerCall) {
      calls.push(this.#counter.addFiles(files.slice(start, start + filesPerCall)));
      await yieldToMain();
    }
    for (const result of await Promise.allSettled(calls)) if (result.status === 'rejected') noteLoss(result.reason);
  }

  async #download(kind: ExportKind): Promise<void> {
    const file = await this.#counter.exportFile(kind);
    if (!file) return;
    const { what, ending, text, type } = file;
    download(fileName({ system: 'teams', date: today() }, ending, what), text, type);
  }
}

/** Opens the page of many teams. It reads nothing that this browser keeps. */
export async function openTeamsPage(root: HTMLElement): Promise<void> {
  const data = await fetchJson<TeamsData>(link(root.dataset['file'] ?? ''));
  const counter = await openTeamCounter(data);
  const site: Site = { t: translator(data.strings, data.language), language: data.language, link };
  hydrate(h(TeamsView, { importList: staticImportList(site), result: undefined, showMadeUp: undefined }), root);
  new TeamsPage(root, site, data, counter).show('everything');
}
