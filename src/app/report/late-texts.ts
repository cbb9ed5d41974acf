import type { Move } from '../../core/report/plan.ts';
import type { Report } from '../../core/report/report.ts';
import { fetchData, fetchOnce } from '../platform/data-files.ts';
import { lazy } from '../platform/lazy.ts';
import { noteLoss } from '../platform/load-error.ts';
import type { FoldedTexts, HowTo, ReportData, StringsData } from '../shared/view-data.ts';
import type { FoldedViews } from './report-parts.tsx';

const foldedPart = lazy({ module: () => import('./folded-views.ts'), strings: 'folded', styles: ['folded'] });

async function fetchFoldedTexts(): Promise<FoldedTexts> {
  const { strings: _, ...texts } = await fetchData<FoldedTexts & StringsData>('folded');
  return texts;
}

/** Fetches how to make the move of a practice. */
const fetchHowTo = (practice: string): Promise<HowTo> => fetchOnce(`/assess/moves/${practice}.json`, 'start');

/** What a report shows later than its first drawing: its folded parts, and how to make moves. */
export class LateTexts {
  #data: ReportData;
  #views: FoldedViews | undefined;
  /** The how-to texts fetched so far, by practice. */
  readonly #howToByPractice = new Map<string, HowTo>();

  constructor(data: ReportData) {
    this.#data = data;
  }

  /** The views of the folded parts; undefined until loaded. */
  get views(): FoldedViews | undefined {
    return this.#views;
  }

  /** The data of a report, including its late texts as far as loaded. */
  dataFor({ moves }: Pick<Report, 'moves'>): ReportData {
    const advice = moves.map(({ practice }) => [
      practice,
      { citations: [], alsoServes: [], ...this.#data.advice[practice], how: this.#howToByPractice.get(practice) },
    ]);
    return { ...this.#data, advice: { ...this.#data.advice, ...Object.fromEntries(advice) } };
  }

  /** Loads the folded parts once. Rejects if they cannot be loaded; the next call tries again. */
  async loadFolded(): Promise<void> {
    if (this.#views) return;
    const views = await foldedPart();
    this.#data = { ...this.#data, ...(await fetchFoldedTexts()) };
    this.#views = views;
  }

  /** Loads how to make moves. Returns whether some arrived, and whether some are still missing, which is noted. */
  async loadHowTo(moves: readonly Move[]): Promise<{ hasArrived: boolean; isIncomplete: boolean }> {
    const missingPractices = moves.map(({ practice }) => practice).filter((id) => !this.#howToByPractice.has(id));
    const load = async (practice: string) => this.#howToByPractice.set(practice, await fetchHowTo(practice));
    const loads = await Promise.allSettled(missingPractices.map(load));
    const failure = loads.find(({ status }) => status === 'rejected');
    if (failure?.status === 'rejected') noteLoss(failure.reason);
    return { hasArrived: loads.some(({ status }) => status === 'fulfilled'), isIncomplete: failure !== undefined };
  }
}
