import { type ComponentChild, h } from 'preact';
import type { Context } from '../../core/answers/answers.ts';
import type { Comparison } from '../../core/assessment/compare.ts';
import { promisesOf } from '../../core/assessment/comparison-groups.ts';
import type { Pack } from '../../core/model/pack.ts';
import type { Translate } from '../../i18n/translate.ts';
import { fetchData, fetchReportData, translatorFor } from '../platform/data-files.ts';
import { PromisesView } from '../shared/PromisesView.tsx';
import type { Site, StringsData } from '../shared/view-data.ts';

/** What a comparison needs to tell what became of promised moves. */
export interface ComparedPromises {
  /** The pack with the texts of moves. */
  pack: Pack;
  /** Knows the sentences about promises as well. */
  t: Translate;
  /** What became of the promises of the earlier assessment, in the words of a context; null if it had none. */
  view(comparison: Comparison, context: Context): ComponentChild;
}

/** Loads what a comparison of promises needs. */
export async function loadComparedPromises(site: Site): Promise<ComparedPromises> {
  const [{ pack }] = await Promise.all([fetchReportData(), fetchData<StringsData>('promises')]);
  const late = translatorFor(site.language);
  const isLate = (key: string) => /^(promises|report)\./.test(key);
  const t: Translate = (key, values) => (isLate(key) ? late : site.t)(key, values);
  return {
    pack,
    t,
    view(comparison, context) {
      const promises = promisesOf(comparison);
      return promises && h(PromisesView, { site: { ...site, t }, pack, context, promises });
    },
  };
}
