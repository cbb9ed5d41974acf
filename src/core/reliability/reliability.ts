import { type AnswerMap, type Answers, answerMap, levelOf, stateOf, topLevel } from '../answers/answers.ts';
import type { VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { alphaOf, type Coincidences, sumCoincidences, unitCoincidences } from './alpha.ts';
import { bootstrapInterval, type Interval } from './bootstrap.ts';
import { correlation } from './correlation.ts';
import { type Pilot, pilotOf } from './pilot.ts';

/** How well one question measures, as far as answers can tell. */
export interface ItemReliability {
  item: string;
  variable: VariableId | null;
  /** Systems in which at least two people gave a level, and the levels in them. */
  systems: number;
  ratings: number;
  /** Krippendorff's alpha for ordinal values; null if it is not defined. Its interval is a bootstrap over systems. */
  alpha: number | null;
  interval: Interval | null;
  /** Everybody who gave a level, did not know or found that it does not apply, and the shares of the last two. */
  answers: number;
  dontKnow: number | null;
  notApplicable: number | null;
  /** How many people gave each level, 0 to 4. */
  levels: number[];
  /** Correlation with the mean of a person's other practices of the V; null for a symptom, or if it is not defined. */
  rest: number | null;
  /** People who gave a level twice within a month: how many, the shares of equal levels and of those one apart at most. */
  retest: { pairs: number; same: number | null; withinOne: number | null };
}

/** The report of `trivium reliability`. */
export interface Reliability {
  format: 'trivium-reliability';
  version: 1;
  pack: { id: string; version: string; fingerprint: string };
  systems: number;
  people: number;
  skipped: Pilot['skipped'];
  /** How the intervals were drawn. The same answers and numbers give the same intervals. */
  bootstrap: { count: number; seed: number };
  items: ItemReliability[];
}

/** The answers of a pilot as maps, made once. */
interface PilotMaps {
  systems: AnswerMap[][];
  people: AnswerMap[];
  retests: { first: AnswerMap; again: AnswerMap }[];
}

function mapsOf({ systems }: Pilot): PilotMaps {
  const ratings = systems.map((people) =>
    people.map(({ first, again }) => ({ first: answerMap(first), again: again && answerMap(again) })),
  );
  return {
    systems: ratings.map((people) => people.map(({ first }) => first)),
    people: ratings.flat().map(({ first }) => first),
    retests: ratings.flat().flatMap(({ first, again }) => (again ? [{ first, again }] : [])),
  };
}

const size = topLevel + 1;
const share = (part: number, all: number): number | null => (all === 0 ? null : part / all);
const levelsOf = (maps: readonly AnswerMap[], item: string): number[] =>
  maps.map((map) => levelOf(map, item)).filter((level) => level !== null);

/** How far the people of each system agree. */
function agreementOf(item: string, { systems }: PilotMaps, bootstrap: Reliability['bootstrap']) {
  const units = systems.map((people) => levelsOf(people, item)).filter((levels) => levels.length > 1);
  const alpha = (sample: readonly Coincidences[]) => alphaOf(sumCoincidences(sample, size));
  const coincidences = units.map((levels) => unitCoincidences(levels, size));
  return {
    systems: units.length,
    ratings: units.flat().length,
    alpha: alpha(coincidences),
    interval: bootstrapInterval(coincidences, alpha, bootstrap),
  };
}

/** How people answer: what they do not know, what does not apply, and how the levels spread. */
function spreadOf(item: string, { people }: PilotMaps) {
  const count = (state: 'dk' | 'na') => people.filter((map) => stateOf(map, item) === state).length;
  const levels = levelsOf(people, item);
  const answers = levels.length + count('dk') + count('na');
  return {
    answers,
    dontKnow: share(count('dk'), answers),
    notApplicable: share(count('na'), answers),
    levels: Array.from({ length: size }, (_, level) => levels.filter((each) => each === level).length),
  };
}

/** How a practice correlates with the other practices of its V. */
function restOf({ id, variable }: PackItem, { people }: PilotMaps, pack: Pack): number | null {
  if (variable === null) return null;
  const others = pack.items.filter((item) => item.variable === variable && item.id !== id);
  const pairs = people.flatMap((map): [number, number][] => {
    const ownLevel = levelOf(map, id);
    const otherLevels = others.map((other) => levelOf(map, other.id)).filter((level) => level !== null);
    if (ownLevel === null || otherLevels.length === 0) return [];
    return [[ownLevel, otherLevels.reduce((sum, level) => sum + level, 0) / otherLevels.length]];
  });
  return correlation(pairs);
}

/** Whether people give the same level again. */
function retestOf(item: string, { retests }: PilotMaps): ItemReliability['retest'] {
  const steps = retests.flatMap(({ first, again }) => {
    const [before, after] = [levelOf(first, item), levelOf(again, item)];
    return before === null || after === null ? [] : [Math.abs(after - before)];
  });
  const shareWithin = (most: number) => share(steps.filter((step) => step <= most).length, steps.length);
  return { pairs: steps.length, same: shareWithin(0), withinOne: shareWithin(1) };
}

/**
 * Describes how well each question measures, from answers of several people about each of several systems. It says
 * nothing about whether the questions measure what they should.
 * @param all personal answers, opened for this pack. Of several by one person about a system, the earliest counts; a later
 * one within a month shows whether the person answers alike again.
 */
export function reliabilityOf(
  all: readonly Answers[],
  pack: Pack,
  bootstrap: Reliability['bootstrap'] = { count: 1000, seed: 1 },
): Reliability {
  const pilot = pilotOf(all);
  const maps = mapsOf(pilot);
  const { id, version, fingerprint } = pack;
  return {
    format: 'trivium-reliability',
    version: 1,
    pack: { id, version, fingerprint },
    systems: maps.systems.length,
    people: maps.people.length,
    skipped: pilot.skipped,
    bootstrap,
    items: pack.items.map((item) => ({
      item: item.id,
      variable: item.variable,
      ...agreementOf(item.id, maps, bootstrap),
      ...spreadOf(item.id, maps),
      rest: restOf(item, maps, pack),
      retest: retestOf(item.id, maps),
    })),
  };
}
