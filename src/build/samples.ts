import type { ReportProps } from '../app/report/ReportView.tsx';
import type { ReportData } from '../app/shared/view-data.ts';
import type { Answers } from '../core/answers/answers.ts';
import { parseAnswers } from '../core/answers/parse-answers.ts';
import type { SampleTeam } from '../core/model/sample.ts';
import { report } from '../core/report/report.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { howTo, link, pack, reportData, site } from './site-data.ts';
import { showDay, t } from './strings.ts';

/** A made-up team whose report is shown. */
export interface Sample extends SampleTeam {
  answers: Answers;
  /** What its report shows. */
  props: ReportProps;
  /** Where its page stands. */
  path: string;
  /** Team and date, as in the title of its page. */
  title: string;
}

/** The data of a report, with how every move is made: for pages that are made at build time. */
function wholeData(): ReportData {
  const data = reportData();
  const advice = Object.entries(data.advice).map(([id, each]) => [id, { ...each, how: howTo(id) }]);
  return { ...data, advice: Object.fromEntries(advice) };
}

/** The made-up teams, in the order of content/samples/teams.yaml; throws where one does not fit the pack. */
export function samples(): Sample[] {
  const { sampleTeams, sampleAnswers } = loadKnowledgeBase();
  const data = wholeData();
  return [...sampleTeams.values()].map((team) => {
    const parsed = parseAnswers(sampleAnswers.get(team.id), pack);
    if (!parsed.ok) throw new Error(`The sample "${team.id}" does not fit the pack:\n${parsed.problems.join('\n')}`);
    const answers = parsed.value;
    const made = report(answers, pack, 'full');
    return {
      ...team,
      answers,
      props: { site, data, report: made, actions: undefined },
      path: link(`/sample/${team.id}/`),
      title: t('report.page-title', { system: answers.system, date: showDay(answers.date ?? '') }),
    };
  });
}
