import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { countWords } from '../../src/core/text/count-words.ts';

// The statements of answers and the goals of moves: the texts that reports are made of.
const { questions, symptoms } = loadKnowledgeBase();
const all = [...questions, ...symptoms];

/** Every run of five words in a text, in lower case and without punctuation. */
function runsOfFive(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}'’ ]+/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);
  return new Set(words.slice(0, -4).map((_, index) => words.slice(index, index + 5).join(' ')));
}
const sharedRuns = (text: string, others: readonly string[]): string[] => {
  const runs = runsOfFive(text);
  return others.flatMap((other) => [...runsOfFive(other)].filter((run) => runs.has(run)));
};

test('every answer has a statement that works as a sentence and after "but"', () => {
  for (const [id, { says, readings }] of all) {
    const lists = [says, ...readings.flatMap((reading) => (reading.says ? [reading.says] : []))];
    for (const say of lists.flat()) {
      expect(countWords(say), `${id}: ${say}`).toBeLessThanOrEqual(14);
      expect(say, id).not.toMatch(/\d|[.!?;]$|\bbut\b|\b(we|our|you|your)\b/);
    }
    for (const list of lists) expect(new Set(list).size, id).toBe(5);
  }
});

test('no statement repeats five words of an answer', () => {
  for (const [id, { says, anchors }] of all)
    for (const say of says) expect(sharedRuns(say, anchors), `${id}: ${say}`).toEqual([]);
});

test('moves have their own words: no five in a row are in an answer or a statement', () => {
  for (const [id, { moves, anchors, says }] of questions)
    for (const [kind, { title, goal, steps, doneWhen }] of Object.entries(moves))
      for (const text of [title, goal, doneWhen, ...steps])
        expect(sharedRuns(text, [...anchors, ...says]), `${id}, ${kind}: ${text}`).toEqual([]);
});

test('statements for hosted models repeat no five words of an answer', () => {
  for (const [id, { anchors, readings }] of all)
    for (const say of readings.flatMap((reading) => reading.says ?? []))
      expect(sharedRuns(say, anchors), `${id}: ${say}`).toEqual([]);
});

test('a move reworded for hosted models repeats no five words of an answer or a statement', () => {
  for (const [id, { anchors, says, readings }] of questions) {
    const answers = [...anchors, ...says, ...readings.flatMap((reading) => reading.says ?? [])];
    for (const { moves = {} } of readings)
      for (const [kind, move] of Object.entries(moves))
        for (const text of [move?.title, move?.goal, move?.doneWhen, ...(move?.steps ?? [])].filter(
          (each) => each !== undefined,
        ))
          expect(sharedRuns(text, answers), `${id}, ${kind}: ${text}`).toEqual([]);
  }
});

test('a move has two to five steps, and a check for being done that no other move of the practice has', () => {
  for (const [id, { moves }] of questions) {
    for (const { title, steps } of Object.values(moves)) {
      expect(new Set(steps).size, id).toBe(steps.length);
      expect(steps.length, `${id}: ${title}`).toBeGreaterThanOrEqual(2);
      expect(steps.length, `${id}: ${title}`).toBeLessThanOrEqual(5);
    }
    for (const field of ['title', 'goal', 'doneWhen'] as const)
      expect(moves.start[field], `${id}, ${field}`).not.toBe(moves.deepen[field]);
  }
});

test('a symptom has one to three places to look, a practice one', () => {
  for (const [id, { look }] of symptoms) {
    expect(look.length, id).toBeGreaterThanOrEqual(1);
    expect(look.length, id).toBeLessThanOrEqual(3);
    expect(new Set(look).size, id).toBe(look.length);
  }
  for (const [id, { look }] of questions) expect(look.trim().length, id).toBeGreaterThan(10);
});

test('a deepening leads at least as far as the start of its practice', () => {
  for (const [id, { moves }] of questions) expect(moves.deepen.reaches, id).toBeGreaterThanOrEqual(moves.start.reaches);
});

test('a start leads beyond the two lowest answers, a deepening beyond the middle', () => {
  for (const [id, { moves }] of questions) {
    expect(moves.start.reaches, id).toBeGreaterThanOrEqual(2);
    expect(moves.deepen.reaches, id).toBeGreaterThanOrEqual(3);
  }
});

test('every question of the quick check, and twenty more, have a reading for hosted models', () => {
  const hosted = all.filter(([, { readings }]) =>
    readings.some(({ when, question }) => when.model === 'hosted' && question),
  );
  const quick = all.filter(([, { depth }]) => depth === 'quick').map(([id]) => id);
  expect(hosted.map(([id]) => id)).toEqual(expect.arrayContaining(quick));
  expect(hosted.length - quick.length).toBeGreaterThanOrEqual(20);
});

test('what waiting costs says who tells it, since leaders read it without its citations', () => {
  for (const [id, { waiting }] of questions)
    if (waiting) expect(waiting.text, id).toMatch(/\b(engineers?|authors|company)\b/i);
});

test('what waiting costs names no participant, because leaders read it', () => {
  for (const [id, { waiting }] of questions) expect(waiting?.text ?? '', id).not.toMatch(/\bP\d/);
});
