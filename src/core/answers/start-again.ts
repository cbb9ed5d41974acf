import { type Answer, type Answers, openRereads, type Previous, type Reread } from './answers.ts';

/** As many characters of a reason are kept as a hint; the form asks for no more. */
const reasonLength = 200;

/** What an answer said, without its note, its evidence and its time. */
function bare(answer: Answer): Answer {
  const { item, rev } = answer;
  if (answer.state === 'level') return { item, rev, state: 'level', level: answer.level };
  if (answer.state !== 'na' || answer.reason === undefined) return { item, rev, state: answer.state };
  return { item, rev, state: 'na', reason: answer.reason.slice(0, reasonLength) };
}

/**
 * A new assessment of the same system that knows what the former one said.
 * Kept: the system, its boundary, who answers, the context, the team's targets and what it decided, for these hold until
 * the team changes them. Not kept: the answers (they become hints), "the last change" (there is a newer one), and what
 * judged the former answers: overrides, the date of review, and what was set aside.
 * @param former answers to the current pack; those that are left open give no hint
 * @param date the new assessment's date, as `2026-11-23`
 */
export function startAgain(former: Answers, date: string): Answers {
  const { format, version, pack, system, respondent, scope, context, targets, decisions } = former;
  const open = openRereads(former).map(({ item, why, before }): Reread => ({ item, why, before: bare(before) }));
  const previous: Previous = {
    ...(former.date === undefined ? {} : { date: former.date }),
    answers: former.answers.filter(({ state }) => state !== 'unanswered').map(bare),
    ...(open.length > 0 ? { reread: open } : {}),
  };
  return {
    format,
    version,
    pack,
    system,
    date,
    ...(respondent === undefined ? {} : { respondent }),
    ...(scope?.boundary === undefined ? {} : { scope: { boundary: scope.boundary } }),
    context,
    answers: [],
    targets,
    decisions,
    overrides: [],
    previous,
  };
}

/** What was said of a question in the earlier assessment. */
export interface PreviousAnswer {
  answer: Answer;
  /** The question has changed since, so that the answer cannot be compared. */
  changed: boolean;
}

/** What the earlier assessment said of a question; undefined where there is none or it said nothing. */
export function previousAnswer(
  previous: Previous | undefined,
  { id, rev }: { id: string; rev: number },
): PreviousAnswer | undefined {
  const answer = previous?.answers.find((each) => each.item === id && each.state !== 'unanswered');
  if (answer) return { answer, changed: answer.rev !== rev };
  const former = previous?.reread?.find(({ item }) => item === id);
  return former && { answer: former.before, changed: true };
}

/** How answers stand to what the earlier assessment said; each question is in one list at most. */
export interface ChangesSincePrevious {
  same: string[];
  different: string[];
  /** Said before, and not yet again. */
  open: string[];
  /** Answered now, with nothing before that could be compared. */
  added: string[];
}

/** Compares answers with what the earlier assessment said of the same questions: state, level and reason count. */
export function changesSincePrevious(
  previous: Previous,
  answers: ReadonlyMap<string, Answer>,
  items: readonly { id: string; rev: number }[],
): ChangesSincePrevious {
  const since: ChangesSincePrevious = { same: [], different: [], open: [], added: [] };
  for (const item of items) {
    const before = previousAnswer(previous, item);
    const now = answers.get(item.id);
    const comparable = before !== undefined && !before.changed;
    if (!now) since.open.push(...(before ? [item.id] : []));
    else if (!comparable) since.added.push(item.id);
    else since[JSON.stringify(bare(now)) === JSON.stringify(bare(before.answer)) ? 'same' : 'different'].push(item.id);
  }
  return since;
}
