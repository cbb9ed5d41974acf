import type { Answer, Answers } from '../answers/answers.ts';
import { cutAtLimit } from '../answers/limits.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { withoutUndefined } from '../model/without-undefined.ts';
import { personalExtremes } from './personal-extremes.ts';
import { jointAnswer, type MergedItem, mergeRespondents } from './respondents.ts';

/** What the group agreed on for one question. */
export interface GroupDecision {
  item: string;
  answer: Pick<Answer & { state: 'level' }, 'state' | 'level'> | { state: 'dk' } | { state: 'na' };
  note: string;
}

/** How many people gave a level, the lowest and highest, and how many said "does not apply"; empty without a level. */
const spreadOfAnswer = ({ n, min, max, counts: { na } }: MergedItem): Pick<Answer, 'spread'> =>
  min === null || max === null ? {} : { spread: { n, min, max, ...(na > 0 ? { na } : {}) } };

/**
 * Combines the group's answers into one assessment that names the assessments it was made from. A question without a
 * decision takes the median; context, scope and stakes each come from the first respondent who gave them. A longer note
 * than a file can hold is cut.
 * @param date the day of the agreement, as `2026-11-23`
 */
export function groupAnswers(
  answersList: readonly Answers[],
  decisions: readonly GroupDecision[],
  date: string,
  pack: Pack,
): Answers {
  const merge = mergeRespondents(answersList, pack);
  const decisionByItem = new Map(decisions.map((decision) => [decision.item, decision]));
  const answers = merge.items.flatMap((mergedItem): Answer[] => {
    const { item } = mergedItem;
    const rev = packIndex(pack).item(item)?.rev ?? 1;
    const decision = decisionByItem.get(item);
    const text = decision?.note.trim() ?? '';
    const note = text === '' ? {} : { note: cutAtLimit(text)?.head ?? text };
    const answer = decision ? ({ item, rev, ...decision.answer } as Answer) : jointAnswer(mergedItem, rev);
    return answer.state === 'unanswered' ? [] : [{ ...answer, ...spreadOfAnswer(mergedItem), ...note }];
  });
  const scope = answersList.find((memberAnswers) => memberAnswers.scope)?.scope;
  const stakes = answersList.find((memberAnswers) => memberAnswers.stakes)?.stakes;
  return {
    format: 'trivium-answers',
    version: 1,
    pack: { id: pack.id, version: pack.version },
    system: merge.system,
    date,
    ...withoutUndefined({ scope, stakes }),
    context: answersList.find(({ context }) => Object.keys(context).length > 0)?.context ?? {},
    answers,
    targets: [],
    decisions: [],
    overrides: [],
    group: {
      people: answersList.length,
      version: pack.version,
      variables: personalExtremes(answersList, pack),
    },
    sources: merge.respondents.map(({ name, role, date: answerDate }) => ({
      ...(name === null ? {} : { name }),
      ...(role === null ? {} : { role }),
      ...(answerDate === null ? {} : { date: answerDate }),
    })),
  };
}
