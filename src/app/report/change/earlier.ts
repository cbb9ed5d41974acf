import type { ComponentChild } from 'preact';
import { type Answers, hasPromises } from '../../../core/answers/answers.ts';
import type { ChangeSince } from '../../../core/assessment/compare.ts';
import type { Promises } from '../../../core/assessment/promises.ts';
import { lazy } from '../../platform/lazy.ts';
import { noteLoss } from '../../platform/load-error.ts';
import type { ReportData, Site } from '../../shared/view-data.ts';
import type { ShownPromises } from './promises-since.ts';

/** What a report says about an earlier assessment of the system: for the report object, and as shown. */
export interface EarlierAssessment {
  since: ChangeSince | null;
  promises: Promises | null;
  /** Null if there is nothing to say. */
  view: ComponentChild;
  /** What became of promises, for the page for leadership and for the working copy. */
  promised: Pick<ShownPromises, 'inShort' | 'heading' | 'list'> | undefined;
}

const changePart = lazy({ module: () => import('./change-since.ts') });
const promisesPart = lazy({ module: () => import('./promises-since.ts'), strings: 'promises' });

/** What became of earlier promises. Most reports have none, so its script loads only for those that have some. */
async function promisedOf(site: Site, data: ReportData, answers: Answers, earlierAnswers: Answers | undefined) {
  const { decisions = [] } = answers.previous ?? earlierAnswers ?? {};
  if (!hasPromises({ decisions })) return undefined;
  const part = await promisesPart().catch(noteLoss);
  return part?.promisesShown(site, data, answers, earlierAnswers);
}

/**
 * Loads what a report says about an earlier assessment.
 * @param earlierAnswers the last assessment of the same system that this browser keeps, if there is one
 */
export async function earlierOf(
  site: Site,
  data: ReportData,
  answers: Answers,
  earlierAnswers: Answers | undefined,
): Promise<EarlierAssessment> {
  const change = earlierAnswers && (await changePart()).changeSinceLast(site, data, earlierAnswers, answers);
  const promisesView = await promisedOf(site, data, answers, earlierAnswers);
  return {
    since: change?.since ?? null,
    promises: promisesView?.promises ?? null,
    view: change || promisesView ? [change?.view, promisesView?.view] : null,
    promised: promisesView,
  };
}
