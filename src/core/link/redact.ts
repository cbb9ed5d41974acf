import type { Answer, Answers } from '../answers/answers.ts';
import { variableIds } from '../model/ids.ts';
import type { PackOutline } from '../model/pack.ts';
import { withoutUndefined } from '../model/without-undefined.ts';
import { mostPeople, roundScore, unknownVersion } from './group-fields.ts';

/** Which texts a link includes. Parts that are not named are left out. */
export interface LinkParts {
  /** The system's name, the respondent's role and name. */
  name?: boolean;
  /**
   * Notes, evidence and confidence of answers, reasons in the team's own words, reasons of targets, the system's
   * boundary, the last change and what is at stake.
   */
  notes?: boolean;
  /**
   * Decisions with owners, dates, next steps and reasons, but not until when they hold; overridden signals; the date of
   * review.
   */
  decisions?: boolean;
}

/** The defined fields, in the order given; undefined if there are none. */
function groupOf<T extends object>(fields: T) {
  const group = withoutUndefined(fields);
  return Object.keys(group).length > 0 ? group : undefined;
}

function redactAnswer(answer: Answer, codedReasons: ReadonlySet<string>, includeNotes: boolean): Answer {
  const { item, rev, state, note, evidence, confidence, spread } = answer;
  const level = state === 'level' ? answer.level : undefined;
  const reason = state === 'na' && (includeNotes || codedReasons.has(answer.reason ?? '')) ? answer.reason : undefined;
  const notes = includeNotes && {
    note,
    confidence,
    evidence: evidence && groupOf({ kind: evidence.kind, url: evidence.url, date: evidence.date }),
  };
  const levels = spread && { n: spread.n, min: spread.min, max: spread.max };
  return withoutUndefined({ item, rev, state, level, reason, ...notes, spread: levels }) as Answer;
}

/** The group behind the answers, with scores as a link holds them; leaves out scores of another version of the pack. */
function redactGroup({ group }: Answers, pack: PackOutline): Answers['group'] {
  if (!group || group.people > mostPeople) return undefined;
  if (group.version !== pack.version) return { people: group.people, version: unknownVersion, variables: [] };
  const variables = variableIds.flatMap((variable) =>
    group.variables.flatMap(({ id, low, high }) =>
      id === variable ? [{ id, low: roundScore(low), high: roundScore(high) }] : [],
    ),
  );
  return { people: group.people, version: pack.version, variables };
}

/** Whether a link can hold the spread of an answer: the question was answered, by no more people than the group has. */
const showsSpread = ({ state, spread }: Answer, group: Answers['group']): boolean =>
  group !== undefined && state !== 'unanswered' && (spread?.n ?? 0) <= group.people;

/** Whether an answer says more than that its question is open. */
const hasContent = ({ state, item: _, rev: __, ...content }: Answer): boolean =>
  state !== 'unanswered' || Object.keys(content).length > 0;

/** The entries of a list whose items the pack has, in the order of the pack. */
function inPackOrder<T>(list: readonly T[], pack: PackOutline, idOf: (entry: T) => string): T[] {
  const indexById = new Map(pack.items.map(({ id }, index) => [id, index]));
  return list
    .filter((entry) => indexById.has(idOf(entry)))
    .toSorted((a, b) => (indexById.get(idOf(a)) ?? 0) - (indexById.get(idOf(b)) ?? 0));
}

const redactDecisions = (decisions: Answers['decisions'], pack: PackOutline): Answers['decisions'] =>
  inPackOrder(decisions, pack, ({ practice }) => practice).map(
    ({ practice, decision, owner, due, reason, next }) =>
      withoutUndefined({ practice, decision, owner, due, reason, next }) as Answers['decisions'][number],
  );

/**
 * Exactly what a link with these parts holds: the answers that reading the link gives. Always included: the answers,
 * coded reasons, targets, the context, the date, and how far apart the people of a group are. Never: times, what is
 * left of earlier versions, and fields that the format does not know. Lists are in the order of the pack.
 * @param answers answers to this pack, as `openAnswers` gives them
 */
export function redact(answers: Answers, pack: PackOutline, parts: LinkParts): Answers {
  const { name = false, notes = false, decisions = false } = parts;
  const codedReasons = new Set(pack.naReasons.map(({ id }) => id));
  const { respondent, scope, overrides } = answers;
  const { serving, userLabels, highStakes, models, teamSize, model } = answers.context;
  const group = redactGroup(answers, pack);
  return {
    format: answers.format,
    version: answers.version,
    pack: { id: answers.pack.id, version: answers.pack.version },
    system: name ? answers.system : '',
    ...withoutUndefined({
      date: answers.date,
      respondent: name && respondent ? groupOf({ role: respondent.role, name: respondent.name }) : undefined,
      scope: notes && scope ? groupOf({ boundary: scope.boundary, lastChange: scope.lastChange }) : undefined,
    }),
    context: withoutUndefined({ serving, userLabels, highStakes, models, teamSize, model }),
    ...withoutUndefined({ stakes: notes ? answers.stakes : undefined, group }),
    answers: inPackOrder(answers.answers, pack, ({ item }) => item)
      .map((answer) =>
        redactAnswer(showsSpread(answer, group) ? answer : { ...answer, spread: undefined }, codedReasons, notes),
      )
      .filter(hasContent),
    targets: inPackOrder(answers.targets, pack, ({ item }) => item).map(({ item, level, reason }) => ({
      item,
      level,
      ...withoutUndefined({ reason: notes ? reason : undefined }),
    })),
    decisions: decisions ? redactDecisions(answers.decisions, pack) : [],
    overrides: decisions
      ? overrides.map(({ signal, reason }) => ({ signal, reason })).toSorted((a, b) => (a.signal < b.signal ? -1 : 1))
      : [],
    ...withoutUndefined({ review: decisions ? answers.review : undefined }),
  } as Answers;
}
