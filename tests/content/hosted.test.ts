import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { arms, withoutStability } from '../support/teams.ts';

// What a team reads that calls a hosted model: it has prompts, tools and an index, and trains nothing.
const kb = loadKnowledgeBase();
const pack = withoutStability(packOf(kb));
const hostedReading = <T extends { when: { model?: string | undefined } }>(readings: readonly T[]): T | undefined =>
  readings.find(({ when }) => when.model === 'hosted');
/** The statements for a hosted model, if a question or symptom has any of its own. */
const ownSays = ({
  readings,
}: {
  readings: readonly { when: { model?: string | undefined }; says?: string[] | undefined }[];
}) => hostedReading(readings)?.says;

/** Words of a team that trains its model. "Feature flag", "feature request" and "tuning data" fit both. */
const ofTraining = new RegExp(
  [
    String.raw`\bfeatures?\b(?! flag| request)`,
    String.raw`\b(?:re)?train(?:s|ed|ing|ings)?\b`,
    String.raw`\b(?:refit\w*|labels?|labell\w+|predictions?|columns?|hyperparameters?|held-out)\b`,
    String.raw`\b(?:test|training|validation|evaluation) data\b`,
    String.raw`\b(?:rare class|class share|tree model|model code)\b`,
    String.raw`\b(?:buckets?|scalers?|vocabular\w+|refitted|GPUs?)\b`,
    String.raw`\b(?:older|current|changed|new) models?\b(?! snapshot)`,
  ].join('|'),
  'i',
);
const ifFound = 'Reword this under "readings" of the question, for { model: hosted }.';

test('statements for a hosted model speak of nothing that is trained', () => {
  for (const [id, question] of [...kb.questions, ...kb.symptoms])
    for (const say of ownSays(question) ?? question.says) expect(say, `${id}. ${ifFound}`).not.toMatch(ofTraining);
});

test('moves for a hosted model speak of nothing that is trained', () => {
  for (const [id, { moves, readings }] of kb.questions)
    for (const kind of ['start', 'deepen'] as const) {
      const own = hostedReading(readings)?.moves?.[kind];
      const { title, goal, doneWhen, measure, risk } = { ...moves[kind], ...own };
      for (const text of [title, goal, ...(own?.steps ?? moves[kind].steps), doneWhen, measure, risk])
        expect(text, `${id}, ${kind}. ${ifFound}`).not.toMatch(ofTraining);
    }
});

test('where to look, and what is good enough, speaks of nothing that is trained for a hosted model', () => {
  for (const [id, { look, goodEnough, readings }] of kb.questions) {
    const own = hostedReading(readings);
    for (const text of [own?.look ?? look, own?.goodEnough ?? goodEnough])
      expect(text, `${id}. ${ifFound}`).not.toMatch(ofTraining);
  }
  for (const [id, { look, readings }] of kb.symptoms)
    for (const place of hostedReading(readings)?.look ?? look)
      expect(place, `${id}. ${ifFound}`).not.toMatch(ofTraining);
});

test('signals that a hosted model can raise speak of nothing that is trained', () => {
  let read = 0;
  for (const [id, { requires, readings, say, summary, check }] of kb.signals) {
    if (requires.some((each) => 'context' in each && each.context === 'model' && each.not === 'hosted')) continue;
    const shown = { say, summary, check, ...hostedReading(readings) };
    for (const text of [shown.say, shown.summary, shown.check])
      expect(text, `${id}. Reword this under "readings" of the signal, for { model: hosted }.`).not.toMatch(ofTraining);
    read += 1;
  }
  expect(read).toBe(kb.signals.size - 1);
});

test('tensions, which have no readings, fit a hosted model as well', () => {
  for (const [id, { summary, question }] of kb.tensions)
    for (const text of [summary, question]) {
      expect(text, id).not.toMatch(ofTraining);
      expect(text, `${id}. Speak of what is live, or of a version.`).not.toMatch(/\bmodels?\b/i);
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
  for (const [id, question] of [...kb.questions, ...kb.symptoms])
    expect(ownSays(question), id).not.toEqual(question.says);
  const texts = [...kb.questions, ...kb.symptoms, ...kb.signals];
  for (const [id, source] of texts)
    for (const [field, text] of Object.entries(
      hostedReading<{ when: { model?: string | undefined } }>(source.readings) ?? {},
    ))
      if (field !== 'moves') expect(text, `${id}, ${field}`).not.toEqual(Reflect.get(source, field));
  for (const [id, { moves, readings }] of kb.questions)
    for (const kind of ['start', 'deepen'] as const)
      for (const [field, text] of Object.entries(hostedReading(readings)?.moves?.[kind] ?? {}))
        expect(text, `${id}, ${kind}, ${field}`).not.toEqual(Reflect.get(moves[kind], field));
});
