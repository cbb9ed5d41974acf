import type { Answer } from '../../../core/answers/answers.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import { formatDate } from '../../../i18n/dates.ts';
import { Citations } from '../../shared/Citations.tsx';
import { entryPath } from '../../shared/view-data.ts';
import { sentenceOf, signalsOf, variableNameOf, type WorkingsProps } from '../report-parts.tsx';

/** What the team wrote next to an answer, and what backs it. */
function backingLines({ site, answers }: WorkingsProps, item: string): string[] {
  const { t, language } = site;
  const { note, confidence, evidence, spread } = answers.answers.find((answer) => answer.item === item) ?? {};
  const proof = evidence && [
    t(`paper.backed-${evidence.kind}`),
    evidence.url ?? '',
    evidence.date ? t('paper.as-dated', { date: formatDate(evidence.date, language) }) : '',
  ];
  return [
    spread && spread.n > 1
      ? t('workings.answer-people', { count: spread.n, min: spread.min + 1, max: spread.max + 1 })
      : '',
    note ? t('paper.note', { note }) : '',
    confidence ? t('paper.sure', { confidence: t(`paper.sure-${confidence}`) }) : '',
    proof ? t('paper.backed', { evidence: proof.filter(Boolean).join(', ') }) : '',
  ].filter(Boolean);
}

/** Which sentence says how an answer counts. */
const weightKeys = {
  level: 'workings.answer-weight',
  dk: 'workings.answer-weight-unknown',
  unanswered: 'workings.answer-weight-unknown',
  na: 'workings.answer-weight-na',
} as const;

/** What an answer affects: its weight in its V (a symptom counts in no score), and the signals it raises. */
function effectLines(props: WorkingsProps, id: string, state: Answer['state']): string[] {
  const { site, data, report } = props;
  const { t } = site;
  const item = packIndex(data.pack).item(id);
  const raised = report.signals.filter(({ raisedBy }) => raisedBy.includes(id)).map((signal) => signal.id);
  return [
    item?.variable
      ? t(weightKeys[state], {
          weight: item.weight,
          variable: variableNameOf(props, item.variable),
        })
      : t('workings.answer-symptom'),
    raised.length > 0 ? t('workings.answer-raises', { signals: signalsOf(props, raised) }) : '',
  ].filter(Boolean);
}

/** One answer: its question, what it says about the team, what backs it, what it affects, and where to go next. */
export function AnswerWorkings({ props, item, canChange }: { props: WorkingsProps; item: string; canChange: boolean }) {
  const { site, data, report } = props;
  const { t } = site;
  const level = report.levels[item];
  const state = report.sheet.find((line) => line.item === item)?.state ?? 'unanswered';
  const isPractice = packIndex(data.pack).item(item)?.kind === 'practice';
  return (
    <>
      {data.questions[item] ? <p class="muted">{data.questions[item]}</p> : null}
      <p>{level === undefined ? t(`report.sheet-${state}`) : sentenceOf(props, item, level)}</p>
      {[...backingLines(props, item), ...effectLines(props, item, state)].map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        {isPractice ? <a href={site.link(entryPath(item))}>{t('workings.answer-entry')}</a> : null}
        {isPractice && canChange ? ' · ' : null}
        {canChange ? <a href={site.link(`/assess/${report.depth}/${item}/`)}>{t('workings.answer-change')}</a> : null}
      </p>
      <Citations citations={data.advice[item]?.citations ?? []} site={site} />
    </>
  );
}
