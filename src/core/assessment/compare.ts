import { type AnswerMap, answerMap, levelOf, topLevel } from '../answers/answers.ts';
import type { VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { practicesOf } from './score.ts';
import { type ComparedAnswers, type QuestionChanges, questionChanges } from './version-changes.ts';

/** What a comparison says of a group of practices: clear only beyond what wobbling answers make. */
export type ChangeWord = 'higher' | 'lower' | 'no-clear-change' | 'nothing-in-common';

/** How a group of practices changed, over those with a level in both. */
export interface Change {
  change: ChangeWord;
  /** How many practices have a level in both. */
  known: number;
  /** Levels gained less levels lost. */
  sum: number;
  /** The sum has to lie beyond this, up or down, to be a clear change. */
  threshold: number;
  /** Weighted mean of the common practices, 0 to 1; null where there is none. */
  before: number | null;
  now: number | null;
}

/** One question whose level differs; for a symptom a lower level is less trouble. */
export interface ItemChange {
  item: string;
  variable: VariableId | null;
  before: number;
  now: number;
}

/** One of the two assessments. */
export interface ComparedSide {
  system: string;
  date: string | null;
  /** The version of the pack in which it was written. */
  version: string;
}

/** Two assessments side by side. Page, Markdown and JSON only print it. */
export interface Comparison {
  format: 'trivium-comparison';
  version: 1;
  pack: { id: string; version: string; fingerprint: string };
  before: ComparedSide;
  now: ComparedSide;
  total: Change;
  variables: (Change & { id: VariableId })[];
  /** Practices that stand elsewhere, the largest change first. */
  practices: ItemChange[];
  symptoms: ItemChange[];
  /** Practices with a level in one only: they are not compared. */
  onlyBefore: string[];
  onlyNow: string[];
  /** What the pack's versions did to the questions between the two. */
  questions: QuestionChanges;
}

/** What a report says of an earlier assessment. */
export interface ChangeSince {
  date: string | null;
  total: Change;
  variables: (Change & { id: VariableId })[];
}

/** The part of a comparison that a report carries. */
export const changeSinceOf = ({ before, total, variables }: Comparison): ChangeSince => ({
  date: before.date,
  total,
  variables,
});

/** Words the change of summed levels. Up to rounding, the threshold itself is not passed. */
export function changeWord(known: number, sum: number, factor: number): ChangeWord {
  if (known === 0) return 'nothing-in-common';
  if (sum * sum <= factor * known) return 'no-clear-change';
  return sum > 0 ? 'higher' : 'lower';
}

/** The items that have a level in both, with both levels. */
function commonOf(items: readonly PackItem[], before: AnswerMap, now: AnswerMap) {
  return items.flatMap((item) => {
    const [from, to] = [levelOf(before, item.id), levelOf(now, item.id)];
    return from === null || to === null ? [] : [{ item, from, to }];
  });
}

function changeOf(common: ReturnType<typeof commonOf>, factor: number): Change {
  const sum = common.reduce((total, { from, to }) => total + to - from, 0);
  const weight = common.reduce((total, { item }) => total + item.weight, 0);
  const mean = (level: (each: (typeof common)[number]) => number) =>
    weight === 0 ? null : common.reduce((total, each) => total + each.item.weight * level(each), 0) / weight / topLevel;
  return {
    change: changeWord(common.length, sum, factor),
    known: common.length,
    sum,
    threshold: Math.sqrt(factor * common.length),
    before: mean(({ from }) => from),
    now: mean(({ to }) => to),
  };
}

const differing = (common: ReturnType<typeof commonOf>): ItemChange[] =>
  common
    .filter(({ from, to }) => from !== to)
    .map(({ item, from, to }) => ({ item: item.id, variable: item.variable, before: from, now: to }))
    .toSorted((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before));

const sideOf = ({ answers, version }: ComparedAnswers): ComparedSide => ({
  system: answers.system,
  date: answers.date ?? null,
  version: version ?? answers.pack.version,
});

/**
 * Compares two assessments by what is known in both. A change is clear where the sum of levels moved by more than
 * sqrt(2 n) over n common practices: with answers that merely wobble that happens 3 to 5 times in 100.
 * Source: design of the assessment, section 5.
 */
export function compare(before: ComparedAnswers, now: ComparedAnswers, pack: Pack): Comparison {
  const { factor } = pack.constants.change;
  const [was, is] = [answerMap(before.answers), answerMap(now.answers)];
  const practices = practicesOf(pack, 'full');
  const common = commonOf(practices, was, is);
  const only = (here: AnswerMap, there: AnswerMap) =>
    practices.filter(({ id }) => levelOf(here, id) !== null && levelOf(there, id) === null).map(({ id }) => id);
  const symptoms = pack.items.filter(({ kind }) => kind === 'symptom');
  const { id, version, fingerprint } = pack;
  return {
    format: 'trivium-comparison',
    version: 1,
    pack: { id, version, fingerprint },
    before: sideOf(before),
    now: sideOf(now),
    total: changeOf(common, factor),
    variables: pack.variables.map((variable) => ({
      id: variable.id,
      ...changeOf(
        common.filter(({ item }) => item.variable === variable.id),
        factor,
      ),
    })),
    practices: differing(common),
    symptoms: differing(commonOf(symptoms, was, is)),
    onlyBefore: only(was, is),
    onlyNow: only(is, was),
    questions: questionChanges(before, now, pack),
  };
}
