import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import {
  type FindingDecision,
  filesOf,
  filesOfSource,
  firstIdOf,
  hasFile,
  type KeptProposals,
  mergeKept,
  nextChange,
  noProposals,
  readKept,
  withFile,
  withFindingDecision,
} from '../../../src/core/proposals/kept-proposals.ts';
import type { Proposals } from '../../../src/core/proposals/proposals.ts';
import { randomFrom } from '../../../src/core/reliability/bootstrap.ts';

const pack = packOf(loadKnowledgeBase());
const { id: item, rev } = pack.items[0] as (typeof pack.items)[number];
const at = (second: number) => new Date(Date.UTC(2026, 10, 28, 12, 0, second)).toISOString();
const look = (commit: string, file = 'dvc.yaml'): Proposals => ({
  format: 'trivium-proposals',
  version: 1,
  pack: { id: pack.id, version: pack.version },
  source: { kind: 'tool', name: 'trivium look', commit },
  items: [{ item, rev, reasons: [{ says: 'A pipeline is under version control.', file, line: 3 }] }],
});
const id = firstIdOf(look('aaaaaaa'));

test('the same file opened twice, or in two tabs, is there once', () => {
  const one = withFile(noProposals, id, look('aaaaaaa'), at(1));
  const two = withFile(noProposals, firstIdOf(look('aaaaaaa')), look('aaaaaaa'), at(2));
  expect(hasFile(one, look('aaaaaaa'))).toBe(true);
  expect(hasFile(one, look('bbbbbbb'))).toBe(false);
  expect(filesOf(mergeKept(one, two))).toHaveLength(1);
});

test('a newer look replaces the older one of its source; another repository stands beside it', () => {
  const kept = withFile(withFile(noProposals, id, look('aaaaaaa'), at(1)), 'other', look('ccccccc', 'x.py'), at(2));
  expect(filesOfSource(kept, look('bbbbbbb')).map((file) => file.id)).toEqual([id, 'other']);
  const agent: Proposals = { ...look('bbbbbbb'), source: { kind: 'agent', name: 'trivium look' } };
  expect(filesOfSource(kept, agent)).toEqual([]);
  const newer = withFile(kept, id, look('bbbbbbb'), at(3));
  expect(filesOf(newer).map(({ proposals }) => proposals.source.commit)).toEqual(['ccccccc', 'bbbbbbb']);
  expect(filesOf(withFile(newer, id, null, at(4))).map((file) => file.id)).toEqual(['other']);
});

/** Random changes to proposals, at times that may be equal. */
function randomKept(seed: number): KeptProposals {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let kept = noProposals;
  for (let change = 0; change < 6; change += 1) {
    const time = at(Math.floor(random() * 5));
    const mark: FindingDecision = {
      state: pick(['taken', 'aside', 'open']),
      at: time,
      ...pick([{}, { place: 'dvc.yaml:3' }]),
    };
    kept =
      random() < 0.5
        ? withFindingDecision(kept, pick(['a', 'b']), mark)
        : withFile(kept, pick([id, 'other']), pick([look('aaaaaaa'), look('bbbbbbb'), null]), time);
  }
  return kept;
}

test('mergeKept(a, b) is commutative, associative and idempotent', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const [a, b, c] = [randomKept(seed), randomKept(seed + 1000), randomKept(seed + 2000)];
    expect(mergeKept(a, b)).toEqual(mergeKept(b, a));
    expect(mergeKept(mergeKept(a, b), c)).toEqual(mergeKept(a, mergeKept(b, c)));
    expect(mergeKept(mergeKept(a, b), b)).toEqual(mergeKept(a, b));
  }
});

test('the latest change wins, and nextChange(kept, clock) is later than all, even if the clock is behind', () => {
  const first = withFindingDecision(noProposals, 'a', { state: 'aside', at: at(9) });
  const time = new Date(nextChange(first, Date.parse(at(1)))).toISOString();
  expect(time > at(9)).toBe(true);
  expect(mergeKept(withFindingDecision(first, 'a', { state: 'open', at: time }), first).marks['a']?.state).toBe('open');
  expect(nextChange(noProposals, Date.parse(at(1)))).toBe(Date.parse(at(1)));
  expect(nextChange(withFindingDecision(noProposals, 'a', { state: 'aside', at: '+275760-09-13' }), 5)).toBe(5);
});

test('readKept(text) reads back what was stored', () => {
  const mark: FindingDecision = { state: 'taken', at: at(2), place: 'dvc.yaml:3', before: { kind: 'claimed' } };
  const kept = withFindingDecision(
    withFile(withFile(noProposals, id, look('aaaaaaa'), at(1)), 'gone', null, at(1)),
    'a',
    mark,
  );
  expect(readKept(JSON.stringify(kept), pack)).toEqual({ ok: true, value: { kept, lost: [] } });
});

test('damage costs the damaged part, which is named; nothing is thrown', () => {
  const whole = look('aaaaaaa');
  const torn = { ...whole, items: [...whole.items, { item: 'no-such', rev: 1 }] };
  const files = { [id]: { at: at(1), proposals: torn }, other: { at: at(1), proposals: { format: 'x' } }, odd: 7 };
  const marks = { a: { state: 'taken', at: at(1) }, b: { state: 'eaten', at: at(1) }, c: null };
  const read = readKept(JSON.stringify({ ...noProposals, files, marks }), pack);
  if (!read.ok) throw new Error(read.problems.join(' '));
  expect(filesOf(read.value.kept)).toEqual([{ id, proposals: whole }]);
  expect(Object.keys(read.value.kept.marks)).toEqual(['a']);
  expect(read.value.lost.map(({ place }) => place)).toEqual(['items[1]', 'other', 'odd', 'b', 'c']);
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"format":"trivium-kept-proposals","version":2}',
  '"x"',
])('%s is refused with a sentence', (text) => {
  expect(readKept(text, pack)).toMatchObject({ ok: false, problems: [expect.stringMatching(/\.$/)] });
});

test('a key like "__proto__" pollutes nothing', () => {
  const read = readKept(
    `{"format":"trivium-kept-proposals","version":1,"files":{"__proto__":{"at":"x","proposals":null}},"marks":{"__proto__":{"state":"aside","at":"x"}}}`,
    pack,
  );
  expect(read.ok).toBe(true);
  expect(Object.hasOwn(Object.prototype, 'at')).toBe(false);
  expect(({} as { state?: string }).state).toBeUndefined();
});
