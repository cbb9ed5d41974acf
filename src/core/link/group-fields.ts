import type { Answer, Answers } from '../answers/answers.ts';
import { variableIds } from '../model/ids.ts';
import type { LinkPack } from '../model/pack.ts';
import type { BitReader, BitWriter } from './bits.ts';

// How far apart the people of a group are, as bits: how many people, their scores, and the spread of each answer.
const countBits = 6;
/** The largest group that fits. */
export const mostPeople = 2 ** countBits - 1;
/** Every lowest and highest level that go together; the place in this list is the code of a spread. */
const spreads = [0, 1, 2, 3, 4].flatMap((min) =>
  [0, 1, 2, 3, 4].filter((max) => max >= min).map((max) => ({ min, max })),
);
const spreadBits = 4;
/** The code of an answer whose spread is missing or comes from an unusual number of people; a bit tells which. */
const otherCode = spreads.length;
/** Scores have three decimals. */
const scoreBits = 10;
const scoreSteps = 1000;

type Group = NonNullable<Answers['group']>;
type Spread = NonNullable<Answer['spread']>;
type Levels = (typeof spreads)[number];

/** Stands in a link for every version of the pack but its own: the scores are left out, and a report says so. */
export const unknownVersion = '';

/** A score 0 to 1 as a link holds it: with three decimals. */
export const roundScore = (score: number): number => Math.round(score * scoreSteps) / scoreSteps;

const codeOf = (spread: Spread): number =>
  spreads.findIndex(({ min, max }) => min === spread.min && max === spread.max);

/** The bits of a number of people from 1 to `people`, written as one less. */
const bitsUpTo = (people: number): number => Math.ceil(Math.log2(people));

/** How many people most of the spreads come from; of two numbers as frequent as each other, the larger one. */
function usualCount(spreads: readonly Spread[], people: number): number {
  const timesOf = (count: number) => spreads.filter(({ n }) => n === count).length;
  return spreads.reduce((usual, { n }) => {
    const more = timesOf(n) - timesOf(usual);
    return more > 0 || (more === 0 && n > usual) ? n : usual;
  }, spreads[0]?.n ?? people);
}

function writeScores(out: BitWriter, { variables }: Group): void {
  for (const id of variableIds) {
    const scores = variables.find((each) => each.id === id);
    out.write(scores ? 1 : 0, 1);
    if (!scores) continue;
    out.write(Math.round(scores.low * scoreSteps), scoreBits);
    out.write(Math.round(scores.high * scoreSteps), scoreBits);
  }
}

/**
 * Writes whether several people answered; if so, how many, whether their scores are by this version of the pack, the
 * scores, and the spread of every answer.
 */
export function writeGroup(out: BitWriter, { answers, group }: Answers, pack: LinkPack): void {
  out.write(group ? 1 : 0, 1);
  if (!group) return;
  const { people } = group;
  out.write(people, countBits);
  out.write(group.version === pack.version ? 1 : 0, 1);
  if (group.version === pack.version) writeScores(out, group);
  const answersByItem = new Map(answers.map((answer) => [answer.item, answer]));
  const answeredItems = pack.items
    .flatMap(({ id }) => answersByItem.get(id) ?? [])
    .filter(({ state }) => state !== 'unanswered');
  const spreads = answeredItems.flatMap(({ spread }) => spread ?? []);
  const usual = usualCount(spreads, people);
  out.write(usual - 1, bitsUpTo(people));
  for (const { spread } of answeredItems) writeSpread(out, spread, people, usual);
}

function writeSpread(out: BitWriter, spread: Spread | undefined, people: number, usual: number): void {
  const isUsual = spread?.n === usual;
  out.write(isUsual ? codeOf(spread) : otherCode, spreadBits);
  if (isUsual) return;
  out.write(spread ? 1 : 0, 1);
  if (!spread) return;
  out.write(spread.n - 1, bitsUpTo(people));
  out.write(codeOf(spread), spreadBits);
}

const readScores = (bits: BitReader): Group['variables'] =>
  variableIds.flatMap((id) =>
    bits.read(1) === 0 ? [] : [{ id, low: bits.read(scoreBits) / scoreSteps, high: bits.read(scoreBits) / scoreSteps }],
  );

function readSpread(bits: BitReader, people: number, usual: number): Spread | undefined {
  const code = bits.read(spreadBits);
  if (code !== otherCode) return { n: usual, ...(spreads[code] as Levels) };
  if (bits.read(1) === 0) return undefined;
  const n = bits.read(bitsUpTo(people)) + 1;
  const levels = spreads[bits.read(spreadBits)];
  return levels && { n, ...levels };
}

/**
 * Reads what `writeGroup` wrote; empty if one person answered.
 * @param answers what the same link holds before the group: the answers, in the order of the pack
 */
export function readGroup(
  bits: BitReader,
  answers: readonly Answer[],
  pack: LinkPack,
): { group?: Group; spreadByItem?: Map<string, Spread> } {
  if (bits.read(1) === 0) return {};
  const people = bits.read(countBits);
  const isOfThisPack = bits.read(1) === 1;
  const group = isOfThisPack
    ? { people, version: pack.version, variables: readScores(bits) }
    : { people, version: unknownVersion, variables: [] };
  const usual = bits.read(bitsUpTo(people)) + 1;
  const spreadByItem = new Map<string, Spread>();
  for (const { item } of answers) {
    const spread = readSpread(bits, people, usual);
    if (spread) spreadByItem.set(item, spread);
  }
  return { group, spreadByItem };
}
