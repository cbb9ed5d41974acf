import { type ComponentChild, h, render } from 'preact';
import type { Answers, Parsed } from '../core/assessment/answers.ts';
import { readAny } from '../core/intake.ts';
import { jsonLimits } from '../core/json.ts';
import type { ReportData, Site } from '../views/data.ts';
import { OpenedBanner, OpenView } from '../views/OpenView.tsx';
import type { Explained } from '../views/report-parts.tsx';
import { dropFragment, leaveFor, locked, onFragmentChange, rawFragment } from './browser.ts';
import type { Depth } from './depths.ts';
import { saveDraft } from './drafts.ts';
import { dataFile, howToFile, link, stylesOf, translate } from './files.ts';
import { emptyDraft } from './read-draft.ts';
import type { Asked } from './report-page.ts';
import { routePath } from './route.ts';

/** What is open: answers that somebody sent. They live in this object only, until a copy is saved. */
interface Opened {
  from: 'link' | 'file';
  answers: Answers;
  depth: Depth;
}

/** The page that opens what somebody sent. It reads nothing of what this browser keeps, and writes only a copy. */
class OpenPage {
  private opened: Opened | undefined;
  private problem: string | undefined;
  private asked: Pick<Asked, 'explained' | 'loaded'> = { explained: undefined, loaded: undefined };
  private readonly root: HTMLElement;
  private readonly data: ReportData;
  private readonly site: Site;

  constructor(root: HTMLElement, data: ReportData) {
    this.root = root;
    this.data = data;
    this.site = { t: translate(data.language), language: data.language, link };
  }

  async start(): Promise<void> {
    this.root.replaceChildren();
    onFragmentChange(() => void this.readAddress(true));
    keepFragment();
    await this.readAddress(false);
  }

  private async readAddress(moveFocus: boolean): Promise<void> {
    const fragment = rawFragment();
    if (fragment === '') return this.show(moveFocus);
    await this.take('link', await readAny(`#${fragment}`, this.data.index), moveFocus);
  }

  private async take(from: Opened['from'], read: Parsed<Answers>, moveFocus: boolean): Promise<void> {
    this.problem = read.ok ? undefined : read.problems.join(' ');
    this.opened = read.ok ? { from, answers: read.value, depth: this.depthOf(read.value) } : undefined;
    this.asked = { explained: undefined, loaded: this.asked.loaded };
    await this.show(moveFocus);
  }

  /** The depth at which answers are shown: full as soon as one question was answered that the quick check leaves out. */
  private depthOf({ answers }: Answers): Depth {
    const given = new Set(answers.filter(({ state }) => state !== 'unanswered').map(({ item }) => item));
    return this.data.index.items.some(({ id, depth }) => depth === 'full' && given.has(id)) ? 'full' : 'quick';
  }

  private async show(moveFocus: boolean): Promise<void> {
    render(await this.screen(), this.root);
    if (!moveFocus) return;
    scrollTo(0, 0);
    this.root.querySelector<HTMLElement>('h1')?.focus();
  }

  private async screen(): Promise<ComponentChild> {
    const { site, data, problem } = this;
    const opened = this.opened;
    if (!opened) {
      const given = (from: Opened['from'], text: string) =>
        readAny(text, data.index).then((read) => {
          if (read.ok) dropFragment(); // the address may still hold another link, or a damaged one
          return this.take(from, read, true);
        });
      return h(OpenView, {
        site,
        problem,
        actions: {
          openText: (text) => void given('link', text),
          openFile: async (file) => {
            const text = await this.readFile(file);
            if (text !== undefined) await given('file', text);
          },
        },
      });
    }
    const { answers, depth, from } = opened;
    const banner = h(OpenedBanner, {
      site,
      from,
      date: answers.date,
      problem,
      actions: { save: () => void this.save(opened), openOther: () => this.openOther() },
    });
    const [{ reportPage }] = await Promise.all([import('./report-page.ts'), stylesOf('report')]);
    const asked: Asked = {
      ...this.asked,
      tryOut: false,
      sharing: false,
      explain: (explained) => void this.ask(explained),
      setTarget: () => undefined,
      close: () => void this.ask(undefined),
      changed: () => void this.show(false),
    };
    return [banner, await reportPage(site, data, answers, depth, undefined, asked, howToFile, [])];
  }

  /** The text of a file; undefined where it cannot be read, which is then shown. */
  private async readFile(file: File): Promise<string | undefined> {
    const large = file.size > jsonLimits.bytes;
    const text = large ? undefined : await file.text().catch(() => undefined);
    if (text !== undefined) return text;
    this.problem = this.site.t(large ? 'open.file-large' : 'open.file-unreadable');
    await this.show(true);
    return undefined;
  }

  private async ask(explained: Explained | undefined): Promise<void> {
    const [loaded] = await Promise.all([import('./workings.ts'), dataFile('workings')]);
    this.asked = { explained, loaded };
    await this.show(false);
  }

  private openOther(): void {
    dropFragment();
    this.opened = undefined;
    this.problem = undefined;
    void this.show(true);
  }

  /** Keeps a copy as a new assessment and goes to its report. */
  private async save({ answers, depth }: Opened): Promise<void> {
    const { index } = this.data;
    await locked(() => {
      const saved = saveDraft({ ...emptyDraft(index), answers }, index);
      if (saved.ok) leaveFor(link(routePath({ view: 'report', depth })));
      else this.problem = saved.problem;
    });
    await this.show(false);
  }
}

/** Jumps within the page without putting the place into the address, where the link stands. */
function keepFragment(): void {
  document.addEventListener('click', (event) => {
    const place = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : undefined;
    const target = place?.startsWith('#') ? document.getElementById(place.slice(1)) : null;
    if (!target) return;
    event.preventDefault();
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  });
}

/** Takes over the page that opens links and files. */
export async function open(root: HTMLElement): Promise<void> {
  const [data] = await Promise.all([dataFile<ReportData>('report'), dataFile('open')]);
  await new OpenPage(root, data).start();
}
