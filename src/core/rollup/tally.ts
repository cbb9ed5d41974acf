import { topLevel } from '../answers/answers.ts';
import type { SignalStatus } from '../assessment/signal-status.ts';
import type { Depth, VariableId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { type AnswerRow, itemRows, type TeamRows, type VariableRow } from './rows.ts';

/** How many whole numbers there are, and how they spread. Null where there is none, or too few to be shown. */
export interface ValueSpread {
  sum: number | null;
  /** The lower of two middles. */
  median: number | null;
  min: number | null;
  max: number | null;
}

/** What the teams say to one question. */
export interface ItemSummary extends ValueSpread {
  item: string;
  /** Teams with a level. */
  known: number;
  /** Teams at each level, 0 to 4. */
  levels: number[] | null;
  /** Teams at the two levels that hurt: the low ones of a practice, the high ones of a symptom. */
  hurting: number | null;
  /** Teams below the target of their own; null for symptoms. */
  below: number | null;
  dk: number;
  na: number;
  unanswered: number;
}

/** How the teams stand on one V. */
export interface VariableSummary extends ValueSpread {
  variable: VariableId;
  /** Teams with a score. */
  scored: number;
  words: { word: string; teams: number }[] | null;
  /** Teams in which it looks lowest. */
  lowest: number | null;
}

/** How many teams have each reading of one signal; a status that no team has is left out. */
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
  /** Teams by the version of the pack that they answered, by name of the version. */
  versions: { version: string; teams: number }[];
  /** Teams with answers that are not scored because their question has changed. */
  rereading: number;
}

type Counts<K> = Map<K, number>;
const count = <K>(counts: Counts<K>, key: K, by = 1) => counts.set(key, (counts.get(key) ?? 0) + by);

/** The spread of whole numbers that are only counted, so that any number of them needs no more memory. */
function spreadOf(counts: Counts<number>): ValueSpread & { n: number } {
  const sorted = [...counts].toSorted(([a], [b]) => a - b);
  const n = sorted.reduce((total, [, times]) => total + times, 0);
  if (n === 0) return { n, sum: null, median: null, min: null, max: null };
  let seen = 0;
  const middle = sorted.find(([, times]) => {
    seen += times;
    return 2 * seen >= n;
  });
  return {
    n,
    sum: sorted.reduce((total, [value, times]) => total + value * times, 0),
    median: middle?.[0] ?? null,
    min: sorted[0]?.[0] ?? null,
    max: sorted.at(-1)?.[0] ?? null,
  };
}

/** The entries of a table of counts in the order of their keys. */
const inOrder = (counts: Counts<string>): [string, number][] => [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Counts teams one after the other. It keeps no team: its memory is the same for ten and for a million. */
export class Tally {
  #teams = 0;
  #rereading = 0;
  readonly #versions: Counts<string> = new Map();
  readonly #items: Map<string, { levels: Counts<number>; states: Counts<AnswerRow['state']>; below: number }>;
  readonly #variables: Map<VariableId, { points: Counts<number>; words: Counts<string>; lowest: number }>;
  readonly #signals: Map<string, Counts<SignalStatus>>;
  readonly #unsafeLevel: number;
  readonly #symptoms: ReadonlySet<string>;

  constructor(pack: Pack, depth: Depth) {
    const items = itemRows(pack, depth);
    this.#unsafeLevel = pack.constants.moves.unsafeLevel;
    this.#symptoms = new Set(items.filter(({ kind }) => kind === 'symptom').map(({ item }) => item));
    this.#items = new Map(items.map(({ item }) => [item, { levels: new Map(), states: new Map(), below: 0 }]));
    this.#variables = new Map(pack.variables.map(({ id }) => [id, { points: new Map(), words: new Map(), lowest: 0 }]));
    this.#signals = new Map(pack.signals.map(({ id }) => [id, new Map()]));
  }

  /** Takes one team in. */
  add({ teams: [team], profiles, answers, signals }: TeamRows): void {
    this.#teams += 1;
    if (team.reread > 0) this.#rereading += 1;
    count(this.#versions, team.pack_version);
    for (const answer of answers) this.#addAnswer(answer);
    for (const profile of profiles) this.#addProfile(profile);
    for (const { signal, status } of signals) {
      const counts = this.#signals.get(signal);
      if (counts) count(counts, status);
    }
  }

  #addAnswer({ item, state, level, target }: AnswerRow): void {
    const counts = this.#items.get(item);
    if (!counts) return;
    count(counts.states, state);
    if (level === null) return;
    count(counts.levels, level);
    if (target !== null && level < target) counts.below += 1;
  }

  #addProfile({ variable, point, word, lowest }: VariableRow): void {
    const counts = this.#variables.get(variable);
    if (!counts) return;
    if (point !== null) count(counts.points, point);
    count(counts.words, word);
    if (lowest) counts.lowest += 1;
  }

  /** What has been counted so far. */
  counts(): RollupCounts {
    return {
      teams: this.#teams,
      items: [...this.#items].map(([item, { levels, states, below }]) => {
        const { n, ...spread } = spreadOf(levels);
        const isSymptom = this.#symptoms.has(item);
        const byLevel = Array.from({ length: topLevel + 1 }, (_, level) => levels.get(level) ?? 0);
        const hurts = (level: number) => (isSymptom ? topLevel - level : level) <= this.#unsafeLevel;
        return {
          item,
          known: n,
          levels: byLevel,
          hurting: byLevel.reduce((total, teams, level) => total + (hurts(level) ? teams : 0), 0),
          below: isSymptom ? null : below,
          ...spread,
          dk: states.get('dk') ?? 0,
          na: states.get('na') ?? 0,
          unanswered: states.get('unanswered') ?? 0,
        };
      }),
      variables: [...this.#variables].map(([variable, { points, words, lowest }]) => {
        const { n, ...spread } = spreadOf(points);
        return {
          variable,
          scored: n,
          ...spread,
          words: inOrder(words).map(([word, teams]) => ({ word, teams })),
          lowest,
        };
      }),
      signals: [...this.#signals].map(([signal, statuses]) => ({
        signal,
        statuses: inOrder(statuses).map(([status, teams]) => ({ status: status as SignalStatus, teams })),
      })),
      versions: inOrder(this.#versions).map(([version, teams]) => ({ version, teams })),
      rereading: this.#rereading,
    };
  }
}
