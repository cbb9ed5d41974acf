import { fullReportData } from '../build/page-data/report.ts';
import { showDay, t } from '../build/strings.ts';
import type { Answers } from '../core/answers/answers.ts';
import type { Pack } from '../core/model/pack.ts';
import { renderMarkdown } from '../core/render/markdown.ts';
import type { MoveTexts } from '../core/render/move-texts.ts';
import { renderMovesCsv } from '../core/render/moves-csv.ts';
import { renderSummary } from '../core/render/summary.ts';
import type { Wording } from '../core/render/wording.ts';
import type { Report } from '../core/report/report.ts';
import { formatJson } from './command.ts';

const wording: Wording = { t, day: showDay };

/** How to make every move, as on the site. */
const moveTexts = (): Record<string, MoveTexts | undefined> =>
  Object.fromEntries(Object.entries(fullReportData().advice).map(([practice, { how }]) => [practice, how]));

const formatters: Record<string, (report: Report, pack: Pack, answers: Answers) => string> = {
  json: formatJson,
  md: (report, pack, answers) => renderMarkdown(report, pack, t, answers),
  summary: (report, pack) => renderSummary(report, pack, wording),
  csv: (report, pack) => renderMovesCsv(report, pack, moveTexts(), wording),
};

/** The formats of `trivium score`. Only the site writes the page for offline reading. */
export const reportFormats = Object.keys(formatters);

/** Writes a report in one of these formats, with its answers if the format lists them. */
export const formatReport = (format: string, report: Report, pack: Pack, answers: Answers): string =>
  formatters[format]?.(report, pack, answers) ?? '';
