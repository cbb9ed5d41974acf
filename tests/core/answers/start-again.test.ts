import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, type Answers, answerMap } from '../../../src/core/answers/answers.ts';
import { mergeDrafts } from '../../../src/core/answers/merge-drafts.ts';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { previousAnswer } from '../../../src/core/answers/previous-answer.ts';
import { changesSincePrevious, startAgain } from '../../../src/core/answers/start-again.ts';
import { packWith, practice } from '../../support/small-pack.ts';
import { answersOf } from '../../support/teams.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const pack = packWith(ids.map((id) => practice(id)));
const content = fc.oneof(
  fc.record({ state: fc.constant('level'), level: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ state: fc.constant('na'), reason: fc.constantFrom('no-such-part', 'x'.repeat(2000)) }),
  fc.record({ state: fc.constant('dk'), note: fc.constant('secret'), at: fc.constant('2026-08-01T10:00:00Z') }),
  fc.constant({ state: 'unanswered' }),
);
const round = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ids), content), { selector: ([id]) => id })
  .map((list): Answer[] => list.map(([item, fields]) => ({ item, rev: 1, ...fields }) as Answer));
const former = (answers: Answer[], part: object = {}): Answers => ({
  ...answersOf(pack, answers),
  system: 'Search',
  date: '2026-08-01',
  ...part,
});

test('startAgain(former) has no answers, and a hint for each former answer that is not open', () => {
  fc.assert(
    fc.property(round, (answers) => {
      const next = startAgain(former(answers), '2026-11-23');
      expect(parseAnswers(JSON.parse(JSON.stringify(next)), pack)).toMatchObject({ ok: true });
      expect([next.date, next.previous?.date, next.answers]).toEqual(['2026-11-23', '2026-08-01', []]);
      const formerAnswers = answerMap({ answers });
      expect(next.previous?.answers.map(({ item }) => item).toSorted()).toEqual([...formerAnswers.keys()].toSorted());
      for (const { item } of next.previous?.answers ?? [])
        expect(previousAnswer(next.previous, { id: item, rev: 1 })?.answer.state).toBe(formerAnswers.get(item)?.state);
    }),
  );
});

test('startAgain(former) keeps the hints of the largest assessment below 64 KiB, without notes', () => {
  const text = JSON.stringify(
    Array.from({ length: 50 }, (_, n) => ({
      item: `practice-${n}`.padEnd(40, 'x'),
      rev: 1,
      state: 'na',
      reason: '字'.repeat(2000),
      note: '字'.repeat(2000),
      evidence: { kind: 'shown', url: 'u'.repeat(2000) },
    })),
  );
  const { previous } = startAgain(former(JSON.parse(text)), '2026-11-23');
  expect(Buffer.byteLength(JSON.stringify(previous))).toBeLessThan(65_536);
  expect(JSON.stringify(previous)).not.toMatch(/note|evidence/);
});

test('startAgain(former) keeps the system and the plans, and drops what judged the former answers', () => {
  const full = former([{ item: 'a', rev: 1, state: 'level', level: 2 }], {
    respondent: { role: 'On call' },
    scope: { boundary: 'Ranking', lastChange: 'The July model' },
    context: { serving: 'online' },
    targets: [{ item: 'a', level: 4 }],
    decisions: [{ practice: 'a', decision: 'do', owner: 'Ada' }],
    overrides: [{ signal: 'pain', reason: 'No' }],
    review: '2026-08-20',
    setAside: { answers: [{ item: 'gone', rev: 1, state: 'dk' }], targets: [], decisions: [], overrides: [] },
  });
  const next = startAgain(full, '2026-11-23');
  expect(next).toMatchObject({
    system: 'Search',
    respondent: { role: 'On call' },
    scope: { boundary: 'Ranking' },
    context: { serving: 'online' },
    targets: full.targets,
    decisions: full.decisions,
    overrides: [],
  });
  expect(next.scope).not.toHaveProperty('lastChange');
  for (const field of ['review', 'setAside', 'reread', 'times']) expect(next).not.toHaveProperty(field);
});

test('startAgain(former) keeps what was promised as it was: who and until when, not why or what next', () => {
  const decisions = [
    { practice: 'a', decision: 'do' as const, owner: 'Ada', due: '2026-10-01', next: 'Ask Ben', reason: 'Costs' },
    { practice: 'b', decision: 'later' as const, owner: 'Ben', until: '2027-01-01' },
    { practice: 'c', owner: 'Cem', due: '2026-10-01' },
  ];
  const plan = { decisions, context: { model: 'hosted' }, targets: [{ item: 'a', level: 4, reason: 'Audit' }] };
  const next = startAgain(former([], plan), '2026-11-23');
  expect(next.previous).toMatchObject({
    decisions: [{ practice: 'a', decision: 'do', owner: 'Ada', due: '2026-10-01' }],
    context: { model: 'hosted' },
    targets: [{ item: 'a', level: 4 }],
  });
  expect(JSON.stringify(next.previous)).not.toMatch(/Ask Ben|Costs|Audit/);
  expect(next.decisions).toEqual(decisions);
  expect(startAgain(former([], { decisions: decisions.slice(1) }), '2026-11-23').previous).not.toHaveProperty(
    'decisions',
  );
});

test('startAgain(former) keeps what is at stake, but not the group or how far apart it was', () => {
  const spread = { n: 3, min: 0, max: 4 };
  const group = { people: 3, version: '1.0.0', variables: [{ id: 'velocity' as const, low: 0, high: 1 }] };
  const answered = former([{ item: 'a', rev: 1, state: 'level', level: 2, spread }], { stakes: 'Refunds', group });
  const next = startAgain(answered, '2026-11-23');
  expect(next.stakes).toBe('Refunds');
  expect(next).not.toHaveProperty('group');
  expect(next.previous?.answers).toEqual([{ item: 'a', rev: 1, state: 'level', level: 2 }]);
});

test('previousAnswer marks answers to changed questions, and changesSincePrevious does not compare them', () => {
  const open = {
    item: 'b',
    why: 'reworded' as const,
    before: { item: 'old', rev: 1, state: 'level' as const, level: 1 },
  };
  const { previous } = startAgain(former([{ item: 'a', rev: 1, state: 'dk' }], { reread: [open] }), '2026-11-23');
  expect(previousAnswer(previous, { id: 'a', rev: 1 })).toMatchObject({ hasChanged: false });
  expect(previousAnswer(previous, { id: 'a', rev: 2 })).toMatchObject({ hasChanged: true });
  expect(previousAnswer(previous, { id: 'b', rev: 1 })).toEqual({ hasChanged: true, answer: open.before });
  expect(previousAnswer(previous, { id: 'c', rev: 1 })).toBeUndefined();
  const now = answerMap({ answers: [{ item: 'b', rev: 1, state: 'level', level: 1 }] });
  if (!previous) throw new Error('There is no former round.');
  expect(changesSincePrevious(previous, now, pack.items)).toEqual({
    same: [],
    different: [],
    open: ['a'],
    added: ['b'],
  });
});

test('changesSincePrevious puts each item into one list, ignoring notes', () => {
  fc.assert(
    fc.property(round, round, (before, answers) => {
      const { previous } = startAgain(former(before), '2026-11-23');
      if (!previous) throw new Error('There is no former round.');
      const withNotes = answers.map((answer) => ({ ...answer, note: 'other' }));
      const changes = changesSincePrevious(previous, answerMap({ answers: withNotes }), pack.items);
      const [formerAnswers, newAnswers] = [answerMap({ answers: before }), answerMap({ answers })];
      const level = (answer: Answer | undefined) => (answer?.state === 'level' ? answer.level : undefined);
      for (const id of ids) {
        const listCount = Object.values(changes).filter((list: string[]) => list.includes(id)).length;
        expect(listCount).toBe(formerAnswers.has(id) || newAnswers.has(id) ? 1 : 0);
        if (!newAnswers.has(id) || !formerAnswers.has(id)) continue;
        const [a, b] = [formerAnswers.get(id), newAnswers.get(id)];
        if (a?.state !== b?.state || level(a) !== level(b)) expect(changes.different).toContain(id);
        else if (a?.state !== 'na') expect(changes.same).toContain(id);
      }
    }),
  );
});

test('mergeDrafts keeps hints that only one copy has, in either order', () => {
  const next = startAgain(former([{ item: 'a', rev: 1, state: 'dk' }]), '2026-11-23');
  const { previous, ...withoutHints } = next;
  expect(mergeDrafts(next, withoutHints as Answers).previous).toEqual(previous);
  expect(mergeDrafts(withoutHints as Answers, next).previous).toEqual(previous);
});
