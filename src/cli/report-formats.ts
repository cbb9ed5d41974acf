import { fullReportData } from '../build/page-data/report.ts';
import { showDay, t } from '../build/strings.ts';
import type { Answers } from '../core/answers/answers.ts';
import { promisesSince } from '../core/assessment/promises.ts';
import type { Depth } from '../core/model/ids.ts';
import type { Pack } from '../core/model/pack.ts';
import type { CsvSeparator } from '../core/render/csv.ts';
import type { MoveTexts } from '../core/render/move-texts.ts';
import { type ReportFileId, reportFiles } from '../core/render/report-files.ts';
import { type Report, report } from '../core/report/report.ts';

/** How to make every move, as on the site. */
const moveTexts = (): Record<string, MoveTexts | undefined> =>
  Object.fromEntries(Object.entries(fullReportData().advice).map(([practice, { how }]) => [practice, how]));

/** The formats of `trivium score`. Only the site writes the page for offline reading and the pictures. */
export const reportFormats = Object.keys(reportFiles).filter((id) => id !== 'answers');

/** The report of one assessment, with what became of the promises that its answers carry with them. */
export const reportOf = (answers: Answers, pack: Pack, depth: Depth): Report =>
  report(answers, pack, depth, null, promisesSince(answers, pack));

/** Writes a report in one of these formats, with its answers if the format lists them. */
export const formatReport = (
  format: string,
  report: Report,
  pack: Pack,
  answers: Answers,
  separator: CsvSeparator = 'comma',
): string =>
  reportFiles[format as ReportFileId].make({
    report,
    pack,
    answers,
    texts: format === 'json' ? {} : moveTexts(),
    wording: { t, day: showDay },
    isListing: true,
    separator,
  });
