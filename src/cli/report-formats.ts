import { fullReportData } from '../build/page-data/report.ts';
import { showDay, t } from '../build/strings.ts';
import type { Answers } from '../core/answers/answers.ts';
import type { Pack } from '../core/model/pack.ts';
import { renderMarkdown } from '../core/render/markdown.ts';
import { renderMovesCsv } from '../core/render/moves-csv.ts';
import { renderSummary } from '../core/render/summary.ts';
import type { MoveText, Wording } from '../core/render/wording.ts';
import type { Report } from '../core/report/report.ts';

const words: Wording = { t, day: showDay };

/** What is said about every move, as the site says it. */
const texts = (): Record<string, MoveText> => fullReportData().advice;

const makers: Record<string, (report: Report, pack: Pack, answers: Answers) => string> = {
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  md: (report, pack, answers) => renderMarkdown(report, pack, t, answers),
  summary: (report, pack) => renderSummary(report, pack, texts(), words),
  csv: (report, pack) => renderMovesCsv(report, pack, texts(), words),
};

/** The forms in which `trivium score` prints a report; the page for reading offline is made by the site only. */
export const reportFormats = Object.keys(makers);

/** Prints a report in one of these forms, with the answers that it was made of where the form lists them. */
export const printReport = (format: string, report: Report, pack: Pack, answers: Answers): string =>
  makers[format]?.(report, pack, answers) ?? '';
