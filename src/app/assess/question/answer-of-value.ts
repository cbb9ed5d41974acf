import type { Answer } from '../../../core/answers/answers.ts';
import type { Question } from '../../shared/view-data.ts';

/** The value of the radio button that shows an answer: `0` to `4`, `dk`, `na`; empty or `unanswered` for none. */
export const radioValue = (answer: Answer | undefined): string =>
  answer?.state === 'level' ? String(answer.level) : (answer?.state ?? '');

/**
 * The answer that a radio button stands for. Note, evidence and confidence of the current answer are kept; that it was
 * carried over is not, since it is given now.
 */
export function answerOfValue(
  { id: item, rev }: Pick<Question, 'id' | 'rev'>,
  value: string,
  current: Answer | undefined,
): Answer {
  const { level: _, reason: __, carried: ___, ...rest } = { ...current } as Partial<Answer & { state: 'level' | 'na' }>;
  const common = { ...rest, item, rev };
  if (value === 'dk' || value === 'na') return { ...common, state: value };
  return { ...common, state: 'level', level: Number(value) };
}
