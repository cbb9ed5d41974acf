import type { Answer, Answers } from '../answers/answers.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { jointAnswer, mergeRespondents } from './respondents.ts';

/** What the group agreed on for one question. */
export interface GroupDecision {
  item: string;
  answer: Pick<Answer & { state: 'level' }, 'state' | 'level'> | { state: 'dk' } | { state: 'na' };
  note: string;
}

/**
 * Combines the group's answers into one assessment that names the assessments it was made from. A question without a
 * decision takes the median; context and scope come from the first respondent who gave one.
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
    const note = decision?.note.trim() ? { note: decision.note.trim() } : {};
    const answer = decision ? ({ item, rev, ...decision.answer } as Answer) : jointAnswer(mergedItem, rev);
    return answer.state === 'unanswered' ? [] : [{ ...answer, ...note }];
  });
  const scope = answersList.find((memberAnswers) => memberAnswers.scope)?.scope;
  return {
    format: 'trivium-answers',
    version: 1,
    pack: { id: pack.id, version: pack.version },
    system: merge.system,
    date,
    ...(scope ? { scope } : {}),
    context: answersList.find(({ context }) => Object.keys(context).length > 0)?.context ?? {},
    answers,
    targets: [],
    decisions: [],
    overrides: [],
    sources: merge.respondents.map(({ name, role, date: answerDate }) => ({
      ...(name === null ? {} : { name }),
      ...(role === null ? {} : { role }),
      ...(answerDate === null ? {} : { date: answerDate }),
    })),
  };
}
