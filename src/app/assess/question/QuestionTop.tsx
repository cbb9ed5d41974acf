import { type ProgressTicks, progressTicks, type TickState } from '../../../viz/progress-ticks.ts';
import type { QuestionProps } from './QuestionView.tsx';
import { countQuestions } from './Sections.tsx';

function tickState({ answers }: QuestionProps, item: string): TickState {
  const state = answers.get(item)?.state;
  if (state === undefined) return 'open';
  return state === 'dk' ? 'unknown' : 'answered';
}

/** One tick per question. Hidden from screen readers because the text beside it says the same. */
function Ticks({ ticks: { width, height, outlines, current } }: { ticks: ProgressTicks }) {
  return (
    <svg class="ticks" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <path class="open" d={outlines.open} />
      <path class="answered" d={outlines.answered} />
      <path class="unknown" d={outlines.unknown} />
      <path class="current" d={current} />
    </svg>
  );
}

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
  const states = data.items.map((item) => ({ stage: item.stage, state: tickState(props, item.id) }));
  return (
    <div class="top">
      <a class="back" href={site.link(back)}>
        {t('question.back')}
      </a>
      <p class="progress" id="place">
        {t('question.progress', { n: index + 1, total: data.items.length })}
        <span> · {stage}</span>
      </p>
      <StageSummary props={props} />
      <Ticks ticks={progressTicks(states, index)} />
    </div>
  );
}
