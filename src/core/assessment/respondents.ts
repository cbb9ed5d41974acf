import { type Answer, type Answers, answerMap, levelOf } from '../answers/answers.ts';
import type { VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import type { Constants } from '../model/pack-schema.ts';
import { scoreVariables, type VariableScore } from './rating.ts';

/** One person's answer to one question. */
export interface Response {
  /** Place in the list of respondents. */
  respondent: number;
  state: Answer['state'];
  level: number | null;
  note: string | null;
}

/** The middle of some levels, and how far they lie apart. */
export interface LevelSpread {
  /** How many levels are known. */
  n: number;
  /** Median, the lower of two middles; null where no level is known. */
  value: number | null;
  min: number | null;
  max: number | null;
  /** Mean absolute deviation from the median, in levels; null where no level is known. */
  disagreement: number | null;
}

/** All answers to one question, side by side. */
export interface MergedItem extends LevelSpread {
  item: string;
  variable: VariableId | null;
  dots: Response[];
  counts: Record<Answer['state'], number>;
  /** It does not apply to some and has a level for others. */
  conflict: boolean;
  /** It belongs on the agenda. */
  talk: boolean;
  /** Place on the agenda: disagreement in levels x weight. */
  priority: number;
  /** Each role apart, where at least two roles have enough people; else empty. */
  roles: (LevelSpread & { role: string })[];
}

/** A signal that is a disagreement, read from the spread of the respondents. */
export interface SplitSignal {
  id: string;
  status: 'split' | 'agreed' | 'not-enough-known';
  /** Its questions that people answer differently. */
  raisedBy: string[];
}

export interface Respondent {
  name: string | null;
  role: string | null;
  date: string | null;
  /** How many questions have an answer. */
  answered: number;
}

/** Blind answers of several people to one system, side by side. Page, Markdown and JSON only print it. */
export interface Merge {
  format: 'trivium-merge';
  version: 1;
  pack: { id: string; version: string; fingerprint: string };
  system: string;
  /** Every name that the system has in the answers; more than one is worth a look. */
  systems: string[];
  respondents: Respondent[];
  /** Questions to talk about first, in order. */
  agenda: string[];
  /** In the order of the pack. */
  items: MergedItem[];
  signals: SplitSignal[];
  /** The three Vs by the value of each item: what the group's report would say if nobody changed anything. */
  variables: VariableScore[];
}

/** The median of levels, the lower of two middles; null of none. */
export function lowerMedian(levels: readonly number[]): number | null {
  return levels.toSorted((a, b) => a - b)[Math.floor((levels.length - 1) / 2)] ?? null;
}

/** Middle and spread of levels. Worked example: 0, 1, 4 gives 1, and (1 + 0 + 3) / 3 = 1.33 levels of disagreement. */
export function spreadOf(levels: readonly number[]): LevelSpread {
  const value = lowerMedian(levels);
  if (value === null) return { n: 0, value, min: null, max: null, disagreement: null };
  const off = levels.reduce((total, level) => total + Math.abs(level - value), 0);
  const [min, max] = [Math.min(...levels), Math.max(...levels)];
  return { n: levels.length, value, min, max, disagreement: off / levels.length };
}

/** Whether levels lie so far apart that people should talk: by their deviation, or by their range where they are few. */
export function isSplit(
  { n, min, max, disagreement }: LevelSpread,
  { talk, range, few }: Constants['respondents'],
): boolean {
  if (disagreement === null || min === null || max === null) return false;
  return disagreement > talk || (n <= few && max - min >= range);
}

const levelsIn = (dots: readonly Response[]): number[] => dots.flatMap(({ level }) => (level === null ? [] : [level]));
const roleOf = (person: Respondent | undefined): string => person?.role?.trim().toLowerCase() ?? '';

/** Each role apart; nothing unless two roles have enough people with a level, so that nobody is singled out. */
function splitRoles(dots: readonly Response[], people: readonly Respondent[], enough: number): MergedItem['roles'] {
  const groups = new Map<string, Response[]>();
  for (const dot of dots) {
    const role = roleOf(people[dot.respondent]);
    if (dot.level !== null) groups.set(role, [...(groups.get(role) ?? []), dot]);
  }
  const roles = [...groups]
    .filter(([role, members]) => role !== '' && members.length >= enough)
    .map(([role, members]) => ({ role, ...spreadOf(levelsIn(members)) }))
    .toSorted((a, b) => (a.role < b.role ? -1 : 1));
  return roles.length > 1 ? roles : [];
}

function mergeItem(
  item: PackItem,
  maps: readonly ReturnType<typeof answerMap>[],
  people: readonly Respondent[],
  pack: Pack,
): MergedItem {
  const rules = pack.constants.respondents;
  const dots = maps.map((answers, respondent): Response => {
    const answer = answers.get(item.id);
    return {
      respondent,
      state: answer?.state ?? 'unanswered',
      level: levelOf(answers, item.id),
      note: answer?.note ?? null,
    };
  });
  const count = (state: Answer['state']) => dots.filter((dot) => dot.state === state).length;
  const counts = { level: count('level'), dk: count('dk'), na: count('na'), unanswered: count('unanswered') };
  const spread = spreadOf(levelsIn(dots));
  const conflict = counts.na > 0 && counts.level > 0;
  const levels = Math.max(spread.disagreement ?? 0, conflict ? rules.conflict : 0);
  return {
    item: item.id,
    variable: item.variable,
    ...spread,
    dots,
    counts,
    conflict,
    talk: conflict || isSplit(spread, rules),
    priority: levels * item.weight,
    roles: splitRoles(dots, people, rules.role),
  };
}

/** Reads a signal from the spread of its questions: one on which people are split is enough to raise it. */
function splitSignal(id: string, items: readonly MergedItem[], pack: Pack): SplitSignal {
  const indicators = pack.signals.find((signal) => signal.id === id)?.indicators ?? [];
  const read = items.filter(({ item }) => indicators.some((indicator) => indicator.item === item));
  const raisedBy = read.filter(({ talk }) => talk).map(({ item }) => item);
  const known = read.length > 0 && read.every(({ n }) => n > 1);
  return { id, status: raisedBy.length > 0 ? 'split' : known ? 'agreed' : 'not-enough-known', raisedBy };
}

/** The answer that stands for all: the median of the levels, else the other answer that says most. */
export function jointAnswer({ item, value, counts }: MergedItem, rev: number): Answer {
  if (value !== null) return { item, rev, state: 'level', level: value };
  if (counts.dk > 0) return { item, rev, state: 'dk' };
  return counts.na > 0 ? { item, rev, state: 'na' } : { item, rev, state: 'unanswered' };
}

/**
 * Lays blind answers of several people to one system side by side: middle, spread, and what to talk about first.
 * @param list answers to this pack, one entry a person; the order counts for the numbering of people only
 * Source: design of the assessment, section 9.
 */
export function mergeRespondents(list: readonly Answers[], pack: Pack): Merge {
  const maps = list.map(answerMap);
  const respondents = list.map(
    ({ respondent, date }, at): Respondent => ({
      name: respondent?.name?.trim() || null,
      role: respondent?.role?.trim() || null,
      date: date ?? null,
      answered: maps[at]?.size ?? 0,
    }),
  );
  const systems = [...new Set(list.map(({ system }) => system.trim()).filter(Boolean))].toSorted();
  const items = pack.items.map((item) => mergeItem(item, maps, respondents, pack));
  const joint = new Map(items.map((item) => [item.item, jointAnswer(item, 1)]));
  const agenda = items
    .filter(({ talk }) => talk)
    .toSorted((a, b) => b.priority - a.priority || (b.disagreement ?? 0) - (a.disagreement ?? 0));
  const { id, version, fingerprint } = pack;
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
    variables: scoreVariables(joint, pack, 'full'),
  };
}
