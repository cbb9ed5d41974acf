import { type ComponentChild, h } from 'preact';
import type { Answers } from '../core/assessment/answers.ts';
import type { Depth } from '../core/model/vocabulary.ts';
import { report } from '../core/report.ts';
import type { ReportData, Site } from '../views/data.ts';
import { type ReportActions, ReportView } from '../views/ReportView.tsx';
import { levelsOf } from '../views/report-parts.tsx';

/** Makes the report of the open assessment and shows it. */
export function reportPage(
  site: Site,
  data: ReportData,
  answers: Answers,
  depth: Depth,
  actions: ReportActions,
): ComponentChild {
  return h(ReportView, { site, data, report: report(answers, data.pack, depth), levels: levelsOf(answers), actions });
}
