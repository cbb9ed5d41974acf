import * as messages from '#messages/build.ts';
import type { ReportProps } from '../app/report/ReportView.tsx';
import type { Answers } from '../core/answers/answers.ts';
import { parseAnswers } from '../core/answers/parse-answers.ts';
import type { SampleTeam } from '../core/model/sample.ts';
import { report } from '../core/report/report.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { pack } from './pack.ts';
import { fullReportData } from './page-data/report.ts';
import { link, site } from './site.ts';
import { showDay, t } from './strings.ts';

/** An invented team whose report the site shows. */
export interface Sample extends SampleTeam {
  answers: Answers;
  /** The props of its report. */
  props: ReportProps;
  /** The path of its page. */
  path: string;
  /** Verdict, system and date, as the title of its page. */
  title: string;
}

function makeSamples(): Sample[] {
  const { sampleTeams, sampleAnswers } = loadKnowledgeBase();
  const data = fullReportData();
  return [...sampleTeams.values()].map((team) => {
    const parsed = parseAnswers(sampleAnswers.get(team.id), pack);
    if (!parsed.ok) throw new Error(messages.sampleDoesNotFit(team.id, parsed.problems.join('\n')));
    const answers = parsed.value;
    const result = report(answers, pack, 'full');
    const titleValues = { system: answers.system, date: showDay(answers.date ?? '') };
    return {
      ...team,
      answers,
      props: { site, data, report: result, actions: undefined },
      path: link(`/sample/${team.id}/`),
      title: t('report.page-title', { headline: result.verdict, ...titleValues }),
    };
  });
}

let cachedSamples: readonly Sample[] | undefined;

/**
 * The invented teams, in the order of content/samples/teams.yaml, made once. Throws if the answers of one do not fit the
 * pack.
 */
export function samples(): readonly Sample[] {
  cachedSamples ??= makeSamples();
  return cachedSamples;
}
