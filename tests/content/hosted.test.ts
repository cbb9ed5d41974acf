import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { arms, withoutStability } from '../support/teams.ts';

// What a team reads that calls a hosted model: it has prompts, tools and an index, and trains nothing.
const kb = loadKnowledgeBase();
const pack = withoutStability(packOf(kb));
const hostedReading = <T extends { when: { model?: string | undefined } }>(readings: readonly T[]) =>
  readings.find(({ when }) => when.model === 'hosted');

/** Words of a team that trains its model. "Feature flag" and "tuning data" fit both. */
const ofTraining = new RegExp(
  [
    String.raw`\bfeatures?\b(?! flag)`,
    String.raw`\b(?:re)?train(?:s|ed|ing|ings)?\b`,
    String.raw`\b(?:refit\w*|labels?|labell\w+|predictions?|columns?|hyperparameters?|held-out)\b`,
    String.raw`\b(?:test|training|validation|evaluation) data\b`,
    String.raw`\b(?:rare class|class share|tree model)\b`,
    String.raw`\b(?:older|current|changed|new) models?\b(?! snapshot)`,
  ].join('|'),
  'i',
);
const ifFound = 'Reword this under "readings" of the question, for { model: hosted }.';

test('statements for a hosted model speak of nothing that is trained', () => {
  for (const [id, { says, readings }] of [...kb.questions, ...kb.symptoms])
    for (const say of hostedReading(readings)?.says ?? says) expect(say, `${id}. ${ifFound}`).not.toMatch(ofTraining);
});

test('moves for a hosted model speak of nothing that is trained', () => {
  for (const [id, { moves, readings }] of kb.questions)
    for (const kind of ['start', 'deepen'] as const) {
      const own = hostedReading(readings)?.moves?.[kind];
      const { goal, doneWhen } = { ...moves[kind], ...own };
      for (const text of [goal, ...(own?.steps ?? moves[kind].steps), doneWhen])
        expect(text, `${id}, ${kind}. ${ifFound}`).not.toMatch(ofTraining);
    }
});

test('a hundred diagnoses of teams with a hosted model speak of nothing that is trained', () => {
  const titles = pack.items.map(({ title }) => title);
  const withoutTitles = (text: string) => titles.reduce((rest, title) => rest.replaceAll(title, ''), text);
  let diagnoses = 0;
  for (const [arm, make] of Object.entries(arms))
    for (let seed = 0; seed < 25; seed += 1) {
      const team = make(pack, seed);
      const { diagnosis } = report({ ...team, context: { ...team.context, model: 'hosted' } }, pack);
      for (const text of [diagnosis.headline, ...diagnosis.parts.map((part) => part.text)])
        expect(withoutTitles(text), `${arm}, seed ${seed}`).not.toMatch(ofTraining);
      diagnoses += 1;
    }
  expect(diagnoses).toBe(100);
});

test('what is reworded for a hosted model differs from what other teams read', () => {
  for (const [id, { says, readings }] of [...kb.questions, ...kb.symptoms])
    expect(hostedReading(readings)?.says, id).not.toEqual(says);
  for (const [id, { moves, readings }] of kb.questions)
    for (const kind of ['start', 'deepen'] as const)
      for (const [field, text] of Object.entries(hostedReading(readings)?.moves?.[kind] ?? {}))
        expect(text, `${id}, ${kind}, ${field}`).not.toEqual(Reflect.get(moves[kind], field));
});
