import type { Answers } from '../answers/answers.ts';
import { renderCalendar } from './calendar.ts';
import type { CsvSeparator } from './csv.ts';
import { type IssueSource, renderIssuesCsv, renderIssuesMarkdown } from './issues.ts';
import { renderMarkdown } from './markdown.ts';
import { renderMovesCsv } from './moves-csv.ts';
import { renderPromisesCsv } from './promises-csv.ts';
import { renderSummary } from './summary.ts';

/** What the files of a report are made from. */
export interface ReportFileSource extends IssueSource {
  answers: Answers;
  /** Whether the text of the report lists every answer. */
  isListing?: boolean;
  /** The day on which the file is made, if it is known. */
  today?: string;
  /** What is between the fields of files for spreadsheets; issue trackers always get commas. */
  separator?: CsvSeparator;
}

/** One file that a report can be saved as. */
interface ReportFile {
  ending: string;
  /** What its name says after the system; empty for the answers themselves. */
  what: string;
  type: string;
  make(source: ReportFileSource): string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Every text that a report can be saved as, by id, for the page and the command line. A new one is a new row. */
export const reportFiles = {
  json: { ending: 'json', what: 'report', type: 'application/json', make: ({ report }) => json(report) },
  md: {
    ending: 'md',
    what: 'report',
    type: 'text/markdown',
    make: ({ report, pack, answers, wording, isListing = false }) =>
      renderMarkdown(report, pack, wording.t, isListing ? answers : undefined),
  },
  summary: {
    ending: 'md',
    what: 'summary',
    type: 'text/markdown',
    make: ({ report, pack, wording }) => renderSummary(report, pack, wording),
  },
  csv: {
    ending: 'csv',
    what: 'moves',
    type: 'text/csv',
    make: ({ report, pack, texts, wording, separator }) => renderMovesCsv(report, pack, texts, wording, separator),
  },
  promises: {
    ending: 'csv',
    what: 'promises',
    type: 'text/csv',
    make: ({ report, pack, wording, separator }) => renderPromisesCsv(report, pack, wording, separator),
  },
  ics: {
    ending: 'ics',
    what: 'dates',
    type: 'text/calendar',
    make: ({ report, pack, texts, wording, today }) => renderCalendar(report, pack, texts, wording, today),
  },
  jira: { ending: 'csv', what: 'jira', type: 'text/csv', make: (source) => renderIssuesCsv('jira', source) },
  github: { ending: 'csv', what: 'github', type: 'text/csv', make: (source) => renderIssuesCsv('github', source) },
  linear: { ending: 'csv', what: 'linear', type: 'text/csv', make: (source) => renderIssuesCsv('linear', source) },
  gh: { ending: 'md', what: 'issues', type: 'text/markdown', make: renderIssuesMarkdown },
  answers: { ending: 'json', what: '', type: 'application/json', make: ({ answers }) => json(answers) },
} as const satisfies Record<string, ReportFile>;

export type ReportFileId = keyof typeof reportFiles;
