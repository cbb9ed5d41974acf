import { describe, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { SignalResult } from '../../../src/core/assessment/signals.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { raisedSignals, sheetTensions, tensionLetters } from '../../../src/core/report/report-lists.ts';
import type { SheetLine } from '../../../src/core/report/sheet-lines.ts';
import { firstDueOf } from '../../../src/core/report/summary-lists.ts';

const pack = packOf(loadKnowledgeBase());

test('answers raise a signal that is likely, exposed or possible, and no other', () => {
  const signals = ['likely', 'exposed', 'possible', 'unclear', 'unlikely', 'not-enough-known', 'does-not-apply'].map(
    (status) => ({ id: status, status }) as SignalResult,
  );
  expect(raisedSignals({ signals }).map(({ id }) => id)).toEqual(['likely', 'exposed', 'possible']);
});

describe('the first due day of some moves', () => {
  const move = (part: object) => ({ decision: { practice: 'slices', decision: 'do' as const, ...part } });
  const mine = move({ owner: 'Kim', due: '2026-09-01' });
  const hers = move({ owner: 'Ada', due: '2026-08-01' });

  test('is the earliest once all are to be done, each with an owner and a day', () => {
    expect(firstDueOf([mine, hers])).toBe('2026-08-01');
  });

  test('is not known while one is open, put off, or without an owner or a day', () => {
    const open = [
      { decision: null },
      move({ owner: 'Kim', due: '2026-09-01', decision: 'later' }),
      move({ owner: ' ', due: '2026-09-01' }),
      move({ owner: 'Kim' }),
    ];
    for (const other of open) expect([other, firstDueOf([hers, other])]).toEqual([other, undefined]);
    expect(firstDueOf([])).toBeUndefined();
  });
});

describe('the tensions on the practice sheet', () => {
  const raised = pack.tensions.map(({ id }) => ({ id, status: 'likely' as const, risk: 1 }));
  const sheet = pack.items.map(({ id }) => ({ item: id, position: 2 }) as SheetLine);
  const lettersById = (source: Parameters<typeof sheetTensions>[0]) =>
    sheetTensions(source, pack).map(({ id, letter }) => [letter, id]);

  test('the first ones have a letter each, in their order', () => {
    const ids = raised.map(({ id }) => id).slice(0, tensionLetters.length);
    expect(ids.length).toBeGreaterThan(1);
    expect(lettersById({ tensions: raised, sheet })).toEqual(ids.map((id, index) => [tensionLetters[index], id]));
  });

  test('one that the answers do not raise takes no letter', () => {
    const [first, ...others] = raised.map((tension, index) =>
      index === 0 ? { ...tension, status: 'unlikely' as const } : tension,
    );
    const letters = lettersById({ tensions: [first, ...others].filter((each) => each !== undefined), sheet });
    expect(letters[0]).toEqual(['A', others[0]?.id]);
  });

  test('one without an answer on either side takes no letter', () => {
    const [first, second] = pack.tensions;
    const unanswered = sheet.map((line) => (line.item === first?.low ? { ...line, position: null } : line));
    const ids = lettersById({ tensions: raised, sheet: unanswered }).map(([, id]) => id);
    expect(ids).not.toContain(first?.id);
    const isSecondAnswered = second?.high !== first?.low && second?.low !== first?.low;
    expect(ids.includes(second?.id)).toBe(isSecondAnswered);
  });
});
