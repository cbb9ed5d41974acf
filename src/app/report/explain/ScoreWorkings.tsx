import type { ScoreExplanation } from '../../../core/assessment/explain.ts';
import { formatPoints, type Score } from '../../../core/assessment/score.ts';
import { formatDecimals } from '../../../core/text/numbers.ts';
import { Citations } from '../../shared/Citations.tsx';
import type { Citation } from '../../shared/view-data.ts';
import { sentenceOf, titleOf, type WorkingsProps } from '../report-parts.tsx';

/** Formats a weight or a sum of weights. */
const formatWeight = (value: number): string => formatDecimals(value, 2);

/** How far the people's own scores widen the band of a V; empty if they do not, or if one person answered. */
function groupSentence({ site, explained, answers, report }: WorkingsProps, { low, high }: Score): string {
  if (explained.kind !== 'variable') return '';
  const groupScore = answers.group?.variables.find(({ id }) => id === explained.id);
  const reportedScore = report.variables.find(({ id }) => id === explained.id);
  if (!groupScore || !reportedScore || reportedScore.low === null || reportedScore.high === null) return '';
  if (reportedScore.low === low && reportedScore.high === high) return '';
  return site.t('workings.band-group', {
    lowest: formatPoints(groupScore.low),
    highest: formatPoints(groupScore.high),
    low: formatPoints(reportedScore.low),
    high: formatPoints(reportedScore.high),
  });
}

/** The calculation in words, with the numbers of this score. */
function calculationSentences(
  props: WorkingsProps,
  { applicableWeight, knownWeight, reached, unknownBand, wobble, score }: ScoreExplanation,
): string[] {
  const { t } = props.site;
  if (!unknownBand || score.coverage === null || score.low === null || score.high === null)
    return [t('workings.sentence-empty')];
  const sums = {
    known: formatWeight(knownWeight),
    all: formatWeight(applicableWeight),
    reached: formatWeight(reached * 100),
    coverage: formatPoints(score.coverage),
    needed: formatPoints(props.data.pack.constants.pointCoverage),
  };
  return [
    score.point === null
      ? t('workings.sentence-none', sums)
      : t('workings.sentence', { ...sums, point: formatPoints(score.point) }),
    t('workings.band', { ...sums, low: formatPoints(unknownBand.low), high: formatPoints(unknownBand.high) }),
    wobble > 0
      ? t('workings.band-wobble', {
          wobble: formatPoints(wobble),
          low: formatPoints(score.low),
          high: formatPoints(score.high),
        })
      : '',
    groupSentence(props, score),
  ].filter(Boolean);
}

function Terms({
  props,
  explanation,
  isRisk,
}: {
  props: WorkingsProps;
  explanation: ScoreExplanation;
  isRisk: boolean;
}) {
  const { t } = props.site;
  return (
    <div class="scroll" role="region" aria-labelledby="workings" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('workings.practice')}</th>
            <th scope="col">{t('workings.answer')}</th>
            <th scope="col">{t(isRisk ? 'workings.risk' : 'workings.points')}</th>
            <th scope="col">{t('workings.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {explanation.terms.map(({ item, state, level, value, weight }) => (
            <tr key={item}>
              <th scope="row">{titleOf(props, item)}</th>
              <td>{level === null ? t(`workings.unknown-${state}`) : sentenceOf(props, item, level)}</td>
              <td class="number">{value === null ? '–' : formatPoints(value)}</td>
              <td class="number">{formatWeight(weight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The claims behind the terms, each once. */
function citationsOf({ data, explained }: WorkingsProps, explanation: ScoreExplanation): Citation[] {
  const signalCitations = explained.kind === 'signal' ? (data.signals[explained.id]?.citations ?? []) : [];
  const citations = [
    ...signalCitations,
    ...explanation.terms.flatMap(({ item }) => data.advice[item]?.citations ?? []),
  ];
  return [...new Map(citations.map((citation) => [citation.id, citation])).values()];
}

/** How a score or risk is calculated: the sum in words, its terms, and the claims they rest on. */
export function ScoreWorkings({ props, explanation }: { props: WorkingsProps; explanation: ScoreExplanation }) {
  const { t } = props.site;
  const { explained, report } = props;
  const status = explained.kind === 'signal' && report.signals.find(({ id }) => id === explained.id)?.status;
  return (
    <>
      {calculationSentences(props, explanation).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {status ? <p>{t('workings.status', { status: t(`report.status-${status}`) })}</p> : null}
      <Terms props={props} explanation={explanation} isRisk={explained.kind === 'signal'} />
      {explained.kind === 'signal' ? <p class="muted">{t('workings.risk-note')}</p> : null}
      <p class="muted">{t('workings.stands-on')}</p>
      <Citations citations={citationsOf(props, explanation)} site={props.site} />
    </>
  );
}
