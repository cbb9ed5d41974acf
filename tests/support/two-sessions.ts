import { onOtherTabs } from '../../src/app/platform/browser.ts';
import { DraftStore } from '../../src/app/storage/draft-store.ts';
import { Session } from '../../src/app/storage/session.ts';
import type { PackOutline } from '../../src/core/model/pack.ts';
import { randomFrom } from '../../src/core/reliability/bootstrap.ts';
import { FakeBrowser, type FakeTab } from './fake-tabs.ts';

const prefix = 'trivium:assessment:';

/** A tab with the assessment open in it. */
interface OpenTab {
  tab: FakeTab;
  session: Session;
}

/** A short form of an answer; empty while the question is open. */
const said = (answer: { state: string; level?: number } | undefined): string =>
  answer === undefined || answer.state === 'unanswered' ? '' : `${answer.state}${answer.level ?? ''}`;

/**
 * Two tabs answer one assessment in a fake browser; a seed decides the order of all steps. Writes arrive late, clocks
 * differ, storage fails, tabs are left or crash. Each question belongs to one tab, so its last answer there is right.
 */
class TwoSessions {
  readonly browser = new FakeBrowser();
  readonly #random: () => number;
  readonly #outline: PackOutline;
  readonly #open: OpenTab[] = [];
  /** The expected answers, by item. */
  readonly #right = new Map<string, string>();
  readonly #done: string[] = [];

  constructor(outline: PackOutline, seed: number) {
    this.#outline = outline;
    this.#random = randomFrom(seed);
  }

  readonly #pick = <T>(list: readonly T[]): T => list[Math.floor(this.#random() * list.length)] as T;

  async #openTab(tabItems?: ReadonlyMap<string, string>): Promise<OpenTab> {
    const tab = this.browser.open(tabItems);
    const session = await this.browser.run(tab, async () => {
      const store = await DraftStore.open(this.#outline);
      const load = store.loadParser.bind(store);
      // Scripts arrive when it is their turn, like everything else: how long an import takes must decide nothing.
      store.loadParser = () => new Promise((resolve, reject) => tab.loads.push(() => load().then(resolve, reject)));
      const opened = new Session(
        store,
        (key) => key,
        () => undefined,
      );
      onOtherTabs(() => void opened.readOtherTabs());
      return opened;
    });
    return { tab, session };
  }

  async #answer({ tab, session }: OpenTab, place: number): Promise<void> {
    const own = this.#outline.items.filter((_, index) => index % 2 === place).slice(0, 8);
    const { id: item, rev } = this.#pick(own);
    const level = Math.floor(this.#random() * 5);
    const isCleared = this.#random() < 0.1 && session.answers.has(item);
    this.#right.set(item, isCleared ? '' : `level${level}`);
    this.#done.push(`${place} ${item} ${this.#right.get(item)}`);
    await this.browser.run(tab, () =>
      isCleared ? session.clear(item) : session.setAnswer({ item, rev, state: 'level', level }),
    );
  }

  /** Whether storage, as a tab sees it, holds all answers given in that tab. */
  #hasSaved({ tab, session }: OpenTab): boolean {
    const text = tab.view.get(prefix + session.draft.id);
    const stored = text === undefined ? undefined : JSON.parse(text);
    return JSON.stringify(stored?.answers) === JSON.stringify(session.draft.answers.answers);
  }

  /** Leaves a page and opens it again. A tab that crashes has no chance to save. */
  async #reopen(place: number): Promise<void> {
    const open = this.#open[place] as OpenTab;
    const { tab } = open;
    if (tab.faults.full || tab.faults.blocked) return;
    const isCrash = this.#random() < 0.3;
    if (isCrash && !this.#hasSaved(open)) return;
    if (!isCrash && (await this.browser.run(tab, () => tab.fire('beforeunload')))) return; // asked, the person stays
    this.#done.push(`${place} ${isCrash ? 'crash' : 'reload'}`);
    if (!isCrash) await this.browser.run(tab, () => tab.fire('pagehide'));
    this.browser.close(tab);
    this.#open[place] = await this.#openTab(tab.tabItems);
  }

  async #act(): Promise<void> {
    const place = this.#random() < 0.5 ? 0 : 1;
    const open = this.#open[place] as OpenTab;
    const { faults } = open.tab;
    const chance = this.#random();
    if (chance < 0.7) await this.#answer(open, place);
    else if (chance < 0.8) await this.#reopen(place);
    else if (chance < 0.86) open.tab.clockSkew = this.#pick([-86_400_000, -3_600_000, 0, 3_600_000]);
    else Object.assign(faults, this.#pick([{ full: true }, { blocked: true }, { full: false, blocked: false }]));
    if (chance >= 0.8) this.#done.push(`${place} ${JSON.stringify(faults)} ${open.tab.clockSkew}`);
  }

  async #step(): Promise<boolean> {
    const possible = this.browser.possibleSteps;
    if (possible.length === 0) return false;
    const { tab, step } = this.#pick(possible);
    await this.browser.run(tab, step);
    return true;
  }

  /** Takes steps until none are left. */
  async #settle(): Promise<void> {
    for (const { tab } of this.#open) Object.assign(tab.faults, { full: false, blocked: false });
    for (let steps = 0; await this.#step(); steps += 1) if (steps > 2000) throw new Error('It never settles.');
  }

  /** The questions whose answer is wrong on the disk or in a tab. */
  #wrong(): string[] {
    const texts = [...this.browser.disk].filter(([key]) => key.startsWith(prefix)).map(([, text]) => text);
    if (texts.length !== 1) return [`${texts.length} assessments`];
    const stored = new Map<string, string>();
    for (const answer of JSON.parse(texts[0] ?? '').answers) stored.set(answer.item, said(answer));
    return [...this.#right].flatMap(([item, right]) => [
      ...((stored.get(item) ?? '') === right ? [] : [`stored ${item}: ${stored.get(item)} for ${right}`]),
      ...this.#open.flatMap(({ session }, place) =>
        said(session.answerOf(item)) === right
          ? []
          : [`tab ${place} ${item}: ${said(session.answerOf(item))} for ${right}`],
      ),
    ]);
  }

  async run(acts: number): Promise<string[]> {
    this.browser.install();
    try {
      this.#open.push(await this.#openTab());
      await this.#answer(this.#open[0] as OpenTab, 0);
      await this.#settle();
      this.#open.push(await this.#openTab());
      for (let act = 0; act < acts; act += 1) {
        if (this.#random() < 0.3) await this.#act();
        else await this.#step();
      }
      await this.#settle();
      const wrong = this.#wrong();
      return wrong.length > 0 ? [...wrong, ...this.#done.slice(-30)] : [];
    } finally {
      this.browser.restore();
    }
  }
}

/** Lets two tabs answer in an order that the seed decides. Returns the lost answers and the last acts before. */
export const answersLost = (outline: PackOutline, seed: number): Promise<string[]> =>
  new TwoSessions(outline, seed).run(120);
