import type { Answer } from '../../../core/answers/answers.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import { formatAnswerNumber } from '../../../core/text/format.ts';
import { Citations } from '../../shared/Citations.tsx';
import { entryPath } from '../../shared/view-data.ts';
import { backingTexts } from '../backing-texts.ts';
import { sentenceOf, signalsTextOf, variableNameOf, type WorkingsProps } from '../report-parts.tsx';

/** How far apart several people were, what the team wrote next to an answer, and what backs it. */
function backingLines({ site, answers }: WorkingsProps, item: string): string[] {
  const answer = answers.answers.find((each) => each.item === item);
  const { n, min, max } = answer?.spread ?? { n: 1, min: 0, max: 0 };
  const people = { count: n, min: formatAnswerNumber(min), max: formatAnswerNumber(max) };
  return [...(n > 1 ? [site.t('workings.answer-people', people)] : []), ...backingTexts(site, answer)];
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
    raised.length > 0 ? t('workings.answer-raises', { signals: signalsTextOf(props, raised) }) : '',
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
