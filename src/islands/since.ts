import { type ComponentChild, h } from 'preact';
import type { Answers } from '../core/assessment/answers.ts';
import { compare, type Since, sinceOf } from '../core/assessment/compare.ts';
import type { ReportData, Site } from '../views/data.ts';
import { SinceView } from '../views/SinceView.tsx';

/** How answers stand to those of last time: for the report object, and as it is shown. */
export function sinceLast(
  site: Site,
  data: ReportData,
  before: Answers,
  now: Answers,
): { since: Since; view: ComponentChild } {
  const since = sinceOf(compare({ answers: before }, { answers: now }, data.pack));
  return { since, view: h(SinceView, { site, data, since }) };
}
