import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { t } from '../../../src/build/strings.ts';
import { type Answers, answerMap } from '../../../src/core/answers/answers.ts';
import { mergeDrafts } from '../../../src/core/answers/merge-drafts.ts';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { groupAnswers } from '../../../src/core/assessment/group-answers.ts';
import { mergeRespondents } from '../../../src/core/assessment/respondents.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { renderMerge } from '../../../src/core/render/side-by-side.ts';
import { answerOf, type Brief } from '../../support/compact.ts';
import { packWith, practice } from '../../support/small-pack.ts';
import { answersOf, generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());

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
