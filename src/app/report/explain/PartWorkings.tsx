import { answerMap, levelOf } from '../../../core/answers/answers.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import { Citations } from '../../shared/Citations.tsx';
import { sourceName } from '../DiagnosisView.tsx';
import { sentenceOf, type WorkingsProps } from '../report-parts.tsx';

/** Where a part of the diagnosis comes from: the rule for its role, and the answers behind it. */
export function PartWorkings({ props, place }: { props: WorkingsProps; place: number }) {
  const { site, data, report, answers } = props;
  const { t } = site;
  const part = report.diagnosis.parts[place];
  if (!part) return null;
  const { holds, hurts } = data.pack.constants.diagnosis;
  const answersByItem = answerMap(answers);
  const rows = part.from.map((id) => {
    const level = levelOf(answersByItem, id);
    const isQuestion = packIndex(data.pack).item(id) !== undefined;
    const answer = level === null ? t('diagnosis.derivation-unknown') : sentenceOf(props, id, level);
    return { id, name: sourceName(props, id), answer: isQuestion ? answer : '' };
  });
  const citations = part.from.flatMap((id) => data.advice[id]?.citations ?? data.signals[id]?.citations ?? []);
  return (
    <>
      <p>{part.text}</p>
      <p>{t(`diagnosis.rule-${part.role}`, { holds: holds + 1, hurts: hurts + 1 })}</p>
      <dl class="report-facts">
        {rows.map(({ id, name, answer }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">
        {t('diagnosis.situation', { situation: t(`diagnosis.situation-${report.diagnosis.situation}`) })}
      </p>
      {citations.length > 0 ? (
        <>
          <p class="muted">{t('workings.stands-on')}</p>
          <Citations citations={citations} site={site} />
        </>
      ) : null}
    </>
  );
}
