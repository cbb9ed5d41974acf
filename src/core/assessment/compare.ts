import { type AnswerMap, type Answers, answerMap, levelOf, topLevel } from '../answers/answers.ts';
import type { VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { nameOf } from '../text/name-of.ts';
import { checkPromises, type PromiseOutcome } from './promises.ts';
import { practicesOf } from './score.ts';
import { type ComparedAnswers, type QuestionChanges, questionChanges } from './version-changes.ts';

/** The change of a group of practices in a word; "higher" and "lower" only where noise does not explain it. */
type ChangeWord = 'higher' | 'lower' | 'no-clear-change' | 'nothing-in-common';

/** How a group of practices changed, over those that have a level in both assessments. */
export interface Change {
  change: ChangeWord;
  /** Number of practices with a level in both. */
  known: number;
  /** Levels gained minus levels lost. */
  sum: number;
  /** The change is clear if the sum exceeds this, up or down. */
  threshold: number;
  /** Weighted mean of the common practices, 0 to 1; null if there are none. */
  before: number | null;
  now: number | null;
}

/** A question whose level differs. For a symptom, a lower level means less trouble. */
export interface ItemChange {
  item: string;
  variable: VariableId | null;
  before: number;
  now: number;
}

/** One of the two assessments compared. */
export interface ComparedSide {
  system: string;
  date: string | null;
  /** Version of the pack that was answered. */
  version: string;
}

/** Two assessments side by side. Page, Markdown and JSON all print this object. */
export interface Comparison {
  format: 'trivium-comparison';
  version: 1;
  pack: { id: string; version: string; fingerprint: string };
  before: ComparedSide;
  now: ComparedSide;
  total: Change;
  variables: (Change & { id: VariableId })[];
  /** Practices whose level changed, largest change first. */
  practices: ItemChange[];
  symptoms: ItemChange[];
  /** Number of symptoms with a level in both assessments. */
  symptomsKnown: number;
  /** Practices with a level in only one assessment, which are not compared. */
  onlyBefore: string[];
  onlyNow: string[];
  /** Questions that the later assessment did not ask again, so that they are not compared. */
  carried: string[];
  /** What became of the moves that the team had decided to do. */
  promises: PromiseOutcome[];
  /** How the questions changed between the two versions of the pack. */
  questions: QuestionChanges;
}

/** What a report says about an earlier assessment. */
export interface ChangeSince {
  date: string | null;
  total: Change;
  variables: (Change & { id: VariableId })[];
  /** Practices and symptoms whose level changed. */
  items: ItemChange[];
}

/** The part of a comparison that a report carries. */
export const changeSinceOf = ({ before, total, variables, practices, symptoms }: Comparison): ChangeSince => ({
  date: before.date,
  total,
  variables,
  items: [...practices, ...symptoms],
});

/** Puts a sum of level changes into a word: clear if |sum| > sqrt(factor x n) over n practices. Squared to stay exact. */
function changeWord(practiceCount: number, sum: number, factor: number): ChangeWord {
  if (practiceCount === 0) return 'nothing-in-common';
  if (sum * sum <= factor * practiceCount) return 'no-clear-change';
  return sum > 0 ? 'higher' : 'lower';
}

/** An item with a level in both assessments. */
interface CommonItem {
  item: PackItem;
  from: number;
  to: number;
}

function commonItems(items: readonly PackItem[], before: AnswerMap, now: AnswerMap): CommonItem[] {
  return items.flatMap((item) => {
    const [from, to] = [levelOf(before, item.id), levelOf(now, item.id)];
    return from === null || to === null ? [] : [{ item, from, to }];
  });
}

function changeOf(common: readonly CommonItem[], factor: number): Change {
  const sum = common.reduce((total, { from, to }) => total + to - from, 0);
  const weight = common.reduce((total, { item }) => total + item.weight, 0);
  const weightedMean = (levelIn: (commonItem: CommonItem) => number) =>
    weight === 0
      ? null
      : common.reduce((total, commonItem) => total + commonItem.item.weight * levelIn(commonItem), 0) /
        weight /
        topLevel;
  return {
    change: changeWord(common.length, sum, factor),
    known: common.length,
    sum,
    threshold: Math.sqrt(factor * common.length),
    before: weightedMean(({ from }) => from),
    now: weightedMean(({ to }) => to),
  };
}

/** The items whose level changed, largest change first. */
const itemChanges = (common: readonly CommonItem[]): ItemChange[] =>
  common
    .filter(({ from, to }) => from !== to)
    .map(({ item, from, to }) => ({ item: item.id, variable: item.variable, before: from, now: to }))
    .toSorted((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before));

/** The practices with a level in the first map but not in the second. */
const onlyIn = (practices: readonly PackItem[], first: AnswerMap, second: AnswerMap): string[] =>
  practices.filter(({ id }) => levelOf(first, id) !== null && levelOf(second, id) === null).map(({ id }) => id);

const sideOf = ({ answers, version }: ComparedAnswers): ComparedSide => ({
  system: nameOf(answers.system),
  date: answers.date ?? null,
  version: version ?? answers.pack.version,
});

/** Tells the answers of an assessment that it asked for from those that it carried over. */
function splitCarried({ answers }: Answers): { asked: AnswerMap; carried: AnswerMap } {
  return {
    asked: answerMap({ answers: answers.filter((answer) => !answer.carried) }),
    carried: answerMap({ answers: answers.filter((answer) => answer.carried) }),
  };
}

/**
 * Compares two assessments over the items that have a level in both, without answers that the later one carried over. A
 * change is clear if the sum of levels over n common practices moved by more than the root of `factor` times n. With the
 * pack's factor, noise alone does that 3 to 5 times in 100.
 * Source: design of the assessment, section 5.
 */
export function compare(before: ComparedAnswers, now: ComparedAnswers, pack: Pack): Comparison {
  const { id, version, fingerprint, constants } = pack;
  const { factor } = constants.change;
  const answersBefore = answerMap(before.answers);
  const { asked: answersNow, carried } = splitCarried(now.answers);
  const practices = practicesOf(pack, 'full');
  const symptoms = pack.items.filter(({ kind }) => kind === 'symptom');
  const commonPractices = commonItems(practices, answersBefore, answersNow);
  const commonSymptoms = commonItems(symptoms, answersBefore, answersNow);
  const commonOfVariable = (variable: VariableId) => commonPractices.filter(({ item }) => item.variable === variable);
  return {
    format: 'trivium-comparison',
    version: 1,
    pack: { id, version, fingerprint },
    before: sideOf(before),
    now: sideOf(now),
    total: changeOf(commonPractices, factor),
    variables: pack.variables.map((variable) => ({
      id: variable.id,
      ...changeOf(commonOfVariable(variable.id), factor),
    })),
    practices: itemChanges(commonPractices),
    symptoms: itemChanges(commonSymptoms),
    symptomsKnown: commonSymptoms.length,
    onlyBefore: onlyIn(practices, answersBefore, answerMap(now.answers)),
    onlyNow: onlyIn(practices, answersNow, answersBefore),
    carried: pack.items.map(({ id }) => id).filter((item) => carried.has(item)),
    promises: checkPromises(before.answers, now.answers, pack),
    questions: questionChanges(before, now, pack),
  };
}
