import { QuestionTicks } from './QuestionTicks.tsx';
import type { QuestionProps } from './QuestionView.tsx';
import { countQuestions } from './Sections.tsx';

/** At the first question of a stage, sums up the previous stage. Its line stays empty until the answers are known. */
function StageSummary({ props }: { props: QuestionProps }) {
  const { site, data, question, answers, answeredByStage, actions } = props;
  const previous = data.items[data.items.indexOf(question) - 1];
  const stage = data.stages.find(({ id }) => id === previous?.stage);
  if (!stage || stage.id === question.stage) return null;
  const ofStage = data.items.filter((item) => item.stage === stage.id);
  const unknownCount = ofStage.filter(({ id }) => answers.get(id)?.state === 'dk').length;
  const counts = { done: answeredByStage[stage.id] ?? 0, total: countQuestions(data, stage.id), count: unknownCount };
  const key = unknownCount > 0 ? 'question.stage-done-unknown' : 'question.stage-done';
  return <p class="stage-done muted">{actions ? site.t(key, { name: stage.name, ...counts }) : null}</p>;
}

/** The Back link, the position of the question, and the progress so far. */
export function QuestionTop({ props, back }: { props: QuestionProps; back: string }) {
  const { site, data, question } = props;
  const { t } = site;
  const index = data.items.indexOf(question);
  const stage = data.stages.find(({ id }) => id === question.stage)?.name ?? '';
  return (
    <div class="question-top">
      <a class="back" href={site.link(back)}>
        {t('question.back')}
      </a>
      <p class="progress-line" id="place">
        {t('question.progress', { n: index + 1, total: data.items.length })}
        <span> · {stage}</span>
      </p>
      <StageSummary props={props} />
      <QuestionTicks data={data} answers={props.answers} index={index} />
    </div>
  );
}
