import { type Answer, type Answers, answerMap } from './answers.ts';
import { sameAnswer } from './merge-drafts.ts';

/** How the answers of a file differ from those of an assessment. */
export interface DraftComparison {
  /** Items with the same answer in both. */
  same: string[];
  /** Items that only the file answers. */
  added: string[];
  /** Items that only the assessment answers. */
  missing: string[];
  /** Items with different answers. */
  different: { item: string; ours: Answer; theirs: Answer }[];
}

/** Compares the answers of an assessment with those of a file, by item. `unanswered` counts as no answer. */
export function compareDrafts(ours: Pick<Answers, 'answers'>, theirs: Pick<Answers, 'answers'>): DraftComparison {
  const [ourAnswers, theirAnswers] = [answerMap(ours), answerMap(theirs)];
  const pairs = [...theirAnswers.values()].flatMap((answer) => {
    const ourAnswer = ourAnswers.get(answer.item);
    return ourAnswer ? [{ item: answer.item, ours: ourAnswer, theirs: answer }] : [];
  });
  return {
    same: pairs.filter((pair) => sameAnswer(pair.ours, pair.theirs)).map(({ item }) => item),
    added: [...theirAnswers.keys()].filter((item) => !ourAnswers.has(item)),
    missing: [...ourAnswers.keys()].filter((item) => !theirAnswers.has(item)),
    different: pairs.filter((pair) => !sameAnswer(pair.ours, pair.theirs)),
  };
}
