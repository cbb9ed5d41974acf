import { stemOf } from './analyse.ts';
import { weights } from './weights.ts';

/** A phrase that names entries: a title, an alias, a term of the glossary. Entries by index, best first. */
export type Phrase = [words: string, entries: number[]];

/** Finds what each entry gains, by id, because the words of a query include one of its names. */
export type NameBooster = (words: readonly string[]) => Map<string, number>;

/** Whether a list includes another one as a run. */
const includesRun = (list: readonly string[], run: readonly string[]): boolean =>
  list.some((_, start) => run.every((entry, offset) => list[start + offset] === entry));

/** Makes the booster of an index. */
export function nameBooster(phrases: readonly Phrase[], ids: readonly string[]): NameBooster {
  const names = phrases.map(([words, entries]) => ({ nameStems: words.split(' '), entries }));
  const namesByFirst = Map.groupBy(names, ({ nameStems: [first] }) => first);
  return (words) => {
    const stems = words.map(stemOf);
    const boosts = new Map<string, number>();
    for (const { nameStems, entries } of [...new Set(stems)].flatMap((stem) => namesByFirst.get(stem) ?? [])) {
      if (!includesRun(stems, nameStems)) continue;
      const isWhole = nameStems.length === stems.length;
      entries.forEach((entry, place) => {
        const share = Math.min(1, (weights.fullShare * nameStems.length) / stems.length);
        const partly = (weights.partlyNamed[place] ?? 1) * Math.sqrt(nameStems.length) * share ** weights.shareExponent;
        const id = ids[entry] ?? '';
        boosts.set(id, Math.max(boosts.get(id) ?? 0, isWhole ? weights.named / (place + 1) : partly));
      });
    }
    return boosts;
  };
}
