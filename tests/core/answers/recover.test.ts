import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { longestText } from '../../../src/core/answers/limits.ts';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { recoverAnswers } from '../../../src/core/answers/recover.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { formatPath } from '../../../src/core/model/problem.ts';
import { fullAnswers } from '../../support/full-answers.ts';
import { textsInData } from '../../support/texts.ts';

const pack = packOf(loadKnowledgeBase());
const full = fullAnswers(pack);
type Path = (string | number)[];

/** A copy with a different value at a path. */
function withValue(data: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(data);
  let parent = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) parent = parent[step] as typeof parent;
  parent[path.at(-1) ?? ''] = value;
  return copy;
}

/** The paths of all values inside a value, including whole objects and lists. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length > 0 ? [path, ...inner] : inner;
}

const recover = (data: unknown) => {
  const recovered = recoverAnswers(data, pack);
  if (!recovered.ok) throw new Error(recovered.problems.join(' '));
  return recovered.value;
};

function nested(levels: number): unknown {
  let value: unknown = 'end';
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
}

test('valid answers lose nothing', () => {
  expect(recover(full)).toEqual({ answers: full, lost: [] });
});

test('an invalid due date loses only the due date, and is reported verbatim', () => {
  const { answers, lost } = recover(withValue(full, ['decisions', 1, 'due'], '20266-11-28'));
  const { due: _, ...rest } = full.decisions[1] ?? { practice: '' };
  expect(answers).toEqual({ ...full, decisions: [full.decisions[0], rest] });
  expect(lost).toMatchObject([{ place: 'decisions[1].due', about: full.decisions[1]?.practice, raw: '20266-11-28' }]);
});

const bad: unknown[] = [null, 99, '20266-11-28', [], { a: 1 }, nested(30)];
const needed = /^(format|version|pack\b)/;

test('whichever value is damaged, the values beside it stay, and the result can be read', () => {
  const paths = pathsIn(full).filter((path) => !needed.test(String(path[0])));
  expect(paths.length).toBeGreaterThan(150);
  for (const path of paths) {
    // The texts outside the damaged top-level part, or outside the damaged list entry, must survive.
    const own = typeof path[1] === 'number' ? path.slice(0, 2) : path.slice(0, 1);
    const beside = textsInData(withValue(full, own, 0));
    for (const value of bad) {
      const damaged = withValue(full, path, value);
      const { answers, lost } = recover(damaged);
      const told = `${formatPath(path)} ${String(value)}`;
      expect(openAnswers(answers, pack).ok, told).toBe(true);
      expect(lost.length > 0, told).toBe(!openAnswers(damaged, pack).ok);
      const there = new Set(textsInData(answers));
      expect(
        beside.filter((text) => !there.has(text)),
        told,
      ).toEqual([]);
    }
  }
});

test.each(['level', 'state', 'rev', 'confidence', 'spread', 'at'])('an answer with bad %s keeps its note', (field) => {
  const { answers, lost } = recover(withValue(full, ['answers', 0, field], 'broken'.repeat(field === 'at' ? 9 : 1)));
  const notes = [...answers.answers, ...(answers.reread ?? []).map(({ before }) => before)].map(({ note }) => note);
  expect(notes).toContain('first note');
  expect(lost.map(({ place }) => place)).toEqual([`answers[0].${field}`]);
});

test('an answer to another revision of its question becomes a hint', () => {
  const { answers } = recover(withValue(full, ['answers', 0, 'rev'], 99));
  expect(answers.answers).toHaveLength(2);
  expect(answers.reread?.map(({ item }) => item)).toContain(full.answers[0]?.item);
});

test('only answers to unknown questions and second answers to a question are lost; places refer to the file', () => {
  const [first] = full.answers;
  const strange = { item: 'no-such-question', rev: 1, state: 'dk' };
  const { answers, lost } = recover({ ...full, answers: [strange, ...full.answers, { ...first, level: 9 }] });
  expect(answers.answers).toEqual(full.answers);
  expect(lost.map(({ place }) => place)).toEqual(['answers[4].level', 'answers[0]', 'answers[4]']);
  expect(JSON.parse(lost[1]?.raw ?? '')).toEqual(strange);
});

test('a text that is too long is cut at the limit of the file format', () => {
  const note = `${'🙂'.repeat(longestText)}tail`;
  const { answers, lost } = recover(withValue(full, ['answers', 0, 'note'], note));
  expect(answers.answers[0]?.note).toBe('🙂'.repeat(longestText));
  expect(lost).toMatchObject([{ place: 'answers[0].note', about: full.answers[0]?.item, raw: 'tail' }]);
  const fits = withValue(full, ['answers', 0, 'note'], '🙂'.repeat(longestText));
  expect(openAnswers(fits, pack).ok).toBe(true);
});

test('an unknown part nested thousands deep loses only itself, wherever it is', () => {
  const deep = nested(30_000);
  for (const path of [
    ['plans'],
    ['answers', 0, 'plans'],
    ['context', 'plans'],
    ['previous', 'answers', 0, 'x'],
  ] as Path[]) {
    const { answers, lost } = recover(withValue(full, path, deep));
    expect(answers).toEqual(full);
    expect(lost.map(({ place }) => place)).toEqual([formatPath(path)]);
    expect(() => JSON.stringify(lost)).not.toThrow();
  }
  expect(recover({ ...full, plans: nested(5) }).answers).toEqual({ ...full, plans: nested(5) });
});

test.each([
  ['another format', { ...full, format: 'x' }],
  ['a later version', { ...full, version: 2 }],
  ['another pack', { ...full, pack: { id: 'other', version: '1.0.0' }, review: 3 }],
  ['a newer pack', { ...full, pack: { ...full.pack, version: '99.0.0' }, review: 3 }],
  ['a list', [full]],
  ['a word', 'answers'],
])('%s cannot be read in part', (_, data) => {
  expect(recoverAnswers(data, pack)).toMatchObject({ ok: false });
});

test('a format, a version and a pack are enough', () => {
  const { format, version, pack: answered } = full;
  const { answers, lost } = recover({ format, version, pack: answered, targets: 7 });
  expect(answers).toMatchObject({ answers: [], targets: [], system: '' });
  expect(lost.map(({ place }) => place)).toEqual(['answers', 'targets']);
});

test('an entry with several problems costs itself, and no other entry of its list', () => {
  const practice = pack.items.find(({ kind }) => kind === 'practice')?.id ?? '';
  const good: Record<string, object[]> = {
    targets: [{ item: practice, level: 2 }],
    decisions: [{ practice, owner: 'Kim' }],
    overrides: [{ signal: pack.signals[0]?.id ?? '', reason: 'Keep me.' }],
    sources: [{ name: 'Kim' }],
  };
  for (const [list, entries] of Object.entries(good)) {
    const file = { ...full, [list]: [{}, ...entries, { wrong: {} }] };
    const recovered = recoverAnswers(JSON.parse(JSON.stringify(file)), pack);
    expect(recovered.ok && recovered.value.answers, list).toHaveProperty(list, expect.arrayContaining(entries));
  }
});

test('the work grows with the number of damaged parts, not with its square', () => {
  const workFor = (count: number) => {
    const answers = Array.from({ length: count }, (_, index) => ({
      item: `q${index}`,
      rev: 1,
      state: 'level',
      level: 9,
    }));
    const start = process.cpuUsage();
    const recovered = recoverAnswers({ ...full, answers }, pack);
    expect(recovered.ok && recovered.value.lost.length).toBeGreaterThanOrEqual(count);
    return process.cpuUsage(start).user;
  };
  workFor(1500); // compiles the code
  expect(workFor(12_000) / workFor(1500)).toBeLessThan(20); // 8 times as many; more than 32 if each looks at all others
});
