import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { countTags, textOf } from '../../../tests/support/markup.ts';
import { answersBy, generateTeam } from '../../../tests/support/teams.ts';
import { pack } from '../../build/pack.ts';
import { madeUpTeams } from '../../build/page-data/made-up-teams.ts';
import { teamsData } from '../../build/page-data/teams.ts';
import { site } from '../../build/site.ts';
import type { Answers } from '../../core/answers/answers.ts';
import { staticImportList } from '../import/ImportList.tsx';
import { TeamsView } from './TeamsView.tsx';
import { TeamCounter } from './team-counter.ts';
import type { TeamsSettings } from './teams-data.tsx';

const { t } = site;
const data = teamsData();
const nothing = () => undefined;
const importActions = { addFiles: nothing, addText: nothing, remove: nothing, downloadLost: nothing };
const settings: TeamsSettings = { depth: 'full', anonymous: false, rankedBy: undefined };

/** A text as it is in markup and in a pattern. */
const inPattern = (text: string) => RegExp.escape(text.replaceAll('&', '&amp;'));

/** The page for a number of teams, as it is shown with some settings. */
const viewOf = (teamCount: number, change: Partial<TeamsSettings> = {}) =>
  viewOfTeams(
    Array.from({ length: teamCount }, (_, seed) => ({ ...generateTeam(pack, seed), system: `Team-${seed}` })),
    change,
  );

async function viewOfTeams(teams: readonly Answers[], change: Partial<TeamsSettings> = {}, isMadeUp = false) {
  const counter = new TeamCounter(data);
  await counter.addFiles(teams.map((team, index) => new File([JSON.stringify(team)], `${index}.json`)));
  const chosenSettings = { ...settings, ...change };
  const { imports, rejections, rollup, duplicateNames } = await counter.count(chosenSettings);
  const result = rollup && {
    site,
    data,
    rollup,
    settings: chosenSettings,
    duplicateNames,
    renderedParts: 'everything' as const,
    today: '2026-11-23',
    isMadeUp,
    actions: { changeSettings: nothing, download: nothing, print: nothing, hideMadeUp: nothing },
  };
  const importList = { ...staticImportList(site), imports, rejections, actions: importActions };
  return <TeamsView importList={importList} result={result} showMadeUp={nothing} />;
}

test('the built page shows only the import list', () => {
  const built = <TeamsView importList={staticImportList(site)} result={undefined} showMadeUp={undefined} />;
  expect(textOf(built)).toBe(t('import.needs-script'));
});

test('without teams the page shows the fields and offers made-up teams', async () => {
  const text = textOf(await viewOf(0));
  expect(text).toMatch(new RegExp(`^${t('import.files')}`));
  expect(text).toContain(t('teams.show-made-up'));
});

test('made-up teams are labelled in heading, notice and names, follow the fields, and offer no download', async () => {
  const teams = madeUpTeams();
  const text = textOf(await viewOfTeams(teams, {}, true));
  expect(text).toContain('What 12 made-up teams have in common');
  expect(text).toContain(t('teams.made-up-notice', { count: 12 }));
  expect(text.match(/Made-up team [A-L]/g)).toHaveLength(12);
  expect(text.indexOf(t('import.files'))).toBeLessThan(text.indexOf('What 12 made-up'));
  expect(text).not.toContain(t('teams.download-counts'));
});

test('three teams: what they have in common comes first, then each of them by name', async () => {
  const view = await viewOf(3);
  const text = textOf(view);
  expect(text).toContain('What 3 teams have in common');
  expect(text.indexOf('What 3 teams have in common')).toBeLessThan(text.indexOf(t('import.files')));
  expect(text.indexOf('The most frequent gap')).toBeLessThan(text.indexOf('Team-0'));
  for (const name of ['Team-0', 'Team-1', 'Team-2']) expect(text).toContain(name);
  expect(countTags(view, /class="team-score v-/)).toBe(3 * pack.variables.length);
  expect(countTags(view, /class="level-bar"/)).toBe(pack.items.length);
  for (const kind of ['items', 'teams', 'answers', 'counts']) expect(text).toContain(t(`teams.download-${kind}`));
});

test('the practice sheet of all teams comes before the tables, with every question by name and its counts', async () => {
  const view = await viewOf(5);
  const text = textOf(view);
  expect(text.indexOf(t('teams.sheet'))).toBeLessThan(
    text.indexOf(t('teams.shared-lead', { answer: pack.constants.moves.unsafeLevel + 1 })),
  );
  const svg = renderToString(view).split('class="sheet-columns"')[0] ?? '';
  for (const { title } of pack.items) expect(svg).toMatch(new RegExp(`aria-label="${inPattern(title)}: answer 1: \\d`));
});

test('every bar begins with trouble, in one colour: answer 1 to a practice, answer 5 about a symptom', async () => {
  const teams = [0, 1, 2].map(() => answersBy(pack, ({ kind }) => (kind === 'practice' ? 0 : 4)));
  const view = await viewOfTeams(teams);
  expect(countTags(view, /class="level-part part-0"/)).toBeGreaterThanOrEqual(pack.items.length);
  expect(countTags(view, /class="level-part part-4"/)).toBe(2); // the keys
  expect(textOf(view)).toContain('Teams by answer, 5 to 1');
});

test('one team has one gap, in the singular', async () => {
  const text = textOf(await viewOfTeams([answersBy(pack, () => 0)]));
  expect(text).toMatch(/The most frequent gap: .+\. It hurts the only team that knows where it stands\./);
});

test('without names a count of fewer than three teams has no bar on the sheet, and says so', async () => {
  const item = pack.items[0];
  const teams = Array.from({ length: 4 }, (_, seed) => generateTeam(pack, seed)).map((team, index) => ({
    ...team,
    answers: team.answers.map((answer) =>
      answer.item === item?.id && index > 1 ? { item: answer.item, rev: answer.rev, state: 'dk' as const } : answer,
    ),
  }));
  const svg = renderToString(await viewOfTeams(teams, { anonymous: true }));
  expect(svg).toContain(`aria-label="${item?.title}: ${t('teams.suppressed')}"`);
});

test('without names no name is shown and only counts can be downloaded', async () => {
  const text = textOf(await viewOf(3, { anonymous: true }));
  expect(text).not.toMatch(/Team-\d/);
  expect(text).toContain('Team 1');
  expect(text).toContain(t('teams.download-counts'));
  expect(text).not.toContain(t('teams.download-teams'));
  expect(text).not.toContain(t('teams.download-answers'));
});

test('without names nothing is shown of two teams', async () => {
  const text = textOf(await viewOf(2, { anonymous: true }));
  expect(text).toContain(t('teams.few'));
  expect(text).not.toContain('What 2 teams have in common');
});

test('thirteen teams are ranked only on request, with a warning', async () => {
  expect(textOf(await viewOf(13))).not.toContain(t('teams.rank-warning'));
  const view = await viewOf(13, { rankedBy: 'validation' });
  expect(textOf(view)).toContain(t('teams.rank-warning'));
  expect(countTags(view, /aria-sort="descending"/)).toBe(1);
  expect(countTags(view, /class="team-score v-validation"/)).toBe(13);
});

test('the page says what the known answers of all teams rest on, and nothing of two teams without names', async () => {
  const [first, ...others] = [1, 2, 3].map((seed) => ({ ...generateTeam(pack, seed), system: `Team-${seed}` }));
  if (!first) throw new Error('there is no team');
  const teams = [
    { ...first, answers: first.answers.map((answer) => ({ ...answer, evidence: { kind: 'measured' as const } })) },
    ...others,
  ];
  const levels = (team: Answers) => team.answers.filter(({ state }) => state === 'level').length;
  const [known, measured] = [teams.reduce((sum, team) => sum + levels(team), 0), levels(first)];
  const sentence = `${known} answers are known: ${measured} are measured, 0 shown, ${known - measured} claimed.`;
  expect(textOf(await viewOfTeams(teams))).toContain(sentence);
  expect(textOf(await viewOfTeams(teams.slice(0, 2), { anonymous: true }))).not.toContain('claimed');
});
