import type { AnswerMap } from '../../../core/answers/answers.ts';
import { progressTicks, type TickState } from '../../../viz/progress-ticks.ts';
import type { QuestionnaireData } from '../../shared/view-data.ts';

interface QuestionTicksProps {
  data: QuestionnaireData;
  answers: AnswerMap;
  /** The position of the current question. */
  index: number;
}

function tickState(answers: AnswerMap, item: string): TickState {
  const state = answers.get(item)?.state;
  if (state === undefined) return 'open';
  return state === 'dk' ? 'unknown' : 'answered';
}

/** One tick per question. Hidden from screen readers because the text beside it says the same. */
export function QuestionTicks({ data, answers, index }: QuestionTicksProps) {
  const states = data.items.map(({ id, stage }) => ({ stage, state: tickState(answers, id) }));
  const { width, height, outlines, current } = progressTicks(states, index);
  return (
    <svg class="question-ticks" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <path class="open" d={outlines.open} />
      <path class="answered" d={outlines.answered} />
      <path class="unknown" d={outlines.unknown} />
      <path class="current" d={current} />
    </svg>
  );
}
