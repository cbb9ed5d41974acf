import type { ComponentChild } from 'preact';
import { type Answers, hasPromises } from '../../../core/answers/answers.ts';
import type { ChangeSince } from '../../../core/assessment/compare.ts';
import type { Promises } from '../../../core/assessment/promises.ts';
import { lazy } from '../../platform/lazy.ts';
import { inTime, noteLoss } from '../../platform/load-error.ts';
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

const promisesPart = lazy({ module: () => import('./promises-since.ts'), strings: 'promises' });

/** What became of earlier promises. Most reports have none, so its script loads only for those that have some. */
async function promisedOf(site: Site, data: ReportData, answers: Answers, kept: Answers | undefined) {
  const { decisions = [] } = answers.previous ?? kept ?? {};
  if (!hasPromises({ decisions })) return undefined;
  const part = await promisesPart().catch(noteLoss);
  return part?.promisesShown(site, data, answers, kept);
}

/**
 * Loads what a report says about an earlier assessment.
 * @param kept the last assessment of the same system that this browser keeps, if there is one
 */
export async function earlierOf(
  site: Site,
  data: ReportData,
  answers: Answers,
  kept: Answers | undefined,
): Promise<EarlierAssessment> {
  const change = kept && (await inTime(import('./change-since.ts'))).changeSinceLast(site, data, kept, answers);
  const promised = await promisedOf(site, data, answers, kept);
  return {
    since: change?.since ?? null,
    promises: promised?.promises ?? null,
    view: change || promised ? [change?.view, promised?.view] : null,
    promised,
  };
}
