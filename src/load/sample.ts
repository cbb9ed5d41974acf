import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Answers, parseAnswers } from '../core/assessment/answers.ts';
import { report } from '../core/report.ts';
import type { ReportData } from '../views/data.ts';
import type { ReportProps } from '../views/ReportView.tsx';
import { levelsOf } from '../views/report-parts.tsx';
import { howTo, pack, reportData, site } from './site-data.ts';

/** The data of a report, with how every move is made: for pages that are made at build time. */
function wholeData(): ReportData {
  const data = reportData();
  const advice = Object.entries(data.advice).map(([id, each]) => [id, { ...each, how: howTo(id) }]);
  return { ...data, advice: Object.fromEntries(advice) };
}

/** The made-up team whose report is shown as a sample; throws if its file does not fit the pack. */
export function sample(name = 'parcel-times'): ReportProps & { answers: Answers } {
  const file = `content/samples/${name}.json`;
  const parsed = parseAnswers(JSON.parse(readFileSync(path.resolve(file), 'utf8')), pack);
  if (!parsed.ok) throw new Error(`${file} does not fit the pack:\n${parsed.problems.join('\n')}`);
  const answers: Answers = parsed.value;
  return {
    site,
    data: wholeData(),
    report: report(answers, pack, 'full'),
    levels: levelsOf(answers),
    actions: undefined,
    note: site.t('report.sample-note'),
    answers,
  };
}
