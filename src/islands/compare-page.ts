import { h, hydrate, render } from 'preact';
import { type Compared, compare } from '../core/assessment/compare.ts';
import { trendOf } from '../core/assessment/trend.ts';
import { renderComparison } from '../core/render/side-by-side.ts';
import { type CompareProps, CompareView } from '../views/CompareView.tsx';
import { query } from './browser.ts';
import { type GroupPage, handOver, holds, openGroupPage, TakingIn } from './group-page.ts';

/** Something that can be chosen for a side. */
interface Choice extends Compared {
  key: string;
}

const sameSystem = (a: Compared, b: Compared): boolean =>
  a.answers.system.trim().toLowerCase() === b.answers.system.trim().toLowerCase();
const dayOf = ({ answers }: Compared): string => answers.date ?? '';

/** The page that compares two assessments. */
class Comparing {
  private readonly page: GroupPage;
  private readonly taking: TakingIn;
  private chosen: CompareProps['chosen'];

  constructor(page: GroupPage) {
    this.page = page;
    this.taking = new TakingIn(page, () => {
      this.chooseAgain();
      this.show();
    });
    const asked = query();
    this.chosen = { before: asked.get('before') ?? undefined, now: asked.get('now') ?? undefined };
    this.chooseAgain();
  }

  private get choices(): Choice[] {
    return [
      ...this.page.drafts.map(({ id, answers }) => ({ key: id, answers })),
      ...this.taking.taken.good.map((each) => ({ ...each, key: `taken ${each.name}` })),
    ];
  }

  /** Fills sides that are still open: now with the newest, before with the latest earlier one of the same system. */
  private chooseAgain(): void {
    const all = this.choices.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
    const find = (key: string | undefined) => all.find((each) => each.key === key);
    const pairs = all.filter((each) => all.some((other) => other !== each && sameSystem(each, other)));
    const now = find(this.chosen.now) ?? pairs[0] ?? all[0];
    const others = all.filter((each) => now && each !== now && sameSystem(each, now) && dayOf(each) <= dayOf(now));
    const before = find(this.chosen.before) ?? others[0];
    this.chosen = { now: now?.key, before: before?.key };
  }

  private get props(): CompareProps {
    const { site, data } = this.page;
    const { choices, chosen } = this;
    const [before, now] = [chosen.before, chosen.now].map((key) => choices.find((each) => each.key === key));
    const comparison = before && now && before !== now ? compare(before, now, data.pack) : undefined;
    const row = now ? choices.filter((each) => sameSystem(each, now)) : [];
    const trend = row.length > 2 ? trendOf(row, data.pack) : undefined;
    return {
      site,
      pack: data.pack,
      intake: this.taking.props,
      choices: choices.map(({ key, answers }) => ({ key, label: holds(site, answers) })),
      chosen,
      comparison,
      trend: trend && trend.points.length > 2 ? trend : undefined,
      actions: {
        choose: (side, key) => {
          this.chosen = { ...this.chosen, [side]: key || undefined };
          this.show();
        },
        swap: () => {
          this.chosen = { before: this.chosen.now, now: this.chosen.before };
          this.show();
        },
        download: (format) => {
          if (!comparison) return;
          const text =
            format === 'md' ? renderComparison(comparison, data.pack) : `${JSON.stringify(comparison, null, 2)}\n`;
          handOver('comparison', comparison.now.system, format, text);
        },
      },
    };
  }

  show(): void {
    render(h(CompareView, this.props), this.page.root);
  }

  /** Takes over the page as the server wrote it. */
  open(): void {
    const { site } = this.page;
    const intake = { site, good: [], bad: [], actions: undefined };
    const read = {
      pack: undefined,
      choices: [],
      chosen: { before: undefined, now: undefined },
      comparison: undefined,
      trend: undefined,
    };
    hydrate(h(CompareView, { site, intake, ...read, actions: undefined }), this.page.root);
    this.show();
  }
}

void openGroupPage().then((page) => page && new Comparing(page).open());
