import { type ComponentChild, h } from 'preact';
import type { Answers } from '../core/assessment/answers.ts';
import type { Depth } from '../core/model/vocabulary.ts';
import { report } from '../core/report.ts';
import { translator } from '../i18n/translate.ts';
import type { ReportData, Site } from '../views/data.ts';
import { type ReportActions, ReportView } from '../views/ReportView.tsx';
import { fetchJson } from './browser.ts';

let loaded: Promise<ReportData> | undefined;

/** The levels that a team has given, by item. */
export const levelsOf = (answers: Answers): Map<string, number> =>
  new Map(answers.answers.flatMap((answer) => (answer.state === 'level' ? [[answer.item, answer.level]] : [])));

/** Makes the report of the open assessment and shows it; its words and numbers are fetched once. */
export async function reportPage(
  site: Site,
  answers: Answers,
  depth: Depth,
  actions: ReportActions,
): Promise<ComponentChild> {
  loaded ??= fetchJson<ReportData>(site.link('/assess/report.json'));
  const data = await loaded;
  const own: Site = { ...site, t: translator(data.strings, data.language) };
  return h(ReportView, {
    site: own,
    data,
    report: report(answers, data.pack, depth),
    levels: levelsOf(answers),
    actions,
  });
}
