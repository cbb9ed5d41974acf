import { type Answer, type Answers, answerMap } from './answers.ts';
import { sameAnswer } from './merge-drafts.ts';

/** How the answers of a file stand to those of an assessment. */
export interface DraftComparison {
  /** Items that both answer alike. */
  same: string[];
  /** Items that only the file answers. */
  added: string[];
  /** Items that only the assessment answers. */
  missing: string[];
  /** Items that both answer, differently. */
  different: { item: string; ours: Answer; theirs: Answer }[];
}

/** Compares the answers of an assessment with those of a file, by item. `unanswered` counts as no answer. */
export function compareDrafts(ours: Pick<Answers, 'answers'>, theirs: Pick<Answers, 'answers'>): DraftComparison {
  const [here, there] = [answerMap(ours), answerMap(theirs)];
  const both = [...there.values()].flatMap((answer) => {
    const own = here.get(answer.item);
    return own ? [{ item: answer.item, ours: own, theirs: answer }] : [];
  });
  return {
    same: both.filter((each) => sameAnswer(each.ours, each.theirs)).map(({ item }) => item),
    added: [...there.keys()].filter((item) => !here.has(item)),
    missing: [...here.keys()].filter((item) => !there.has(item)),
    different: both.filter((each) => !sameAnswer(each.ours, each.theirs)),
  };
}
