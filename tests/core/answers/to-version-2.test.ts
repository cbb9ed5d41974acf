import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { packOf } from '../../../src/core/model/pack.ts';

// From 1.0.0 and 1.1.0, which asked the same, to 2.0.0.
const kb = loadKnowledgeBase();
const today = packOf(kb);
const released = (version: string): { items: { id: string; rev: number }[] } =>
  JSON.parse(readFileSync(`tests/fixtures/released/pack-${version}.json`, 'utf8'));
const file: Answers = JSON.parse(readFileSync('tests/fixtures/released/answers-1.json', 'utf8'));
/** The questions that 2.0.0 asks in other words, with another meaning. */
const reworded = [
  'upstream-change',
  'fast-idea-to-model',
  'environment-parity',
  'experiment-tracking',
  'version-data-and-models',
  'runs-without-question',
  'leakage-review',
  'review-data-shaping-code',
  'notebook-path',
  'bounded-lead-time',
  'late-kills',
  'actionable-alerts',
  'handle-feedback-delay',
  'on-call-rotation',
  'low-friction-debugging',
  'decay-despite-retraining',
  'newcomer-learning',
];
const step = kb.migrations.find(({ to }) => to === '2.0.0');

test('2.0.0 asks every question of 1.1.0, in its order, and one more', () => {
  const [before, after] = ['1.1.0', '2.0.0'].map((version) => released(version).items.map(({ id }) => id));
  expect(after?.filter((id) => id !== 'launch-wait')).toEqual(before);
  expect(after).toContain('launch-wait');
});

test('the step to 2.0.0 names exactly the questions whose revision rose, and the new question', () => {
  const revs = new Map(released('1.1.0').items.map(({ id, rev }) => [id, rev]));
  const risen = released('2.0.0').items.filter(({ id, rev }) => rev !== (revs.get(id) ?? rev));
  expect(risen.map(({ id }) => id).toSorted()).toEqual(reworded.toSorted());
  expect(step?.items).toEqual([
    ...reworded.map((id) => ({ kind: 'reworded', from: [id], to: [id] })),
    { kind: 'added', from: [], to: ['launch-wait'] },
  ]);
});

test.each([
  '1.0.0',
  '1.1.0',
])('answers to %s stay, those to reworded questions as hints, and launch-wait is open', (version) => {
  const opened = openAnswers({ ...file, pack: { ...file.pack, version } }, { ...today, version: '2.0.0' });
  if (!opened.ok) throw new Error(opened.problems.join('\n'));
  const { answers, reread = [], setAside, pack } = opened.value;
  expect(pack.version).toBe('2.0.0');
  const given = file.answers.filter(({ state }) => state !== 'unanswered').map(({ item }) => item);
  expect(reread.map(({ item }) => item).toSorted()).toEqual(reworded.filter((id) => given.includes(id)).toSorted());
  expect(new Set(reread.map(({ why }) => why))).toEqual(new Set(['reworded']));
  for (const { item, before } of reread)
    expect(before, item).toEqual(file.answers.find((answer) => answer.item === item));
  expect(answers).toEqual(file.answers.filter(({ item }) => !reworded.includes(item)));
  expect(answers.map(({ item }) => item)).not.toContain('launch-wait');
  // A plan for a reworded question is kept aside: its target was meant for another question.
  expect(setAside?.targets).toEqual([{ item: 'environment-parity', level: 2 }]);
});
