import { type ComponentChild, h } from 'preact';
import type { Answers } from '../../../core/answers/answers.ts';
import { type ChangeSince, changeSinceOf, compare } from '../../../core/assessment/compare.ts';
import type { ReportData, Site } from '../../shared/view-data.ts';
import { ChangeSummary } from './ChangeSummary.tsx';

/** What changed since the last assessment: for the report object, and as shown. */
export function changeSinceLast(
  site: Site,
  data: ReportData,
  before: Answers,
  now: Answers,
): { since: ChangeSince; view: ComponentChild } {
  const since = changeSinceOf(compare({ answers: before }, { answers: now }, data.pack));
  return { since, view: h(ChangeSummary, { site, data, since }) };
}
