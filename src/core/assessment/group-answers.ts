import type { Answer, Answers } from '../answers/answers.ts';
import type { Pack } from '../model/pack.ts';
import { jointAnswer, mergeRespondents } from './respondents.ts';

/** What the group agreed on for one question. */
export interface GroupDecision {
  item: string;
  answer: Pick<Answer & { state: 'level' }, 'state' | 'level'> | { state: 'dk' } | { state: 'na' };
  note: string;
}

/**
 * The group's answers as an assessment of their own, with the assessments that they come from. A question without a
 * decision takes the median; the context and scope are taken from the first who gave one.
 * @param date the day on which the group agreed, as `2026-11-23`
 */
export function groupAnswers(
  list: readonly Answers[],
  decisions: readonly GroupDecision[],
  date: string,
  pack: Pack,
): Answers {
  const merged = mergeRespondents(list, pack);
  const decided = new Map(decisions.map((decision) => [decision.item, decision]));
  const answers = merged.items.flatMap((item): Answer[] => {
    const rev = pack.items.find(({ id }) => id === item.item)?.rev ?? 1;
    const decision = decided.get(item.item);
    const note = decision?.note.trim() ? { note: decision.note.trim() } : {};
    const answer = decision ? ({ item: item.item, rev, ...decision.answer } as Answer) : jointAnswer(item, rev);
    return answer.state === 'unanswered' ? [] : [{ ...answer, ...note }];
  });
  const scope = list.find((each) => each.scope)?.scope;
  return {
    format: 'trivium-answers',
    version: 1,
    pack: { id: pack.id, version: pack.version },
    system: merged.system,
    date,
    ...(scope ? { scope } : {}),
    context: list.find(({ context }) => Object.keys(context).length > 0)?.context ?? {},
    answers,
    targets: [],
    decisions: [],
    overrides: [],
    sources: merged.respondents.map(({ name, role, date: day }) => ({
      ...(name === null ? {} : { name }),
      ...(role === null ? {} : { role }),
      ...(day === null ? {} : { date: day }),
    })),
  };
}
