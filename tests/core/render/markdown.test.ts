import { expect, test } from 'vitest';
import { pack } from '../../../src/build/pack.ts';
import { samples } from '../../../src/build/samples.ts';
import { t } from '../../../src/build/strings.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { compare } from '../../../src/core/assessment/compare.ts';
import { mergeRespondents } from '../../../src/core/assessment/respondents.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import { renderComparison, renderMerge } from '../../../src/core/render/side-by-side.ts';
import { report } from '../../../src/core/report/report.ts';
import { ifIntended } from '../../support/if-intended.ts';
import { answersBy, answersOf, generateTeam } from '../../support/teams.ts';

// Texts for people: after an intended change, write them again and read the difference.
const fixture = (name: string): [file: string, toDo: string] => [
  `../../fixtures/markdown/${name}.md`,
  ifIntended('tests/core/render/markdown.test.ts'),
];
const teams = samples();
const [first, second] = teams;
if (!first || !second) throw new Error('There are two samples at least.');

for (const { id, answers } of teams) {
  test(`the report of ${id} reads as in its fixture, with every answer`, async () => {
    await expect(renderMarkdown(report(answers, pack), pack, t, answers)).toMatchFileSnapshot(...fixture(id));
  });
}

test('a quick check without answers reads as in its fixture', async () => {
  await expect(renderMarkdown(report(first.answers, pack, 'quick'), pack, t)).toMatchFileSnapshot(...fixture('quick'));
});

test('a comparison reads as in its fixture', async () => {
  const comparison = compare({ answers: first.answers }, { answers: second.answers }, pack);
  await expect(renderComparison(comparison, pack, t)).toMatchFileSnapshot(...fixture('comparison'));
});

test('merged answers read as in their fixture', async () => {
  const merge = mergeRespondents(
    teams.map(({ answers }) => answers),
    pack,
  );
  await expect(renderMerge(merge, pack, t)).toMatchFileSnapshot(...fixture('merge'));
});

// Teams at the edges: nothing known, everything strong, every kind of note and decision.
const strongTeam = answersBy(pack, ({ kind }) => (kind === 'practice' ? 4 : 0));
const emptyTeam: Answers = { ...answersOf(pack, []), system: '' };

/** A team with decisions on its first moves, and notes, evidence and confidence on its first answers. */
function documentedTeam(): Answers {
  const team = generateTeam(pack, 3);
  const [first = '', second = '', third = ''] = report(team, pack).moves.map(({ practice }) => practice);
  const [a, b, c, d, ...others] = team.answers.map(({ item, rev }) => ({ item, rev }));
  if (!a || !b || !c || !d) throw new Error('The pack is empty.');
  return {
    ...team,
    system: 'Parcel *times*',
    answers: [
      { ...a, state: 'level', level: 1, confidence: 'sure', note: 'From the log\nof May' },
      {
        ...b,
        state: 'level',
        level: 3,
        evidence: { kind: 'measured', date: '2026-11-03', url: 'https://example.org/a_b' },
      },
      { ...c, state: 'na', reason: 'no-such-part' },
      { ...d, state: 'na' },
      ...team.answers.slice(-others.length),
    ],
    decisions: [
      { practice: first, decision: 'do', owner: 'Ada', due: '2027-01-15' },
      { practice: second, decision: 'no', reason: 'Next year' },
      { practice: third, owner: 'Bo, "the second"' },
    ],
  };
}

const reports: Record<string, string> = {
  'report-with-answers': renderMarkdown(report(documentedTeam(), pack), pack, t, documentedTeam()),
  'report-quick': renderMarkdown(report({ ...generateTeam(pack, 8), system: '' }, pack, 'quick'), pack, t),
  'report-strong': renderMarkdown(report(strongTeam, pack), pack, t),
  'report-empty': renderMarkdown(report(emptyTeam, pack), pack, t, emptyTeam),
};

const between = (before: Answers, now: Answers) => compare({ answers: before }, { answers: now }, pack);
const [item = '', otherItem = ''] = pack.items.map(({ id }) => id);
const partialTeam: Answers = { ...generateTeam(pack, 4), answers: generateTeam(pack, 4).answers.slice(5) };
const { date: _, ...undatedTeam } = generateTeam(pack, 5);
const comparisons: Record<string, string> = {
  'comparison-changed': renderComparison(
    {
      ...between(generateTeam(pack, 3), partialTeam),
      questions: { added: [item], removed: ['a-former-question'], changed: [otherItem] },
    },
    pack,
    t,
  ),
  'comparison-same': renderComparison(between(undatedTeam, { ...undatedTeam, system: '' }), pack, t),
  'comparison-empty': renderComparison(between(emptyTeam, strongTeam), pack, t),
  'comparison-one': renderComparison(
    between(
      { ...strongTeam, answers: strongTeam.answers.slice(0, 1) },
      answersBy(pack, () => 2),
    ),
    pack,
    t,
  ),
};

/** Three engineers and three managers, some with names and notes, who name their system differently. */
const people: Answers[] = [3, 4, 5, 6, 7, 8].map((seed, index) => {
  const team = generateTeam(pack, seed);
  return {
    ...team,
    system: index === 3 ? 'Feed' : 'Ranking',
    respondent: { role: index < 3 ? 'Engineer' : 'manager', ...(index === 0 ? { name: 'Ada' } : {}) },
    answers: team.answers.map((answer, place) =>
      place === index ? { ...answer, note: 'Only | on\nFridays' } : answer,
    ),
  };
});
const merges: Record<string, string> = {
  'merge-six-people': renderMerge(mergeRespondents(people, pack), pack, t),
  'merge-agreed': renderMerge(mergeRespondents([strongTeam, strongTeam], pack), pack, t),
  'merge-empty': renderMerge(
    mergeRespondents([emptyTeam, { ...emptyTeam, respondent: { name: 'Cy' } }], pack),
    pack,
    t,
  ),
};

test.each(
  Object.entries({ ...reports, ...comparisons, ...merges }),
)('%s reads as in its fixture', async (name, text) => {
  await expect(text).toMatchFileSnapshot(...fixture(name));
});
