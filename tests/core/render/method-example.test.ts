import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { release } from '../../../src/build/site.ts';
import { rankMoves } from '../../../src/core/assessment/moves.ts';
import { formatPoints, scoreTerms, scoreVariable } from '../../../src/core/assessment/score.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { siteCitation } from '../../../src/core/render/cite.ts';
import { exampleLevels, exampleMove, moveExample, scoreExample } from '../../../src/core/render/method-example.ts';
import { answersFrom } from '../../support/compact.ts';
import { packWith, practice } from '../../support/small-pack.ts';

const pack = packOf(loadKnowledgeBase());

/** Works out a sum as a reader would: brackets first, then × and / from left to right, then + and -. */
function workOut(sum: string): number {
  const bracket = /\(([^()]*)\)/.exec(sum);
  if (bracket) return workOut(sum.replace(bracket[0], String(workOut(bracket[1] ?? ''))));
  const words = sum.trim().split(/\s+/);
  const terms = [Number(words[0])];
  for (let at = 1; at < words.length; at += 2) {
    const [sign, next] = [words[at], Number(words[at + 1])];
    const last = terms.at(-1) ?? Number.NaN;
    if (sign === '×') terms[terms.length - 1] = last * next;
    else if (sign === '/') terms[terms.length - 1] = last / next;
    else if (sign === '+' || sign === '-') terms.push(sign === '+' ? next : -next);
    else throw new Error(`"${sign}" is no sign.`);
  }
  return terms.reduce((total, term) => total + term, 0);
}

/** Both sides of a sum as the page shows it. */
function sides(sum: string | null): [worked: number, said: number] {
  const [left = '', right = ''] = (sum ?? '').split(' = ');
  return [workOut(left), Number(right)];
}

test('the arithmetic of the example score gives the numbers of scoreTerms', () => {
  const example = scoreExample(exampleLevels, pack.constants);
  const terms = [1, 0.5, null, null].map((value) => ({ weight: 1, value }));
  const { coverage, point, low: worst, high: best } = scoreTerms(terms, pack.constants.pointCoverage);
  for (const [name, value] of Object.entries({ coverage, point, worst, best })) {
    const [worked, said] = sides(example[name as 'coverage']);
    expect(worked / 100, name).toBeCloseTo(value ?? Number.NaN, 12);
    expect(said, name).toBe(Math.round(worked));
  }
});

test('the example score has the band that a report gives to the same answers', () => {
  const four = packWith(['a', 'b', 'c', 'd'].map((id) => practice(id)));
  const { low, high } = scoreVariable('velocity', answersFrom({ a: 4, b: 2, c: 'dk' }), four, 'full');
  const example = scoreExample(exampleLevels, pack.constants);
  expect(example.score).toMatchObject({ low, high });
  expect(example).toMatchObject({
    wobble: '25 / √2 = 18',
    low: 'min(38, 75 − 18) = 38',
    high: 'max(88, 75 + 18) = 93',
  });
});

test('the example score rounds a half up, as reports do', () => {
  const { score, point } = scoreExample([3, 3, 3, 2, 2, 2, 2, 2, 2, 2], pack.constants);
  expect(score.point).toBe(0.575);
  expect(point?.split(' = ')[1]).toBe(formatPoints(0.575));
  expect(formatPoints(0.575)).toBe('58');
});

test('the example score has no point if too little is known', () => {
  const { point, wobble, low, high } = scoreExample([4, null, null], pack.constants);
  expect({ point, wobble, low, high }).toEqual({ point: null, wobble: null, low: '33', high: '100' });
});

test('the arithmetic of the example move gives its priority in the ranking', () => {
  const example = moveExample(pack, exampleMove);
  const [worked, said] = sides(example.arithmetic);
  expect(worked).toBeCloseTo(example.priority, 2);
  expect(said).toBeCloseTo(worked, 2);
  const [gap, saidGap] = sides(example.gap);
  expect(saidGap).toBe(gap);
  expect(Number(example.factors.find(({ name }) => name === 'gap')?.value)).toBe(gap ** 2);

  // The same team through the whole ranking: this practice low, and one likely signal that it eases.
  const eased = pack.signals.filter(({ helps }) => helps.includes(exampleMove.practice)).slice(0, exampleMove.eases);
  const reading = { status: 'likely', point: 1, low: 1, high: 1, coverage: 1, known: 1, applicable: 1 } as const;
  const [move] = rankMoves({
    answers: answersFrom({ [exampleMove.practice]: exampleMove.level }),
    pack,
    depth: 'full',
    signals: eased.map(({ id }) => ({ id, ...reading, raisedBy: [], override: null })),
    lowest: [],
    settings: { context: {}, targets: [] },
  });
  expect(move?.eases).toHaveLength(exampleMove.eases);
  expect(move?.practice).toBe(exampleMove.practice);
  expect(move?.priority).toBe(example.priority);
});

test('the example move has every factor of the formula and the facts of its practice', () => {
  const { factors, safety, level, target } = moveExample(pack, exampleMove);
  expect(factors.map(({ name }) => name)).toEqual([
    'weight',
    'gap',
    'grade',
    'relief',
    'lift',
    'safety',
    'stakes',
    'effort',
  ]);
  expect(safety).toBe(true);
  expect(level).toBeLessThanOrEqual(pack.constants.moves.unsafeLevel);
  expect(target).toBe(pack.constants.moves.target);
});

test('Trivium is cited as CITATION.cff says', () => {
  const { title, year, note, authors } = siteCitation(release, 'https://trivium.example/');
  const file = readFileSync('CITATION.cff', 'utf8');
  expect(file).toContain(`title: "${title}"`);
  expect(file).toContain(`date-released: ${year}-`);
  expect(file).toContain(`version: ${note?.replace('Version ', '')}\n`);
  expect(file).toContain(`- name: ${authors[0]?.family}\n`);
});
