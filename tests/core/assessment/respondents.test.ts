import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { t } from '../../../src/build/strings.ts';
import { type Answers, answerMap } from '../../../src/core/answers/answers.ts';
import { mergeDrafts } from '../../../src/core/answers/merge-drafts.ts';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { groupAnswers } from '../../../src/core/assessment/group-answers.ts';
import { jointAnswer, type MergedItem, mergeRespondents, spreadOf } from '../../../src/core/assessment/respondents.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { renderMerge } from '../../../src/core/render/side-by-side.ts';
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

/** Answers of people to a pack of one practice, written briefly. */
const small = packWith([practice('a')]);
const peopleOf = (
  ...list: [brief: Brief[string] | null, role?: string | undefined, name?: string | undefined, system?: string][]
): Answers[] =>
  list.map(([brief, role, name, system]) => ({
    ...answersOf(small, brief === null ? [] : [answerOf('a', brief)]),
    ...(role === undefined ? {} : { respondent: { role, ...(name === undefined ? {} : { name }) } }),
    ...(system === undefined ? {} : { system }),
  }));
const only = (merged: ReturnType<typeof mergeRespondents>) => merged.items[0] as MergedItem;

const three = (role: string, ...levels: number[]) =>
  peopleOf(...levels.map((level) => [level, role] as [number, string]));

test('spellings of one role count as the same, and the first one is shown in lower case', () => {
  const chefs = peopleOf([0, 'Chef d’équipe'], [1, "chef d'équipe"], [1, "CHEF\u00a0D'E\u0301QUIPE"]);
  const merged = mergeRespondents([...chefs, ...three('engineer', 3, 4, 4)], small);
  expect(only(merged).roles.map(({ role, n }) => [role, n])).toEqual([
    ['chef d’équipe', 3],
    ['engineer', 3],
  ]);
});

test('roles ignore case and spaces, are sorted by name, and never appear alone', () => {
  const both = mergeRespondents(
    [...three(' Manager', 0, 1, 1), ...three('engineer ', 3, 4, 4), ...three('', 2, 2, 2)],
    small,
  );
  expect(only(both).roles.map(({ role, value }) => [role, value])).toEqual([
    ['engineer', 4],
    ['manager', 1],
  ]);
  expect(only(mergeRespondents(three('engineer', 1, 2, 3), small)).roles).toEqual([]);
  const unknowing = peopleOf(['dk', 'manager'], [1, 'manager'], [1, 'manager']);
  expect(only(mergeRespondents([...unknowing, ...three('engineer', 3, 4, 4)], small)).roles).toEqual([]);
});

test('names of people and systems are trimmed; a missing name is null', () => {
  const merged = mergeRespondents(
    peopleOf([1, ' lead ', ' Ada ', ' Parcels '], [2, ' ', '', 'Parcels'], [null, undefined, undefined, 'Alerts']),
    small,
  );
  expect(merged.respondents).toMatchObject([
    { name: 'Ada', role: 'lead', answered: 1 },
    { name: null, role: null, answered: 1 },
    { name: null, role: null, answered: 0 },
  ]);
  expect([merged.system, merged.systems]).toEqual(['Alerts', ['Alerts', 'Parcels']]);
  expect(mergeRespondents(peopleOf([1, undefined, undefined, '']), small).system).toBe('');
});

test('the joint answer is the median, else "don\'t know", else "does not apply"', () => {
  const joint = (...briefs: (Brief[string] | null)[]) =>
    jointAnswer(
      only(mergeRespondents(peopleOf(...briefs.map((brief) => [brief] as [Brief[string] | null])), small)),
      2,
    );
  expect(joint(1, 3, 4, 'dk')).toEqual({ item: 'a', rev: 2, state: 'level', level: 3 });
  expect(joint('na', 'dk', null)).toEqual({ item: 'a', rev: 2, state: 'dk' });
  expect(joint('na', null)).toEqual({ item: 'a', rev: 2, state: 'na' });
  expect(joint(null, null)).toEqual({ item: 'a', rev: 2, state: 'unanswered' });
  const { variables } = mergeRespondents(peopleOf([1], [3], [4]), small);
  expect(variables.find(({ id }) => id === 'velocity')?.point).toBe(3 / 4);
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

test('groupAnswers(list, decisions) takes the decisions, the median for the rest, and names its sources', () => {
  const list = [1, 2, 3].map((seed) => ({
    ...generateTeam(pack, seed),
    system: 'Parcels',
    respondent: { role: `role ${seed}`, name: `P${seed}` },
  }));
  const item = mergeRespondents(list, pack).agenda[0] ?? '';
  const jointAnswers = groupAnswers(
    list,
    [{ item, answer: { state: 'level', level: 4 }, note: ' We looked. ' }],
    '2026-11-24',
    pack,
  );
  expect(jointAnswers.sources).toEqual(list.map(({ respondent, date }) => ({ ...respondent, date })));
  expect(answerMap(jointAnswers).get(item)).toMatchObject({ level: 4, note: 'We looked.' });
  expect([jointAnswers.system, jointAnswers.date]).toEqual(['Parcels', '2026-11-24']);
  const median = mergeRespondents(list, pack).items.find((each) => each.item !== item && each.n === 3);
  expect(answerMap(jointAnswers).get(median?.item ?? '')).toMatchObject({ state: 'level', level: median?.value });
});

test('groupAnswers(list, decisions) leaves out unanswered questions, keeps revisions, and takes scope and context from the first who gave one', () => {
  const two = packWith([practice('a'), practice('b', { rev: 3 })]);
  const of = (brief: Brief, more: Partial<Answers> = {}): Answers => ({
    ...answersOf(
      two,
      Object.entries(brief).map(([id, value]) => answerOf(id, value)),
    ),
    ...more,
  });
  const list = [
    of({ b: 1 }),
    of(
      { b: 'dk' },
      { scope: { boundary: 'the service' }, context: { serving: 'online' }, respondent: { role: 'lead' } },
    ),
    of({}, { scope: { boundary: 'all' }, context: { serving: 'batch' } }),
  ].map((each, at) => (at === 0 ? each : { ...each, date: `2026-11-0${at}` }));
  const jointAnswers = groupAnswers(
    list,
    [{ item: 'b', answer: { state: 'level', level: 2 }, note: '   ' }],
    '2026-11-24',
    two,
  );
  const spread = { n: 1, min: 1, max: 1 }; // one of the three gave a level
  expect(jointAnswers.answers).toEqual([{ item: 'b', rev: 3, state: 'level', level: 2, spread }]);
  expect([jointAnswers.scope, jointAnswers.context]).toEqual([{ boundary: 'the service' }, { serving: 'online' }]);
  expect(jointAnswers.sources).toEqual([
    ...(list[0]?.date ? [{ date: list[0].date }] : [{}]),
    { role: 'lead', date: '2026-11-01' },
    { date: '2026-11-02' },
  ]);
  const bare = groupAnswers([of({ a: 'na' })], [], '2026-11-24', two);
  expect(bare.answers).toEqual([{ item: 'a', rev: 1, state: 'na' }]);
  expect([bare.context, 'scope' in bare]).toEqual([{}, false]);
});

test('sources survive being written, read, migrated and merged', () => {
  const jointAnswers = groupAnswers(
    [1, 2].map((seed) => generateTeam(pack, seed)),
    [],
    '2026-11-24',
    pack,
  );
  const written = JSON.parse(JSON.stringify(jointAnswers));
  for (const read of [
    parseAnswers(written, pack),
    openAnswers({ ...written, pack: { ...written.pack, version: '0.9.0' } }, pack),
  ]) {
    expect(read.ok && read.value.sources).toEqual(jointAnswers.sources);
  }
  expect(mergeDrafts(jointAnswers, { ...jointAnswers, answers: [] }).sources).toEqual(jointAnswers.sources);
  expect(parseAnswers({ ...written, sources: [{ date: 'soon' }] }, pack)).toMatchObject({ ok: false });
});

test('the Markdown puts the agenda first, shows every question, and gives each note to its person', () => {
  const list = [4, 9, 12].map((seed) => generateTeam(pack, seed));
  const [first] = list;
  if (!first) throw new Error('no team');
  const noted = [
    {
      ...first,
      answers: first.answers.map((answer, at) => (at === 0 ? { ...answer, note: 'Only | on\nFridays' } : answer)),
    },
    ...list.slice(1),
  ];
  const merged = mergeRespondents(noted, pack);
  const text = renderMerge(merged, pack, t);
  const title = (id: string | undefined) => pack.items.find((item) => item.id === id)?.title ?? '?';
  expect(merged.agenda.length).toBeGreaterThan(3);
  expect(text.indexOf(title(merged.agenda[0]))).toBeLessThan(text.indexOf(title(merged.agenda[1])));
  expect(
    text
      .slice(text.indexOf('## Every question'))
      .split('\n')
      .filter((line) => line.startsWith('| ')).length,
  ).toBe(pack.items.length + 2);
  expect(text).toContain(`${title(first.answers[0]?.item)}, 1: Only \\| on Fridays`);
});
