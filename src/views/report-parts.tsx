import type { Answers } from '../core/assessment/answers.ts';
import type { Depth } from '../core/model/vocabulary.ts';
import type { Report } from '../core/report.ts';
import type { ReportData, Site } from './data.ts';

/** What every part of the report gets. */
export interface PartProps {
  site: Site;
  data: ReportData;
  report: Report;
}

/** A score as it is shown: 0 to 100, no decimals. */
export const points = (value: number): string => String(Math.round(value * 100));

/** The name of a V. */
export const variableName = ({ data }: PartProps, id: string): string =>
  data.pack.variables.find((each) => each.id === id)?.name ?? id;

/** The title of a question. */
export const titleOf = ({ data }: PartProps, id: string): string =>
  data.pack.items.find((item) => item.id === id)?.title ?? id;

/** The title of a signal. */
export const signalTitle = ({ data }: PartProps, id: string): string =>
  data.pack.signals.find((signal) => signal.id === id)?.title ?? id;

/** The words of an anchor. */
export const anchorOf = ({ data }: PartProps, id: string, level: number): string =>
  data.pack.items.find((item) => item.id === id)?.anchors[level] ?? '';

/** Where the report of a depth stands. */
export const reportPath = (depth: Depth): string => `/assess/${depth}/report/`;

/** The levels that a team has given, by item. */
export const levelsOf = (answers: Answers): Map<string, number> =>
  new Map(answers.answers.flatMap((answer) => (answer.state === 'level' ? [[answer.item, answer.level]] : [])));
