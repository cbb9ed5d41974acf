import { readFileSync } from 'node:fs';
import type { Answer, Answers } from '../../src/core/answers/answers.ts';
import { contextValues } from '../../src/core/model/ids.ts';
import type { Pack, PackItem } from '../../src/core/model/pack.ts';
import { randomFrom } from '../../src/core/reliability/bootstrap.ts';

/** Draws from a normal distribution of mean 0 and deviation 1 (Box and Muller). */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const clampLevel = (value: number): number => Math.max(0, Math.min(4, Math.round(value)));

/** How generated teams are made: spreads in levels, chances in shares. */
const makeup = { mean: 2, team: 0.75, variable: 0.5, stage: 0.3, item: 0.85, symptom: 0.9, na: 0.03, dk: 0.15 };

/** Practices that share a signal with a symptom: their state shows in it. */
function causesOf(symptom: string, pack: Pack): string[] {
  return pack.signals
    .filter(({ indicators }) => indicators.some(({ item }) => item === symptom))
    .flatMap(({ indicators }) => indicators.filter(({ direction }) => direction === 'inverse').map(({ item }) => item));
}

/** The questions that generated teams hang on, in the order in which their answers are drawn. */
const releasedPack: { items: { id: string }[] } = JSON.parse(
  readFileSync('tests/fixtures/released/pack-2.0.0.json', 'utf8'),
);
const drawingOrder = new Map(releasedPack.items.map(({ id }, index) => [id, index]));

/** Random numbers for a question that the released pack lacks: others that were added have no effect on them. */
function randomOf(id: string, seed: number): () => number {
  const sum = [...id].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 2 ** 31, 7);
  return randomFrom(seed * 104_729 + sum);
}

/**
 * Questions or answers in the order of a released pack, then those that it lacks, so that a new question leaves the
 * teams as they were. In a pack without any of its questions, all count as released.
 */
function inDrawingOrder<T>(list: readonly T[], idOf: (entry: T) => string): { released: T[]; added: T[] } {
  const placeOf = (entry: T) => drawingOrder.get(idOf(entry)) ?? 0;
  const released = list.filter((entry) => drawingOrder.has(idOf(entry))).toSorted((a, b) => placeOf(a) - placeOf(b));
  if (released.length === 0) return { released: [...list], added: [] };
  return { released, added: list.filter((entry) => !released.includes(entry)) };
}

/**
 * Makes a plausible team: practices move together by team, V and stage; symptoms follow the practices behind them;
 * some answers are not known or do not apply. The same seed gives the same team.
 */
export function generateTeam(pack: Pack, seed: number): Answers {
  let random = randomFrom(seed * 7919 + 17);
  const draw = (spread: number) => spread * normal(random);
  const team = draw(makeup.team);
  const byVariable = new Map(pack.variables.map(({ id }) => [id as string, draw(makeup.variable)]));
  const byStage = new Map(pack.stages.map(({ id }) => [id as string, draw(makeup.stage)]));
  const dkShare = makeup.dk * random();
  const latent = new Map<string, number>();
  const drawLatent = (items: readonly PackItem[]) => {
    for (const { id, kind, variable, stage } of items) {
      if (kind !== 'practice') continue;
      const shared = makeup.mean + team + (byVariable.get(variable ?? '') ?? 0) + (byStage.get(stage) ?? 0);
      latent.set(id, shared + draw(makeup.item));
    }
  };
  const trouble = (id: string) => {
    const causes = causesOf(id, pack).map((cause) => latent.get(cause) ?? makeup.mean);
    const mean = causes.reduce((total, value) => total + value, 0) / Math.max(1, causes.length);
    return 4 - mean + draw(makeup.symptom);
  };
  const answerTo = ({ id, rev, kind }: PackItem): Answer => {
    const level = clampLevel(kind === 'practice' ? (latent.get(id) ?? makeup.mean) : trouble(id));
    const chance = random();
    if (chance < makeup.na) return { item: id, rev, state: 'na', reason: 'no-such-part' };
    return chance < makeup.na + dkShare ? { item: id, rev, state: 'dk' } : { item: id, rev, state: 'level', level };
  };
  const given = new Map<string, Answer>();
  const { released, added } = inDrawingOrder(pack.items, ({ id }) => id);
  drawLatent(released);
  for (const item of released) given.set(item.id, answerTo(item));
  for (const item of added) {
    random = randomOf(item.id, seed);
    drawLatent([item]);
    given.set(item.id, answerTo(item));
  }
  return answersOf(
    pack,
    pack.items.flatMap(({ id }) => given.get(id) ?? []),
  );
}

/** Four kinds of generated teams, as section 6 of the design asks for. */
export const arms: Record<string, (pack: Pack, seed: number) => Answers> = {
  'symptoms follow practices': generateTeam,
  'symptoms independent of practices': (pack, seed) => {
    const symptoms = new Set(pack.items.filter(({ kind }) => kind === 'symptom').map(({ id }) => id));
    return redrawn(generateTeam(pack, seed), seed * 31 + 5, (answer, random) => {
      const level = clampLevel(2 + 1.2 * normal(random));
      return answer.state === 'level' && symptoms.has(answer.item) ? { ...answer, level } : answer;
    });
  },
  'contexts drawn, too': (pack, seed) => {
    const random = randomFrom(seed * 17 + 3);
    const draw = (values: readonly string[]) => values[Math.floor(random() * values.length)];
    const context = Object.fromEntries(Object.entries(contextValues).map(([field, values]) => [field, draw(values)]));
    return { ...generateTeam(pack, seed), context };
  },
  'a third more unknown': (pack, seed) =>
    redrawn(generateTeam(pack, seed), seed * 13 + 1, (answer, random) => {
      const { item, rev } = answer;
      return answer.state === 'level' && random() < 0.3 ? { item, rev, state: 'dk' } : answer;
    }),
};

/** The same team on another day: each level moves by an anchor, up or down, with a chance of 15 %. */
export function wobbled(team: Answers, seed: number): Answers {
  return redrawn(team, seed * 101 + 7, (answer, random) => {
    const isMoved = random() < 0.15;
    const step = random() < 0.5 ? -1 : 1;
    return answer.state === 'level' && isMoved ? { ...answer, level: clampLevel(answer.level + step) } : answer;
  });
}

/** A team with each answer drawn anew, in drawing order; each added question has random numbers of its own. */
function redrawn(team: Answers, seed: number, draw: (answer: Answer, random: () => number) => Answer): Answers {
  const random = randomFrom(seed);
  const { released, added } = inDrawingOrder(team.answers, ({ item }) => item);
  const drawn = new Map(released.map((answer) => [answer.item, draw(answer, random)]));
  for (const answer of added) drawn.set(answer.item, draw(answer, randomOf(answer.item, seed)));
  return { ...team, answers: team.answers.map((answer) => drawn.get(answer.item) ?? answer) };
}

/** Answers to a pack, with nothing else in them. */
export function answersOf(pack: Pick<Pack, 'id' | 'version'>, answers: Answer[]): Answers {
  return {
    format: 'trivium-answers',
    version: 1,
    pack: { id: pack.id, version: pack.version },
    system: 'Generated',
    date: '2026-11-23',
    context: {},
    answers,
    targets: [],
    decisions: [],
    overrides: [],
  };
}

/** Answers that give every item the level that a rule names. */
export function answersBy(pack: Pack, levelFor: (item: PackItem) => number): Answers {
  return answersOf(
    pack,
    pack.items.map((item) => ({ item: item.id, rev: item.rev, state: 'level', level: levelFor(item) })),
  );
}

/** The pack with a single re-weighting, for tests that do not look at the stability of plans: the rest is the same. */
export const withoutStability = (pack: Pack): Pack => ({
  ...pack,
  constants: { ...pack.constants, stability: { ...pack.constants.stability, count: 1 } },
});

/** What to do where a practice is among the first moves of too many generated teams, or of none. */
export const balancePlans = (practice: string): string =>
  `Plans have to differ: change the weight of "${practice}", or the numbers under "moves" in content/assessment/pack.yaml; npm run teams shows the effect`;

/** Pearson's correlation of two lists of equal length, -1 to 1; NaN where one of them never varies. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((total, value) => total + value, 0) / list.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (x: readonly number[], meanX: number, y: readonly number[], meanY: number) =>
    mean(x.map((value, index) => (value - meanX) * ((y[index] ?? 0) - meanY)));
  return product(a, meanA, b, meanB) / Math.sqrt(product(a, meanA, a, meanA) * product(b, meanB, b, meanB));
}

/** Correlations of every two of the named lists, highest first. */
export function correlations(lists: Readonly<Record<string, readonly number[]>>) {
  const ids = Object.keys(lists);
  return ids
    .flatMap((a, index) => ids.slice(index + 1).map((b) => ({ a, b, r: correlation(lists[a] ?? [], lists[b] ?? []) })))
    .toSorted((x, y) => y.r - x.r);
}
