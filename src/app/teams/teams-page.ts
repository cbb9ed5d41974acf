import { h, hydrate, render } from 'preact';
import { translator } from '../../i18n/translate.ts';
import { download, fetchJson, printPage, today } from '../platform/browser.ts';
import { nextPaint, yieldToMain } from '../platform/scheduling.ts';
import type { Site } from '../shared/view-data.ts';
import { type Drawn, type TeamsFile, type TeamsSettings, TeamsView } from './TeamsView.tsx';
import type { TeamsCount } from './team-counter.ts';
import { openTeamCounter, type TeamCounterClient } from './team-counter-client.ts';
import type { TeamsData } from './teams-data.tsx';

/** Up to so many teams everything is drawn at once; of more, one part follows the other. */
const drawnAtOnce = 12;

/** So many files are handed over at once: to look at one costs the page a moment. */
const handedOver = 20;

/** Many teams in one tab: it hands files and links to the desk, which counts, and draws. Nothing is kept. */
class TeamsPage {
  private settings: TeamsSettings = { depth: 'full', anonymous: false, rankedBy: undefined };
  private counted: TeamsCount = { good: [], bad: [], made: undefined, sameNames: [] };
  private readonly root: HTMLElement;
  private readonly site: Site;
  private readonly data: TeamsData;
  private readonly desk: TeamCounterClient;

  constructor(root: HTMLElement, site: Site, data: TeamsData, desk: TeamCounterClient) {
    this.root = root;
    this.site = site;
    this.data = data;
    this.desk = desk;
  }

  /** Counts anew and draws. */
  private async show(change: Partial<TeamsSettings> = {}): Promise<void> {
    this.settings = { ...this.settings, ...change };
    const { depth, anonymous } = this.settings;
    const isFirst = this.counted.made === undefined;
    const counted = await this.desk.count({ depth, anonymous });
    this.counted = counted;
    const parts: Drawn[] = counted.good.length <= drawnAtOnce ? [] : isFirst ? ['headline', 'shared'] : ['shared'];
    for (const part of parts) {
      this.draw(part);
      await nextPaint();
      if (this.counted !== counted) return; // counted anew meanwhile
    }
    this.draw('everything');
  }

  draw(drawn: Drawn): void {
    const [site, data, settings, desk] = [this.site, this.data, this.settings, this.desk];
    const { good, bad, made, sameNames } = this.counted;
    render(
      h(TeamsView, {
        site,
        good,
        bad,
        actions: {
          files: (files) => void this.files([...files]),
          paste: (text) => void desk.paste(text).then(() => this.show()),
          remove: (at) => void desk.remove(at).then(() => this.show()),
        },
        result: made && {
          site,
          data,
          made,
          settings,
          drawn,
          today: today(),
          sameNames,
          actions: {
            set: (change) => void this.show(change),
            download: (file) => void this.download(file),
            print: printPage,
          },
        },
      }),
      this.root,
    );
  }

  /** Hands files over, some at a time, so that the first are read while the last are looked at. */
  private async files(files: readonly File[]): Promise<void> {
    const read: Promise<void>[] = [];
    for (let at = 0; at < files.length; at += handedOver) {
      read.push(this.desk.files(files.slice(at, at + handedOver)));
      await yieldToMain();
    }
    await Promise.all(read);
    await this.show();
  }

  private async download(file: TeamsFile): Promise<void> {
    const [ending, text, type] = (await this.desk.file(file)) ?? [];
    if (text !== undefined) download(`trivium-teams-${today()}-${ending}`, text, type ?? '');
  }
}

/** Opens the page of many teams. It reads nothing that this browser keeps. */
export async function openTeamsPage(root: HTMLElement): Promise<void> {
  const base = (root.dataset['base'] ?? '/').replace(/\/$/, '');
  const link = (path: string) => base + path;
  const data = await fetchJson<TeamsData>(link(root.dataset['file'] ?? ''));
  const desk = await openTeamCounter(data);
  const site: Site = { t: translator(data.strings, data.language), language: data.language, link };
  hydrate(h(TeamsView, { site, good: [], bad: [], actions: undefined, result: undefined }), root);
  new TeamsPage(root, site, data, desk).draw('everything');
}
