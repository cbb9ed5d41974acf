import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Answers, parseAnswers } from '../core/assessment/answers.ts';
import { report } from '../core/report.ts';
import type { ReportProps } from '../views/ReportView.tsx';
import { levelsOf } from '../views/report-parts.tsx';
import { pack, reportData, site } from './site-data.ts';

/** The made-up team whose report is shown as a sample; throws if its file does not fit the pack. */
export function sample(name = 'parcel-times'): ReportProps {
  const file = `content/samples/${name}.json`;
  const parsed = parseAnswers(JSON.parse(readFileSync(path.resolve(file), 'utf8')), pack);
  if (!parsed.ok) throw new Error(`${file} does not fit the pack:\n${parsed.problems.join('\n')}`);
  const answers: Answers = parsed.value;
  return {
    site,
    data: reportData(),
    report: report(answers, pack, 'full'),
    levels: levelsOf(answers),
    actions: undefined,
  };
}
