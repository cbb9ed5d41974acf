import { h, hydrate, render } from 'preact';
import { compare } from '../../core/assessment/compare.ts';
import { trendOf } from '../../core/assessment/trend.ts';
import type { ComparedAnswers } from '../../core/assessment/version-changes.ts';
import { renderComparison } from '../../core/render/side-by-side.ts';
import { answersLabel, downloadFile, type GroupPage, ImportController, openGroupPage } from '../import/group-page.ts';
import { query } from '../platform/browser.ts';
import { type CompareProps, CompareView } from './CompareView.tsx';

/** Something that can be chosen for a side. */
interface Choice extends ComparedAnswers {
  key: string;
}

const sameSystem = (a: ComparedAnswers, b: ComparedAnswers): boolean =>
  a.answers.system.trim().toLowerCase() === b.answers.system.trim().toLowerCase();
const dayOf = ({ answers }: ComparedAnswers): string => answers.date ?? '';

/** The page that compares two assessments. */
class ComparePage {
  private readonly page: GroupPage;
  private readonly taking: ImportController;
  /** What the person or the address asked for; an empty text is "none". */
  private asked: { before: string | undefined; now: string | undefined };

  constructor(page: GroupPage) {
    this.page = page;
    this.taking = new ImportController(page, () => this.show());
    const asked = query();
    this.asked = { before: asked.get('before') ?? undefined, now: asked.get('now') ?? undefined };
  }

  private get choices(): Choice[] {
    return [
      ...this.page.drafts.map(({ id, answers }) => ({ key: id, answers })),
      ...this.taking.taken.good.map((each) => ({ ...each, key: `taken ${each.name}` })),
    ];
  }

  /** Sides that nobody chose: now is the newest that has another of its system, before the latest earlier one of it. */
  private chosenAmong(choices: readonly Choice[]): CompareProps['chosen'] {
    const all = choices.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
    const keyed = (key: string) => all.find((each) => each.key === key);
    const paired = all.find((each) => all.some((other) => other !== each && sameSystem(each, other)));
    const now = this.asked.now === undefined ? (paired ?? all[0]) : keyed(this.asked.now);
    const earlier = all.find((each) => now && each !== now && sameSystem(each, now) && dayOf(each) <= dayOf(now));
    const before = this.asked.before === undefined ? earlier : keyed(this.asked.before);
    return { now: now?.key, before: before?.key };
  }

  private get props(): CompareProps {
    const { site, data } = this.page;
    const choices = this.choices;
    const chosen = this.chosenAmong(choices);
    const [before, now] = [chosen.before, chosen.now].map((key) => choices.find((each) => each.key === key));
    const comparison = before && now && before !== now ? compare(before, now, data.pack) : undefined;
    const row = now ? choices.filter((each) => sameSystem(each, now)) : [];
    const trend = row.length > 2 ? trendOf(row, data.pack) : undefined;
    return {
      site,
      pack: data.pack,
      intake: this.taking.props,
      choices: choices.map(({ key, answers }) => ({ key, label: answersLabel(site, answers) })),
      chosen,
      comparison,
      trend: trend && trend.points.length > 2 ? trend : undefined,
      actions: {
        choose: (side, key) => {
          this.asked = { ...chosen, [side]: key };
          this.show();
        },
        swap: () => {
          this.asked = { before: chosen.now, now: chosen.before };
          this.show();
        },
        download: (format) => {
          if (!comparison) return;
          const text =
            format === 'md'
              ? renderComparison(comparison, data.pack, site.t)
              : `${JSON.stringify(comparison, null, 2)}\n`;
          downloadFile('comparison', comparison.now.system, format, text);
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

/** Opens the page in its place. */
export const openComparePage = async (root: HTMLElement): Promise<void> =>
  new ComparePage(await openGroupPage(root)).open();
