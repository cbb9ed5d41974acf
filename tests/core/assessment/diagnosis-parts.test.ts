import { expect, test } from 'vitest';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { changeSinceOf, compare } from '../../../src/core/assessment/compare.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { report } from '../../../src/core/report/report.ts';
import { answerOf, type Brief } from '../../support/compact.ts';
import { practice } from '../../support/small-pack.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

const diagnosisOf = (brief: Brief, part: Partial<Answers> = {}, pack: Pack = teamPack) =>
  report(smallTeam(brief, part, pack), pack).diagnosis;
/** The sentences that have a role. */
const sentences = (role: string, ...call: Parameters<typeof diagnosisOf>) =>
  diagnosisOf(...call)
    .parts.filter((part) => part.role === role)
    .map(({ text }) => text);

/** A group of people whose answers to some questions lie between a lowest and a highest level. */
function groupOf(brief: Brief, people: number, spreads: Record<string, [min: number, max: number]>): Answers {
  const team = smallTeam(brief);
  const answers = team.answers.map((answer) => {
    const [min, max] = spreads[answer.item] ?? [];
    return min === undefined || max === undefined ? answer : { ...answer, spread: { n: people, min, max } };
  });
  return { ...team, answers, group: { people, version: teamPack.version, variables: [] } };
}

test('several people far apart: how far, and on which stage, comes first', () => {
  // Two of the three lie in monitoring, though the widest lies in evaluation.
  const far = groupOf({ all: 3 }, 4, { alerts: [0, 3], tests: [0, 4], checks: [1, 3], ideas: [2, 3] });
  const { diagnosis } = report(far, teamPack);
  expect(diagnosis.parts[0]).toEqual({
    role: 'agreement',
    text: 'Four people, far apart on monitoring.',
    from: ['tests', 'alerts', 'checks'],
    inHeadline: false,
  });
});

test('several people who agree', () => {
  const parts = (people: number) => report(groupOf({ all: 3 }, people, { ideas: [2, 3] }), teamPack).diagnosis.parts;
  expect(parts(2)[0]).toMatchObject({ role: 'agreement', text: 'Two people agree.', from: [] });
  expect(parts(12)[0]?.text).toBe('12 people agree.'); // beyond the numbers that the pack has words for
  expect(sentences('agreement', { all: 3 })).toEqual([]);
});

test('several people whose own scores come from another version of the pack: a sentence says so', () => {
  const group = groupOf({ all: 3 }, 3, {});
  const old = { ...group, group: { people: 3, variables: [], version: '1.1.0' } };
  expect(report(old, teamPack).diagnosis.parts).toContainEqual({
    role: 'agreement',
    text: 'Personal scores are dropped.',
    from: [],
    inHeadline: false,
  });
  expect(report(group, teamPack).diagnosis.parts.map(({ text }) => text)).not.toContain('Personal scores are dropped.');
});

test('many models: the caution comes first, the situation stays, and nothing is firm', () => {
  const brief = { all: 4, versioning: 1 };
  const many = diagnosisOf(brief, { context: { models: 'many' } });
  expect(many.situation).toBe('one-low');
  expect(many.headline).toBe(diagnosisOf(brief).headline);
  expect(many.parts[0]).toMatchObject({ role: 'caution', text: 'Many models in one answer.', from: [] });
  expect(many.parts.map(({ text }) => text)).toContain('Versioning may be lowest, for many models.');
  expect(sentences('hurts', brief, { context: { models: 'few' } })).toContain('Versioning is clearly lowest.');
  expect(report(smallTeam(brief, { context: { models: 'many' } }), teamPack).lowest).toEqual({
    ids: ['versioning'],
    firm: false,
  });
});

test('the caution comes before the agreement', () => {
  const group = { ...groupOf({ all: 3 }, 3, {}), context: { models: 'many' as const } };
  expect(
    report(group, teamPack)
      .diagnosis.parts.slice(0, 2)
      .map(({ role }) => role),
  ).toEqual(['caution', 'agreement']);
});

test('an earlier assessment: what changed clearly is a separate part, at the end', () => {
  const parts = (before: Brief, now: Brief) => {
    const [earlier, later] = [smallTeam(before), smallTeam(now)];
    const since = changeSinceOf(compare({ answers: earlier }, { answers: later }, teamPack));
    return report(later, teamPack, 'full', since).diagnosis.parts;
  };
  expect(parts({ all: 3, velocity: 1 }, { all: 3, velocity: 4, validation: 1 }).at(-1)).toEqual({
    role: 'change',
    text: 'Since last time: Velocity higher and Validation lower.',
    from: ['velocity', 'validation'],
    inHeadline: false,
  });
  // Three levels over five practices: 9 is not more than 2 x 5.
  expect(parts({ all: 3 }, { all: 3, ideas: 2, runs: 2, tests: 2, sweeps: 2 }).map(({ role }) => role)).not.toContain(
    'change',
  );
});

test('a hosted model: statements and goals are about prompts, not about features', () => {
  const says = ['missing', 'rare', 'half there', 'mostly kept', 'kept'].map((state) => `prompts are ${state}`);
  const features = practice('features', {
    grade: 'A',
    readings: [{ when: { model: 'hosted' }, says, goals: { start: 'Every prompt is kept.' } }],
  });
  const pack = { ...teamPack, items: teamPack.items.with(0, features) };
  const texts = (context: Answers['context']) => {
    const { headline, parts } = diagnosisOf({ all: 4, velocity: 1 }, { context }, pack);
    return [headline, ...parts.map(({ text }) => text)];
  };
  expect(texts({ model: 'hosted' })[0]).toBe('Tests work, but prompts are rare.');
  expect(texts({ model: 'hosted' })).toContain('Every prompt is kept.');
  expect(texts({ model: 'hosted' }).join(' ')).not.toMatch(/feature/i);
  expect(texts({})[0]).toBe('Tests work, but features are rare.');
});

test('a headline that would have more than thirty words falls back to a shorter form', () => {
  const says = (count: number) =>
    Array.from({ length: 5 }, () => Array.from({ length: count }, () => 'word').join(' '));
  const headline = (count: number) => {
    const texts: Record<string, string[]> = { tests: says(14), waits: says(count) };
    const items = teamPack.items.map((item) => ({ ...item, says: texts[item.id] ?? item.says }));
    return diagnosisOf({ all: 4, waits: 3 }, {}, { ...teamPack, items }).headline;
  };
  expect(headline(14)).toMatch(/ word, but still word /); // "{holds}, but still {hurts}.": 14 + 2 + 14
  expect(headline(15)).toMatch(/ word, but not all is well\.$/);
});

test('if the first move is to find out, that is what to do first, and it is not asked for', () => {
  const { moves, firstMoves, diagnosis } = report(smallTeam({ all: 4, tests: 'dk' }), teamPack);
  expect(moves.map(({ practice: id, kind }) => [id, kind])).toEqual([['tests', 'find-out']]);
  expect(firstMoves).toEqual([]);
  expect(diagnosis.situation).toBe('some-unknown'); // four of five known, and a word needs five
  expect(diagnosis.headline).toBe('Fallbacks work so far.'); // safety first, in the Vs that have a word
  expect(diagnosis.parts.filter(({ role }) => role === 'first' || role === 'unknown')).toMatchObject([
    { role: 'first', text: 'Find out about tests.', from: ['tests'] },
    { role: 'unknown', text: 'Validation lacks 1 answers.', from: ['validation'] },
  ]);
});

test('a declined move is not asked for, and one to find out does not take its place', () => {
  const decisions = [{ practice: 'ideas', decision: 'no' as const }];
  const team = smallTeam({ all: 1, velocity: 0, tests: 'dk' }, { decisions });
  expect(report(team, teamPack).firstMoves).toEqual(['releases', 'runs', 'searches']);
});

test('a V is unknown if too few of its questions apply, and left out if none does', () => {
  const few = { all: 4, records: 'na', documents: 'na', labels: 'na' } as const;
  expect(sentences('unknown', few)).toEqual(['Too little of Versioning applies.']);
  const { situation, parts } = diagnosisOf({ all: 4, versioning: 'na' });
  expect(situation).toBe('all-strong');
  expect(parts.map(({ text }) => text)).toContain('Velocity and Validation are strong.');
});

test('a quick check counts the questions that it asks', () => {
  const pack = {
    ...teamPack,
    items: teamPack.items.map((item, at) => ({ ...item, depth: at < 3 ? 'quick' : 'full' })),
  };
  const quick = { ...answerOf('ideas', 3) };
  const team = { ...smallTeam({}), answers: [quick] };
  expect(report(team, pack as Pack, 'quick').diagnosis.headline).toBe(
    'Too little is known: 2 of 3 answers are missing.',
  );
});
