import { withoutUndefined } from '../model/without-undefined.ts';
import { type Answer, type Answers, bareAnswer, openRereads, type Previous, type Reread } from './answers.ts';
import { type PreviousAnswer, previousAnswer } from './previous-answer.ts';

/** Characters of a reason that a hint keeps; the form asks for no more. */
const reasonLength = 200;

/** An answer as a hint: its level or state, and the start of its reason. */
function hintOf(answer: Answer): Answer {
  const hint = bareAnswer(answer);
  if (hint.state !== 'na' || answer.state !== 'na' || answer.reason === undefined) return hint;
  return { ...hint, reason: [...answer.reason].slice(0, reasonLength).join('') };
}

/** What the team had decided to do, with what the goals depend on; empty if it had decided nothing. */
function promisesOf({ decisions, targets, context }: Answers): Pick<Previous, 'decisions' | 'targets' | 'context'> {
  const promises = decisions.filter(({ decision }) => decision === 'do');
  if (promises.length === 0) return {};
  return {
    decisions: promises.map(({ practice, decision, owner, due }) =>
      withoutUndefined({ practice, decision, owner, due }),
    ) as NonNullable<Previous['decisions']>,
    targets: targets.map(({ item, level }) => ({ item, level })),
    context,
  };
}

/**
 * Starts a new assessment of the same system, with the former answers as hints.
 * It keeps what holds until the team changes it: the system and its boundary, what is at stake, the respondent, the
 * context, targets and decisions; what was to be done is also kept as it was promised. It drops the answers (they
 * become hints), "the last change" (there is a newer one), and what judged the former answers: overrides, the date of
 * review, and what was set aside.
 * @param former answers to the current pack; unanswered questions give no hint
 * @param date the date of the new assessment, as `2026-11-23`
 */
export function startAgain(former: Answers, date: string): Answers {
  const { format, version, pack, system, respondent, scope, stakes, context, targets, decisions } = former;
  const rereads = openRereads(former).map(({ item, why, before }): Reread => ({ item, why, before: hintOf(before) }));
  const previous: Previous = withoutUndefined({
    date: former.date,
    answers: former.answers.filter(({ state }) => state !== 'unanswered').map(hintOf),
    reread: rereads.length > 0 ? rereads : undefined,
    ...promisesOf(former),
  });
  return {
    format,
    version,
    pack,
    system,
    date,
    ...withoutUndefined({
      respondent,
      scope: scope?.boundary === undefined ? undefined : { boundary: scope.boundary },
      stakes,
    }),
    context,
    answers: [],
    targets,
    decisions: decisions.map(({ renewed: _, ...decision }) => decision),
    overrides: [],
    previous,
  };
}

/** How answers differ from those of the previous assessment. A question is in one list at most. */
export interface ChangesSincePrevious {
  same: string[];
  different: string[];
  /** Answered before, not yet answered again. */
  open: string[];
  /** Answered now, with no comparable answer before. */
  added: string[];
}

/** Which list of changes a question belongs to; undefined if it was answered neither before nor now. */
function changeKind(
  before: PreviousAnswer | undefined,
  now: Answer | undefined,
): keyof ChangesSincePrevious | undefined {
  if (!now) return before && 'open';
  if (!before || before.hasChanged) return 'added';
  return JSON.stringify(hintOf(now)) === JSON.stringify(hintOf(before.answer)) ? 'same' : 'different';
}

/** Compares answers with the previous ones to the same questions, by state, level and reason. */
export function changesSincePrevious(
  previous: Previous,
  answers: ReadonlyMap<string, Answer>,
  items: readonly { id: string; rev: number }[],
): ChangesSincePrevious {
  const changes: ChangesSincePrevious = { same: [], different: [], open: [], added: [] };
  for (const item of items) {
    const kind = changeKind(previousAnswer(previous, item), answers.get(item.id));
    if (kind) changes[kind].push(item.id);
  }
  return changes;
}
