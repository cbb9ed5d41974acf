import { answeredDepth } from '../answers/answered-depth.ts';
import { type Answer, type AnswerMap, type Answers, answerMap, levelOf, stateOf } from '../answers/answers.ts';
import type { VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Constants } from '../model/pack-schema.ts';
import { byText } from '../text/by-text.ts';
import { foldText } from '../text/fold-text.ts';
import { nameOf } from '../text/name-of.ts';
import { personalExtremes } from './personal-extremes.ts';
import { scoreVariables, type VariableScore } from './rating.ts';

/** One person's answer to one question. */
export interface Response {
  /** Index in the list of respondents. */
  respondent: number;
  state: Answer['state'];
  level: number | null;
  note: string | null;
}

/** The median of some levels, and how far apart they lie. */
interface LevelSpread {
  /** Number of known levels. */
  n: number;
  /** Median, the lower of two middle levels; null if no level is known. */
  value: number | null;
  min: number | null;
  max: number | null;
  /** Mean absolute deviation from the median, in levels; null if no level is known. */
  disagreement: number | null;
}

/** Everybody's answers to one question. */
export interface MergedItem extends LevelSpread {
  item: string;
  variable: VariableId | null;
  /** One response per respondent, in their order. */
  dots: Response[];
  counts: Record<Answer['state'], number>;
  /** It does not apply for some respondents and has a level for others. */
  conflict: boolean;
  /** Whether it belongs on the agenda. */
  talk: boolean;
  /** Rank on the agenda: disagreement in levels x weight. */
  priority: number;
  /** The spread of each role, if at least two roles have enough people; else empty. */
  roles: (LevelSpread & { role: string })[];
}

/** A signal that is itself a disagreement, read from the spread of the answers. */
interface SplitSignal {
  id: string;
  status: 'split' | 'agreed' | 'not-enough-known';
  /** Its questions on which people disagree. */
  raisedBy: string[];
}

interface Respondent {
  name: string | null;
  role: string | null;
  date: string | null;
  /** Number of questions answered. */
  answered: number;
}

/** Independent answers of several people about one system. Page, Markdown and JSON all print this object. */
export interface Merge {
  format: 'trivium-merge';
  version: 1;
  pack: { id: string; version: string; fingerprint: string };
  system: string;
  /** Every name that the answers give the system; more than one may mean a mix-up. */
  systems: string[];
  respondents: Respondent[];
  /** Ids of the questions to talk about, most important first. */
  agenda: string[];
  /** In the order of the pack. */
  items: MergedItem[];
  signals: SplitSignal[];
  /**
   * Scores of the three Vs by the median answers, at the depth that these have: what the group's report would say without
   * further decisions.
   */
  variables: VariableScore[];
}

/** The median of levels, the lower of two middle ones; null if there are none. */
function lowerMedian(levels: readonly number[]): number | null {
  return levels.toSorted((a, b) => a - b)[Math.floor((levels.length - 1) / 2)] ?? null;
}

/** The median and spread of levels. Worked example: 0, 1, 4 gives 1, and (1 + 0 + 3) / 3 = 1.33 levels of disagreement. */
export function spreadOf(levels: readonly number[]): LevelSpread {
  const value = lowerMedian(levels);
  if (value === null) return { n: 0, value, min: null, max: null, disagreement: null };
  const deviation = levels.reduce((total, level) => total + Math.abs(level - value), 0);
  const [min, max] = [Math.min(...levels), Math.max(...levels)];
  return { n: levels.length, value, min, max, disagreement: deviation / levels.length };
}

/** Whether people should talk: their levels range over `range` or more. */
const isSplit = ({ min, max }: LevelSpread, { range }: Constants['respondents']): boolean =>
  (max ?? 0) - (min ?? 0) >= range;

const levelsOf = (responses: readonly Response[]): number[] =>
  responses.flatMap(({ level }) => (level === null ? [] : [level]));
const roleOf = (respondent: Respondent | undefined): string => respondent?.role?.trim().toLowerCase() ?? '';

/** The spread of each role; none unless two roles have enough people with a level, so that nobody is singled out. */
function spreadByRole(
  responses: readonly Response[],
  respondents: readonly Respondent[],
  minimumPeople: number,
): MergedItem['roles'] {
  const membersByRole = new Map<string, { role: string; members: Response[] }>();
  for (const response of responses) {
    const role = roleOf(respondents[response.respondent]);
    const key = foldText(role);
    const group = membersByRole.get(key) ?? { role, members: [] };
    if (response.level !== null) membersByRole.set(key, { ...group, members: [...group.members, response] });
  }
  const roles = [...membersByRole]
    .filter(([key, { members }]) => key !== '' && members.length >= minimumPeople)
    .map(([, { role, members }]) => ({ role, ...spreadOf(levelsOf(members)) }))
    .toSorted((a, b) => byText(a.role, b.role));
  return roles.length > 1 ? roles : [];
}

function mergeItem(
  item: PackItem,
  answerMaps: readonly AnswerMap[],
  respondents: readonly Respondent[],
  pack: Pack,
): MergedItem {
  const limits = pack.constants.respondents;
  const responses = answerMaps.map((answers, respondent): Response => {
    return {
      respondent,
      state: stateOf(answers, item.id),
      level: levelOf(answers, item.id),
      note: answers.get(item.id)?.note ?? null,
    };
  });
  const count = (state: Answer['state']) => responses.filter((response) => response.state === state).length;
  const counts = { level: count('level'), dk: count('dk'), na: count('na'), unanswered: count('unanswered') };
  const spread = spreadOf(levelsOf(responses));
  const isConflict = counts.na > 0 && counts.level > 0;
  const levelsApart = Math.max(spread.disagreement ?? 0, isConflict ? limits.conflict : 0);
  return {
    item: item.id,
    variable: item.variable,
    ...spread,
    dots: responses,
    counts,
    conflict: isConflict,
    talk: isConflict || isSplit(spread, limits),
    priority: levelsApart * item.weight,
    roles: spreadByRole(responses, respondents, limits.role),
  };
}

/** Reads a signal from the spread of its questions: one question that splits people is enough to raise it. */
function splitSignal(id: string, items: readonly MergedItem[], pack: Pack): SplitSignal {
  const indicators = packIndex(pack).signal(id)?.indicators ?? [];
  const signalItems = items.filter(({ item }) => indicators.some((indicator) => indicator.item === item));
  const raisedBy = signalItems.filter(({ talk }) => talk).map(({ item }) => item);
  const isKnown = signalItems.length > 0 && signalItems.every(({ n }) => n > 1);
  return { id, status: raisedBy.length > 0 ? 'split' : isKnown ? 'agreed' : 'not-enough-known', raisedBy };
}

/** The group's answer: the median of the levels, else "don't know" before "does not apply" before no answer. */
export function jointAnswer({ item, value, counts }: MergedItem, rev: number): Answer {
  if (value !== null) return { item, rev, state: 'level', level: value };
  if (counts.dk > 0) return { item, rev, state: 'dk' };
  return counts.na > 0 ? { item, rev, state: 'na' } : { item, rev, state: 'unanswered' };
}

/**
 * Merges independent answers of several people about one system: median, spread, and what to talk about first.
 * @param answersList answers to this pack, one per person; their order only numbers the people
 * Source: design of the assessment, section 9.
 */
export function mergeRespondents(answersList: readonly Answers[], pack: Pack): Merge {
  const answerMaps = answersList.map(answerMap);
  const respondents = answersList.map(
    ({ respondent, date }, index): Respondent => ({
      name: nameOf(respondent?.name).trim() || null,
      role: nameOf(respondent?.role).trim() || null,
      date: date ?? null,
      answered: answerMaps[index]?.size ?? 0,
    }),
  );
  const systems = [...new Set(answersList.map(({ system }) => nameOf(system).trim()).filter(Boolean))].toSorted();
  const items = pack.items.map((item) => mergeItem(item, answerMaps, respondents, pack));
  const jointAnswers = new Map(items.map((item) => [item.item, jointAnswer(item, 1)]));
  const depth = answeredDepth([...jointAnswers.values()], pack.items);
  const agenda = items
    .filter(({ talk }) => talk)
    .toSorted((a, b) => b.priority - a.priority || (b.disagreement ?? 0) - (a.disagreement ?? 0));
  const { id, version, fingerprint } = pack;
  const extremes = personalExtremes(answersList, pack);
  return {
    format: 'trivium-merge',
    version: 1,
    pack: { id, version, fingerprint },
    system: systems[0] ?? '',
    systems,
    respondents,
    agenda: agenda.map(({ item }) => item),
    items,
    signals: pack.constants.respondents.signals.map((signal) => splitSignal(signal, items, pack)),
    variables: scoreVariables(jointAnswers, pack, depth, (variable) => extremes.find(({ id: v }) => v === variable)),
  };
}
