import { expect, test } from 'vitest';
import { madeUpCount } from '../../src/app/teams/MadeUpTeams.tsx';
import { groupByLetter } from '../../src/build/alphabet.ts';
import { entries } from '../../src/build/entries.ts';
import { navigationOf } from '../../src/build/navigation.ts';
import { pack } from '../../src/build/pack.ts';
import { workUrl } from '../../src/build/page-data/literature.ts';
import { madeUpTeams } from '../../src/build/page-data/made-up-teams.ts';
import { adjacentParticipants, participants } from '../../src/build/page-data/participants.ts';
import { questionnaireData, rationaleOf } from '../../src/build/page-data/questionnaire.ts';
import { howToOf } from '../../src/build/page-data/report.ts';
import { sampleAnswersByStage } from '../../src/build/page-data/sample-answers.ts';
import { firstMinutes, firstMinutesText, troublesByStage } from '../../src/build/page-data/trouble.ts';
import { samples } from '../../src/build/samples.ts';
import { stringsFor } from '../../src/build/strings.ts';
import { parseAnswers } from '../../src/core/answers/parse-answers.ts';

test('groupByLetter(items) sorts and groups whatever the case', () => {
  expect(groupByLetter(['beta', 'Alpha', 'Beta 2', 'apex'], (name) => name)).toEqual([
    ['A', ['Alpha', 'apex']],
    ['B', ['beta', 'Beta 2']],
  ]);
});

test('navigationOf(path) marks the section of a page, at most one', () => {
  const current = (path: string) =>
    navigationOf(path)
      .filter(({ isCurrent }) => isCurrent)
      .map(({ href }) => href);
  expect(current('/assess/quick/')).toEqual(['/assess/']);
  expect(current('/entries/alert-fatigue/')).toEqual(['/knowledge/']);
  expect(current('/study/claims/')).toEqual(['/study/']);
  expect(current('/')).toEqual([]);
});

test('workUrl(id) knows addresses, DOIs and arXiv', () => {
  expect(workUrl('https://example.org/x')).toBe('https://example.org/x');
  expect(workUrl('doi:10.1145/1; see also')).toBe('https://doi.org/10.1145/1');
  expect(workUrl('arXiv: 2209.09125')).toBe('https://arxiv.org/abs/2209.09125');
  expect(workUrl('ISBN 1')).toBeUndefined();
});

test('adjacentParticipants(id) ends at both ends', () => {
  const ids = participants.map(({ id }) => id);
  expect(adjacentParticipants(ids[0] ?? '')).toEqual({ previous: undefined, next: ids[1] });
  expect(adjacentParticipants(ids.at(-1) ?? '')).toEqual({ previous: ids.at(-2), next: undefined });
});

test('the first fifteen minutes as text number every step', () => {
  const minutes = firstMinutes();
  const lines = firstMinutesText(minutes).split('\n');
  expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(minutes.steps.length);
  expect(lines.at(-1)).toBe(minutes.after);
});

test('troublesByStage() names production first, and every trouble once', () => {
  const stages = troublesByStage();
  const ids = stages.flatMap(({ troubles }) => troubles.map(({ id }) => id));
  expect(stages[0]?.name).toBe('Monitoring and response');
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(
    entries.filter(({ kind, symptoms }) => /^(pain-point|anti-pattern)$/.test(kind) && symptoms.length > 0).length,
  );
});

test('sampleAnswersByStage(sample) puts every question in words', () => {
  for (const sample of samples()) {
    const answers = sampleAnswersByStage(sample).flatMap((stage) => stage.answers);
    expect(answers).toHaveLength(questionnaireData('full').items.length);
    expect(answers.filter(({ title, text }) => title === '' || text === '')).toEqual([]);
  }
});

test('what does not exist is named in the error', () => {
  expect(() => rationaleOf('nothing')).toThrow('There is no question "nothing".');
  expect(() => howToOf('nothing')).toThrow('There is no practice "nothing".');
});

test('stringsFor(file) sends what is rarely needed only with its own file', () => {
  const rare = Object.keys(stringsFor('assess/drafts'));
  expect(rare.some((key) => key.startsWith('check.again'))).toBe(true);
  for (const file of ['assess/quick', 'assess/full'] as const) {
    const keys = Object.keys(stringsFor(file));
    expect(keys.filter((key) => rare.includes(key) || key.includes('.description'))).toEqual([]);
    expect(keys).toContain('site.page-title');
  }
});

test('made-up teams: as many as announced, the same in every build, all different, labelled as made up, without free text', () => {
  const teams = madeUpTeams();
  expect(teams).toHaveLength(madeUpCount); // the number that the page names before it loads them
  expect(madeUpTeams()).toEqual(teams);
  expect(new Set(teams.map(({ answers }) => JSON.stringify(answers))).size).toBe(madeUpCount);
  const written = JSON.stringify(teams);
  for (const word of ['"note"', '"role"', '"boundary"', '"stakes"', '"url"']) expect(written).not.toContain(word);
  for (const team of teams) {
    expect(team.system).toMatch(/^Made-up team [A-L]$/);
    expect(parseAnswers(JSON.parse(JSON.stringify(team)), pack)).toMatchObject({ ok: true });
  }
});
