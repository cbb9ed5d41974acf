import { expect, test } from 'vitest';
import { mergeRespondents } from '../../../src/core/assessment/respondents.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { answerOf, type Brief } from '../../support/compact.ts';
import { packWith, practice, signalOf, symptom } from '../../support/small-pack.ts';
import { answersOf } from '../../support/teams.ts';

// What several people have to talk about, and what a merge says of those who did not answer.

/** The merge of what some people answered, one brief each. */
const mergeOf = (pack: Pack, ...briefs: Brief[]) =>
  mergeRespondents(
    briefs.map((brief) =>
      answersOf(
        pack,
        Object.entries(brief).map(([id, value]) => answerOf(id, value)),
      ),
    ),
    pack,
  );

test('of two questions with equal priority, the agenda names first the one on which people are further apart', () => {
  const heavy = practice('heavy', { weight: 2 });
  const light = practice('light');
  for (const items of [
    [heavy, light],
    [light, heavy],
  ]) {
    // Heavy: (0 + 2) / 2 = 1 level of disagreement, times 2. Light: (0 + 4) / 2 = 2 levels, times 1.
    const { agenda, items: merged } = mergeOf(packWith(items), { heavy: 1, light: 0 }, { heavy: 3, light: 4 });
    expect(merged.map(({ priority }) => priority)).toEqual([2, 2]);
    expect(agenda).toEqual(['light', 'heavy']);
  }
});

test('a question is no reason to talk if nobody knows its level, however many people there are', () => {
  const { agenda, items } = mergeOf(packWith([practice('a')]), { a: 'dk' }, { a: 'na' }, {});
  expect(agenda).toEqual([]);
  expect(items[0]).toMatchObject({ talk: false, value: null, min: null, max: null, disagreement: null });
});

test('a merge counts who gave no answer apart from who does not know', () => {
  const { items, respondents } = mergeOf(packWith([practice('a')]), { a: 2 }, { a: 'dk' }, {}, {});
  expect(items[0]?.counts).toEqual({ level: 1, dk: 1, na: 0, unanswered: 2 });
  expect(items[0]?.dots.map(({ state }) => state)).toEqual(['level', 'dk', 'unanswered', 'unanswered']);
  expect(respondents.map(({ answered }) => answered)).toEqual([1, 1, 0, 0]);
});

test('people agree about a signal only if each of its questions has the levels of two of them', () => {
  const questions = [practice('cause'), symptom('trouble')];
  const pack = packWith(questions, { signals: [signalOf('split-views', 'trouble', 'cause')] });
  const statusOf = (...briefs: Brief[]) => mergeOf(pack, ...briefs).signals.map(({ status }) => status);
  expect(statusOf({ cause: 2, trouble: 1 }, { cause: 2, trouble: 1 })).toEqual(['agreed']);
  expect(statusOf({ cause: 2, trouble: 1 }, { cause: 2 })).toEqual(['not-enough-known']);
  expect(statusOf({ cause: 0, trouble: 1 }, { cause: 4 })).toEqual(['split']);
  expect(mergeOf(packWith(questions), { cause: 2 }, { cause: 2 }).signals).toEqual([
    { id: 'split-views', status: 'not-enough-known', raisedBy: [] },
  ]);
});

test('a merge names its format, and the pack that was answered', () => {
  const pack = packWith([practice('a')], { id: 'small', version: '1.2.0', fingerprint: 'abcd1234' });
  expect(mergeOf(pack, { a: 1 }, { a: 2 })).toMatchObject({
    format: 'trivium-merge',
    version: 1,
    pack: { id: 'small', version: '1.2.0', fingerprint: 'abcd1234' },
  });
});
