import { topLevel } from '../answers/answers.ts';
import { positionOf } from '../answers/levels.ts';
import type { SignalStatus } from '../assessment/signal-status.ts';
import type { Depth, VariableId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { type AnswerRow, itemRows, type TeamRows, type VariableRow } from './rows.ts';

/** Sum and spread of whole numbers; null if there are none, or too few to be shown. */
interface ValueSpread {
  sum: number | null;
  /** The lower of two middle values. */
  median: number | null;
  min: number | null;
  max: number | null;
}

/** The answers of all teams to one question. */
export interface ItemSummary extends ValueSpread {
  item: string;
  /** Teams with a level. */
  known: number;
  /** Teams at each level, 0 to 4. */
  levels: number[] | null;
  /** Teams at the two levels that hurt: the low ones of a practice, the high ones of a symptom. */
  hurting: number | null;
  /** Teams below their own target; null for symptoms. */
  below: number | null;
  /** Teams whose level is measured, and teams whose level someone can show; the others only claim it. */
  measured: number | null;
  shown: number | null;
  dk: number;
  na: number;
  unanswered: number;
}

/** The scores of all teams in one V. */
export interface VariableSummary extends ValueSpread {
  variable: VariableId;
  /** Teams with a score. */
  scored: number;
  words: { word: string; teams: number }[] | null;
  /** Teams in which this V looks lowest. */
  lowest: number | null;
}

/** Number of teams by status of one signal; a status that no team has is left out. */
export interface SignalSummary {
  signal: string;
  statuses: { status: SignalStatus; teams: number }[] | null;
}

/** Counts over any number of teams. */
export interface RollupCounts {
  teams: number;
  /** In the order of the pack. */
  items: ItemSummary[];
  variables: VariableSummary[];
  signals: SignalSummary[];
  /** Teams by the version of the pack that they answered, sorted by version. */
  versions: { version: string; teams: number }[];
  /** Teams with answers that are not scored because the question has changed since. */
  rereading: number;
}

type Counts<K> = Map<K, number>;
const increment = <K>(counts: Counts<K>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** The spread of whole numbers, from counts of each, so that memory does not grow with their number. */
function countedSpread(counts: Counts<number>): ValueSpread & { n: number } {
  const byValue = [...counts].toSorted(([a], [b]) => a - b);
  const n = byValue.reduce((total, [, times]) => total + times, 0);
  if (n === 0) return { n, sum: null, median: null, min: null, max: null };
  let countSoFar = 0;
  const middle = byValue.find(([, times]) => {
    countSoFar += times;
    return 2 * countSoFar >= n;
  });
  return {
    n,
    sum: byValue.reduce((total, [value, times]) => total + value * times, 0),
    median: middle?.[0] ?? null,
    min: byValue[0]?.[0] ?? null,
    max: byValue.at(-1)?.[0] ?? null,
  };
}

/** The entries of counts, sorted by key. */
const sortedByKey = <K extends string>(counts: Counts<K>): [K, number][] =>
  [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));

/** The answers to one question, counted. */
interface ItemCounts {
  levels: Counts<number>;
  states: Counts<AnswerRow['state']>;
  below: number;
  measured: number;
  shown: number;
}

/** Counts teams one at a time without keeping them: ten teams take as much memory as a million. */
export class Tally {
  #teams = 0;
  #rereading = 0;
  readonly #versions: Counts<string> = new Map();
  readonly #items: Map<string, ItemCounts>;
  readonly #variables: Map<VariableId, { points: Counts<number>; words: Counts<string>; lowest: number }>;
  readonly #signals: Map<string, Counts<SignalStatus>>;
  readonly #unsafeLevel: number;
  readonly #symptoms: ReadonlySet<string>;

  constructor(pack: Pack, depth: Depth) {
    const items = itemRows(pack, depth);
    this.#unsafeLevel = pack.constants.moves.unsafeLevel;
    this.#symptoms = new Set(items.filter(({ kind }) => kind === 'symptom').map(({ item }) => item));
    this.#items = new Map(
      items.map(({ item }) => [item, { levels: new Map(), states: new Map(), below: 0, measured: 0, shown: 0 }]),
    );
    this.#variables = new Map(pack.variables.map(({ id }) => [id, { points: new Map(), words: new Map(), lowest: 0 }]));
    this.#signals = new Map(pack.signals.map(({ id }) => [id, new Map()]));
  }

  /** Counts one team. */
  add({ teams: [team], profiles, answers, signals }: TeamRows): void {
    this.#teams += 1;
    if (team.reread > 0) this.#rereading += 1;
    increment(this.#versions, team.pack_version);
    for (const answer of answers) this.#addAnswer(answer);
    for (const profile of profiles) this.#addProfile(profile);
    for (const { signal, status } of signals) {
      const counts = this.#signals.get(signal);
      if (counts) increment(counts, status);
    }
  }

  #addAnswer({ item, state, level, target, evidence }: AnswerRow): void {
    const counts = this.#items.get(item);
    if (!counts) return;
    increment(counts.states, state);
    if (level === null) return;
    increment(counts.levels, level);
    if (target !== null && level < target) counts.below += 1;
    if (evidence === 'measured' || evidence === 'shown') counts[evidence] += 1;
  }

  #addProfile({ variable, point, word, lowest }: VariableRow): void {
    const counts = this.#variables.get(variable);
    if (!counts) return;
    if (point !== null) increment(counts.points, point);
    increment(counts.words, word);
    if (lowest) counts.lowest += 1;
  }

  /** The counts so far. */
  counts(): RollupCounts {
    return {
      teams: this.#teams,
      items: [...this.#items].map(([item, counts]) => this.#itemSummary(item, counts)),
      variables: [...this.#variables].map(([variable, { points, words, lowest }]) => {
        const { n, ...spread } = countedSpread(points);
        const teamsByWord = sortedByKey(words).map(([word, teams]) => ({ word, teams }));
        return { variable, scored: n, ...spread, words: teamsByWord, lowest };
      }),
      signals: [...this.#signals].map(([signal, statuses]) => ({
        signal,
        statuses: sortedByKey(statuses).map(([status, teams]) => ({ status, teams })),
      })),
      versions: sortedByKey(this.#versions).map(([version, teams]) => ({ version, teams })),
      rereading: this.#rereading,
    };
  }

  #itemSummary(item: string, { levels, states, below, measured, shown }: ItemCounts): ItemSummary {
    const { n, ...spread } = countedSpread(levels);
    const isSymptom = this.#symptoms.has(item);
    const teamsByLevel = Array.from({ length: topLevel + 1 }, (_, level) => levels.get(level) ?? 0);
    const isHurting = (level: number) => positionOf(isSymptom ? 'symptom' : 'practice', level) <= this.#unsafeLevel;
    return {
      item,
      known: n,
      levels: teamsByLevel,
      hurting: teamsByLevel.reduce((total, teams, level) => total + (isHurting(level) ? teams : 0), 0),
      below: isSymptom ? null : below,
      measured,
      shown,
      ...spread,
      dk: states.get('dk') ?? 0,
      na: states.get('na') ?? 0,
      unanswered: states.get('unanswered') ?? 0,
    };
  }
}
