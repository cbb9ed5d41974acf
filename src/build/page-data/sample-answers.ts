import type { Answer } from '../../core/answers/answers.ts';
import type { PackItem } from '../../core/model/pack.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { pack } from '../pack.ts';
import type { Sample } from '../samples.ts';
import { t } from '../strings.ts';

const index = packIndex(pack);

/** An answer of a sample team in words. */
export interface SampleAnswer {
  /** The title of the question. */
  title: string;
  text: string;
  note: string | undefined;
  /** What backs the answer, in words; undefined where the team gave nothing. */
  evidence: string | undefined;
}

function answerText(id: string, answer: Answer | undefined): string {
  if (answer?.state === 'level') return index.anchor(id, answer.level);
  if (answer?.state === 'na') return t('samples.na', { reason: index.naReason(answer.reason ?? '') });
  return t(answer?.state === 'dk' ? 'question.dk' : 'report.unknown-unanswered');
}

function sampleAnswer({ id, title }: PackItem, answer: Answer | undefined): SampleAnswer {
  const kind = answer?.evidence?.kind;
  const evidence = kind && t(`question.evidence-${kind}`).toLowerCase();
  return { title, text: answerText(id, answer), note: answer?.note, evidence };
}

/** Every question with the answer of a sample team, by stages of the pack. */
export function sampleAnswersByStage({ answers }: Sample): { stage: string; answers: SampleAnswer[] }[] {
  const answersByItem = new Map(answers.answers.map((answer) => [answer.item, answer]));
  return pack.stages.map(({ id, name }) => ({
    stage: name,
    answers: pack.items
      .filter(({ stage }) => stage === id)
      .map((item) => sampleAnswer(item, answersByItem.get(item.id))),
  }));
}
