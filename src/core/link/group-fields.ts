import type { Answer, Answers } from '../answers/answers.ts';
import { variableIds } from '../model/ids.ts';
import type { LinkPack } from '../model/pack.ts';
import type { BitReader, BitWriter } from './bits.ts';

// How far the people of a group are apart, as bits: how many people, their scores, and the spread of each answer.
const countBits = 6;
/** The most people that fit. */
export const mostPeople = 2 ** countBits - 1;
const spreadBits = 4;
/** Every lowest and highest level that can stand together; a link holds the place in this list. */
const spreads = [0, 1, 2, 3, 4].flatMap((min) =>
  [0, 1, 2, 3, 4].filter((max) => max >= min).map((max) => ({ min, max })),
);
/** Scores have three decimals. */
const scoreBits = 10;
const scoreSteps = 1000;

type Group = NonNullable<Answers['group']>;
type Spread = NonNullable<Answer['spread']>;

/** A score 0 to 1 as a link holds it: with three decimals. */
export const roundScore = (score: number): number => Math.round(score * scoreSteps) / scoreSteps;

function writeScores(out: BitWriter, { variables }: Group): void {
  for (const id of variableIds) {
    const scores = variables.find((each) => each.id === id);
    out.write(scores ? 1 : 0, 1);
    if (!scores) continue;
    out.write(Math.round(scores.low * scoreSteps), scoreBits);
    out.write(Math.round(scores.high * scoreSteps), scoreBits);
  }
}

/** Writes whether several people answered; if so, how many, their scores, and the spread of every answer. */
export function writeGroup(out: BitWriter, { answers, group }: Answers, pack: LinkPack): void {
  out.write(group ? 1 : 0, 1);
  if (!group) return;
  out.write(group.people, countBits);
  writeScores(out, group);
  const spreadByItem = new Map(answers.map(({ item, spread }) => [item, spread]));
  const answered = new Set(answers.filter(({ state }) => state !== 'unanswered').map(({ item }) => item));
  for (const { id } of pack.items) {
    if (!answered.has(id)) continue;
    const spread = spreadByItem.get(id);
    out.write(spread ? 1 : 0, 1);
    if (!spread) continue;
    out.write(spread.n === group.people ? 1 : 0, 1); // mostly so
    if (spread.n !== group.people) out.write(spread.n, countBits);
    out.write(
      spreads.findIndex(({ min, max }) => min === spread.min && max === spread.max),
      spreadBits,
    );
  }
}

const readScores = (bits: BitReader): Group['variables'] =>
  variableIds.flatMap((id) =>
    bits.read(1) === 0 ? [] : [{ id, low: bits.read(scoreBits) / scoreSteps, high: bits.read(scoreBits) / scoreSteps }],
  );

/** Reads what `writeGroup` wrote; empty if one person answered. */
export function readGroup(
  bits: BitReader,
  answers: readonly Answer[],
  pack: LinkPack,
): { group?: Group; spreadByItem?: Map<string, Spread> } {
  if (bits.read(1) === 0) return {};
  const people = bits.read(countBits);
  const group = { people, version: pack.version, variables: readScores(bits) };
  const answered = new Set(answers.map(({ item }) => item));
  const spreadByItem = new Map<string, Spread>();
  for (const { id } of pack.items) {
    if (!answered.has(id) || bits.read(1) === 0) continue;
    const n = bits.read(1) === 1 ? people : bits.read(countBits);
    const levels = spreads[bits.read(spreadBits)];
    if (levels) spreadByItem.set(id, { n, ...levels });
  }
  return { group, spreadByItem };
}
