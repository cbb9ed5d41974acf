import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { type Answers, answerMap } from '../../../src/core/answers/answers.ts';
import { type MergedItem, mergeRespondents, spreadOf } from '../../../src/core/assessment/respondents.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { answerOf, type Brief } from '../../support/compact.ts';
import { runs } from '../../support/runs.ts';
import { packWith, practice } from '../../support/small-pack.ts';
import { answersOf, generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const people = fc
  .array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 7 })
  .map((seeds) => seeds.map((seed) => generateTeam(pack, seed)));
const levels = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 });

// Worked examples: blind answers in, middles, spreads and agenda out, and why.
interface Vector {
  why: string[];
  weights: Record<string, number>;
  roles?: string[];
  people: Brief[];
  expected: { agenda: string[]; items: Record<string, Partial<MergedItem>> };
}
const folder = 'tests/fixtures/merges';
test.each(readdirSync(folder))('%s', (file) => {
  const {
    weights,
    roles,
    people: briefs,
    expected,
    why,
  }: Vector = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  const ids = [...new Set(briefs.flatMap((brief) => Object.keys(brief)))];
  const small = packWith(ids.map((id) => practice(id, { weight: weights[id] ?? 1 })));
  const list = briefs.map((brief, at) => ({
    ...answersOf(
      small,
      Object.entries(brief).map(([id, value]) => answerOf(id, value)),
    ),
    respondent: { role: roles?.[at] ?? '' },
  }));
  const merged = mergeRespondents(list, small);
  expect(merged.agenda).toEqual(expected.agenda);
  for (const [id, part] of Object.entries(expected.items))
    expect(
      merged.items.find(({ item }) => item === id),
      id,
    ).toMatchObject(part);
  expect(why.join(' ').length).toBeGreaterThan(40);
});

test('spreadOf(levels): the value is one of the levels, at least half lie on or below it, and no other level lies closer', () => {
  fc.assert(
    fc.property(levels, (list) => {
      const { value, n, min, max, disagreement } = spreadOf(list);
      const off = (from: number) => list.reduce((total, level) => total + Math.abs(level - from), 0) / list.length;
      expect(list).toContain(value);
      expect(n).toBe(list.length);
      expect(list.filter((level) => level <= (value ?? -1)).length * 2).toBeGreaterThanOrEqual(list.length);
      expect(list.filter((level) => level < (value ?? -1)).length * 2).toBeLessThan(list.length);
      for (const other of [0, 1, 2, 3, 4]) expect(off(other)).toBeGreaterThanOrEqual((disagreement ?? 9) - 1e-12);
      expect([min, max]).toEqual([Math.min(...list), Math.max(...list)]);
    }),
  );
});

test('names that show nothing are no names', () => {
  const named = (system: string, name: string) => ({
    ...generateTeam(pack, 1),
    system,
    respondent: { name, role: name },
  });
  const merge = mergeRespondents([named('\u2800', ' '), named('Parcels', '\u200b')], pack);
  expect(merge).toMatchObject({ system: 'Parcels', systems: ['Parcels'] });
  expect(merge.respondents).toMatchObject([
    { name: null, role: null },
    { name: null, role: null },
  ]);
});

test('the order of people changes their numbers and nothing else', () => {
  fc.assert(
    fc.property(people, (list) => {
      const bare = (each: MergedItem) => ({
        ...each,
        dots: each.dots.map(({ state, level }) => `${state} ${level}`).toSorted(),
      });
      const [there, back] = [mergeRespondents(list, pack), mergeRespondents(list.toReversed(), pack)];
      expect(back.items.map(bare)).toEqual(there.items.map(bare));
      expect([back.agenda, back.signals, back.variables]).toEqual([there.agenda, there.signals, there.variables]);
    }),
    runs(40),
  );
});

test('people who agree have nothing to talk about, and the merge has their answers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 6 }), (seed, count) => {
      const one = generateTeam(pack, seed);
      const merged = mergeRespondents(
        Array.from({ length: count }, () => one),
        pack,
      );
      expect(merged.agenda).toEqual([]);
      const given = answerMap(one);
      for (const { item, value, conflict, disagreement } of merged.items) {
        const answer = given.get(item);
        expect(value).toBe(answer?.state === 'level' ? answer.level : null);
        expect([conflict, disagreement ?? 0]).toEqual([false, 0]);
      }
    }),
    runs(40),
  );
});

test('a person who does not know or has not answered changes no median, no spread and no agenda', () => {
  fc.assert(
    fc.property(people, (list) => {
      const silent = answersOf(
        pack,
        pack.items.map(({ id }) => answerOf(id, 'dk')),
      );
      const [without, withIt] = [mergeRespondents(list, pack), mergeRespondents([...list, silent], pack)];
      expect(withIt.agenda).toEqual(without.agenda);
      expect(withIt.items.map(({ value, disagreement }) => [value, disagreement])).toEqual(
        without.items.map(({ value, disagreement }) => [value, disagreement]),
      );
      expect(withIt.items.every(({ counts }, at) => counts.dk === (without.items[at]?.counts.dk ?? 0) + 1)).toBe(true);
    }),
    runs(30),
  );
});

test('a role of fewer than three people is never shown separately', () => {
  fc.assert(
    fc.property(
      people,
      fc.array(fc.constantFrom('engineer', 'manager', ''), { minLength: 7, maxLength: 7 }),
      (list, roles) => {
        const merged = mergeRespondents(
          list.map((each, at) => ({ ...each, respondent: { role: roles[at] ?? '' } })),
          pack,
        );
        for (const { roles: shown } of merged.items) {
          expect(shown.length === 0 || shown.length > 1).toBe(true);
          for (const { n, role } of shown) expect([n >= 3, role !== '']).toEqual([true, true]);
        }
      },
    ),
    runs(40),
  );
});

test('the signal about notebooks is read from the spread of its questions', () => {
  const notebook = (level: number): Answers =>
    answersOf(
      pack,
      ['notebook-path', 'environment-parity', 'review-data-shaping-code'].map((id) =>
        answerOf(id, id === 'notebook-path' ? level : 2),
      ),
    );
  const read = (...list: number[]) => mergeRespondents(list.map(notebook), pack).signals;
  expect(read(0, 4)).toEqual([{ id: 'notebook-philosophies', status: 'split', raisedBy: ['notebook-path'] }]);
  expect(read(2, 2)[0]?.status).toBe('agreed');
  expect(read(2)[0]?.status).toBe('not-enough-known');
});
