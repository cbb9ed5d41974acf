import type { Answer, Answers } from '../answers/answers.ts';
import type { PackOutline } from '../model/pack.ts';

/** Which texts go along in a link. What is not named stays out. */
export interface LinkParts {
  /** The system's name, the respondent's role and name. */
  name?: boolean;
  /** Notes, evidence, how sure each answer is, reasons in own words, reasons of targets, what belongs to the system, the last change. */
  notes?: boolean;
  /** Decisions with owners, dates, next steps and reasons; overridden signals; the date of review. */
  decisions?: boolean;
}

/** The fields that are there, in the order given; undefined where none is. */
function present<T extends object>(fields: T): T | undefined {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return kept.length > 0 ? (Object.fromEntries(kept) as T) : undefined;
}

function revealedAnswer(answer: Answer, codes: ReadonlySet<string>, notes: boolean): Answer {
  const { item, rev, note, evidence, confidence } = answer;
  const said = { ...(answer.state === 'level' ? { level: answer.level } : {}) };
  const reason = answer.state === 'na' && (notes || codes.has(answer.reason ?? '')) ? answer.reason : undefined;
  const words = {
    reason,
    note: notes ? note : undefined,
    confidence: notes ? confidence : undefined,
    evidence: notes && evidence ? present({ kind: evidence.kind, url: evidence.url, date: evidence.date }) : undefined,
  };
  return { item, rev, state: answer.state, ...said, ...present(words) } as Answer;
}

/**
 * What a link with these parts tells of an assessment, and nothing else: the very answers that reading the link gives.
 * Always told: the answers, coded reasons, targets, the context and the date. Never: times of answers, earlier
 * versions' leftovers, and fields that the format does not know. Lists are in the order of the pack.
 * @param answers answers to this pack, as `openAnswers` gives them
 */
export function redact(answers: Answers, pack: PackOutline, parts: LinkParts): Answers {
  const { name = false, notes = false, decisions = false } = parts;
  const place = new Map(pack.items.map(({ id }, at) => [id, at]));
  const inOrder = <T>(list: readonly T[], idOf: (each: T) => string) =>
    list
      .filter((each) => place.has(idOf(each)))
      .toSorted((a, b) => (place.get(idOf(a)) ?? 0) - (place.get(idOf(b)) ?? 0));
  const codes = new Set(pack.naReasons.map(({ id }) => id));
  const { date, respondent, scope, context, review } = answers;
  const told = inOrder(answers.answers, ({ item }) => item)
    .map((answer) => revealedAnswer(answer, codes, notes))
    .filter(({ state, ...rest }) => state !== 'unanswered' || Object.keys(rest).length > 2); // more than item and rev
  const { serving, userLabels, highStakes, models, teamSize } = context;
  return {
    format: answers.format,
    version: answers.version,
    pack: { id: answers.pack.id, version: answers.pack.version },
    system: name ? answers.system : '',
    ...present({
      date,
      respondent: name && respondent ? present({ role: respondent.role, name: respondent.name }) : undefined,
      scope: notes && scope ? present({ boundary: scope.boundary, lastChange: scope.lastChange }) : undefined,
    }),
    context: present({ serving, userLabels, highStakes, models, teamSize }) ?? {},
    answers: told,
    targets: inOrder(answers.targets, ({ item }) => item).map(({ item, level, reason }) => ({
      item,
      level,
      ...present({ reason: notes ? reason : undefined }),
    })),
    decisions: decisions
      ? inOrder(answers.decisions, ({ practice }) => practice).map(
          ({ practice, decision, owner, due, reason, next }) => ({
            practice,
            ...present({ decision, owner, due, reason, next }),
          }),
        )
      : [],
    overrides: decisions
      ? answers.overrides
          .map(({ signal, reason }) => ({ signal, reason }))
          .toSorted((a, b) => (a.signal < b.signal ? -1 : 1))
      : [],
    ...present({ review: decisions ? review : undefined }),
  } as Answers;
}
