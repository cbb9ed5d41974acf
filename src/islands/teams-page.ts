import { h, hydrate, render } from 'preact';
import { answersLines, itemsCsv, teamsCsv } from '../core/render/rollup.ts';
import { type Rollup, rollup, type Team } from '../core/rollup/rollup.ts';
import { translator } from '../i18n/translate.ts';
import type { Site } from '../views/data.ts';
import type { TeamsData } from '../views/teams/parts.tsx';
import { type TeamsFile, type TeamsSettings, TeamsView } from '../views/teams/TeamsView.tsx';
import { after, download, fetchJson, printPage, today } from './browser.ts';
import { nothingTaken, type TakenIn, takeFiles, takePasted, without } from './intake.ts';

/** Up to so many teams everything is drawn at once; of more, each team follows a moment after the counts. */
const drawnAtOnce = 12;

/** Largest file of many lines that is read here, in bytes. */
const linesLimit = 20 * 1_048_576;

/** Many teams in one tab: it takes files and links in, counts, and draws. Nothing is kept. */
class Teams {
  private taken: TakenIn = nothingTaken;
  private settings: TeamsSettings = { depth: 'full', anonymous: false, rankedBy: undefined };
  private made: Rollup | undefined;
  private readonly root: HTMLElement;
  private readonly site: Site;
  private readonly data: TeamsData;

  constructor(root: HTMLElement, site: Site, data: TeamsData) {
    this.root = root;
    this.site = site;
    this.data = data;
  }

  private get teams(): Team[] {
    return this.taken.good.map(({ name, answers, version }) => ({
      answers,
      source: { file: name, line: null, version: version ?? '' },
    }));
  }

  /** Counts anew and draws. */
  private show(taken: TakenIn, change: Partial<TeamsSettings> = {}): void {
    this.taken = taken;
    this.settings = { ...this.settings, ...change };
    const { depth, anonymous } = this.settings;
    this.made = taken.good.length > 0 ? rollup(this.teams, this.data.pack, depth, anonymous) : undefined;
    const few = taken.good.length <= drawnAtOnce;
    this.draw(few);
    if (!few) after(0.02, () => this.draw(true));
  }

  /** @param whole everything, or only what teams share, which is there sooner */
  draw(whole: boolean): void {
    const { site, data, made, settings, taken } = this;
    render(
      h(TeamsView, {
        site,
        good: taken.good.map(({ name, answers }) => ({ name, holds: answers.system })),
        bad: taken.bad,
        actions: {
          files: (files) => void this.files(files),
          paste: (text) => void takePasted(this.taken, text, data.pack, site.t).then((all) => this.show(all)),
          remove: (at) => this.show(without(this.taken, at)),
        },
        result: made && {
          site,
          data,
          made,
          settings,
          whole,
          sameNames: this.sameNames(),
          actions: {
            set: (change) => this.show(this.taken, change),
            download: (file) => this.download(file),
            print: printPage,
          },
        },
      }),
      this.root,
    );
  }

  /** Names that more than one team has. */
  private sameNames(): string[] {
    const seen = new Set<string>();
    const twice = new Set<string>();
    for (const { answers } of this.taken.good) {
      const name = answers.system.trim();
      if (name !== '' && seen.has(name)) twice.add(name);
      seen.add(name);
    }
    return [...twice].toSorted();
  }

  /** Reads files; one with a team on every line becomes as many. */
  private async files(files: Iterable<File>): Promise<void> {
    const { t } = this.site;
    const tooLarge: TakenIn['bad'][number][] = [];
    const parts = await Promise.all(
      [...files].map(async (file): Promise<File[]> => {
        if (!/\.(jsonl|ndjson)$/i.test(file.name)) return [file];
        if (file.size > linesLimit) {
          tooLarge.push({ name: file.name, reason: t('teams.lines-too-large') });
          return [];
        }
        const lines = (await file.text()).split('\n');
        return lines.flatMap((line, at) =>
          line.trim() === '' ? [] : [new File([line], t('teams.line', { name: file.name, n: at + 1 }))],
        );
      }),
    );
    const all = await takeFiles(this.taken, parts.flat(), this.data.pack, t);
    this.show({ ...all, bad: [...all.bad, ...tooLarge] });
  }

  private download(file: TeamsFile): void {
    const { data, settings } = this;
    const made = this.made;
    if (!made) return;
    const { list, ...counts } = made;
    const kinds: Record<TeamsFile, () => [ending: string, text: string, type: string]> = {
      items: () => ['questions.csv', itemsCsv(made, data.pack), 'text/csv'],
      teams: () => ['scores.csv', teamsCsv(made), 'text/csv'],
      answers: () => ['answers.jsonl', answersLines(this.teams), 'application/x-ndjson'],
      counts: () => [
        'counts.json',
        `${JSON.stringify({ ...counts, list: settings.anonymous ? null : list }, null, 2)}\n`,
        'application/json',
      ],
    };
    const [ending, text, type] = kinds[file]();
    download(`trivium-teams-${today()}-${ending}`, text, type);
  }
}

/** Opens the page of many teams. It reads nothing that this browser keeps. */
export async function open(root: HTMLElement): Promise<void> {
  const base = (root.dataset['base'] ?? '/').replace(/\/$/, '');
  const link = (path: string) => base + path;
  const data = await fetchJson<TeamsData>(link(root.dataset['file'] ?? ''));
  const site: Site = { t: translator(data.strings, data.language), language: data.language, link };
  hydrate(h(TeamsView, { site, good: [], bad: [], actions: undefined, result: undefined }), root);
  new Teams(root, site, data).draw(true);
}
