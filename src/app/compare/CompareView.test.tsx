import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { countTags, textOf } from '../../../tests/support/markup.ts';
import { generateTeam } from '../../../tests/support/teams.ts';
import { pack } from '../../build/pack.ts';
import { site } from '../../build/site.ts';
import { compare } from '../../core/assessment/compare.ts';
import { toPoints } from '../../core/assessment/score.ts';
import { trendOf } from '../../core/assessment/trend.ts';
import { type CompareProps, CompareView, staticCompareProps } from './CompareView.tsx';
import { ItemDumbbells } from './ItemDumbbells.tsx';

const { t } = site;
const actions = { chooseSide: () => undefined, swap: () => undefined, download: () => undefined };
const team = (seed: number, date: string, system = 'Parcels') => ({
  answers: { ...generateTeam(pack, seed), system, date },
});
const view = (props: Partial<CompareProps>) => (
  <CompareView {...staticCompareProps(site)} pack={pack} actions={actions} {...props} />
);
const choices = [
  { key: 'a', label: 'Parcels in May' },
  { key: 'b', label: 'Parcels in November' },
];

test('as it is built, the page has no fields and no result', () => {
  const built = <CompareView {...staticCompareProps(site)} />;
  expect(countTags(built, /<(select|button|svg|table)/)).toBe(0);
  expect(textOf(built)).toContain(t('import.needs-script'));
});

test('with fewer than two assessments the page says what is missing', () => {
  expect(textOf(view({}))).toContain(t('compare.too-few'));
  expect(textOf(view({ choices }))).toContain(t('compare.choose-two'));
  expect(textOf(view({ choices, sides: { before: 'a', now: 'a' } }))).toContain(t('compare.same-one'));
});

test('without an earlier assessment of the system the page says why nothing is chosen', () => {
  const sides = { before: undefined, now: 'b' };
  expect(textOf(view({ choices, sides, lacksEarlier: true }))).toContain(t('compare.no-earlier'));
});

test('with no practice known in both the page says so once, and why', () => {
  const none = { answers: { ...team(3, '2026-05-01').answers, answers: [] } };
  const text = textOf(view({ choices, comparison: compare(none, team(4, '2026-11-01'), pack) }));
  expect(text).toContain(t('compare.none-in-common'));
  expect(text).toContain(t('compare.compared-if'));
  for (const wrong of [t('compare.practices-none'), 'over 0 practices', t('compare.change-nothing-in-common')])
    expect(text).not.toContain(wrong);
});

test('two assessments: the change comes first, with the scores of each V and every answer that changed', () => {
  const comparison = compare(team(3, '2026-05-01'), team(4, '2026-11-01'), pack);
  const props = { choices, sides: { before: 'a', now: 'b' }, comparison };
  const text = textOf(view(props));
  expect(text).toContain(`over ${comparison.total.known} practices known in both`);
  for (const { id, before, now, known } of comparison.variables) {
    const name = pack.variables.find((variable) => variable.id === id)?.name;
    expect(text).toContain(`${name} ${toPoints(before ?? 0)} ${toPoints(now ?? 0)} `);
    expect(text).toContain(`over ${known} practices known in both`);
  }
  const { practices, symptoms } = comparison;
  expect(countTags(view(props), /class="dumbbell /)).toBe(3 + practices.length + symptoms.length);
  expect(text).toMatch(/Symptoms: \d+ (better|worse)/);
  expect(text).not.toMatch(/[+−]\d/);
  expect(countTags(view(props), /<option/)).toBe(2 * (choices.length + 1));
  expect(text).not.toContain('may not describe the same system');
  expect(countTags(view(props), /class="trend"/)).toBe(0);
});

test('better is further right in every picture, of a practice as of a symptom', () => {
  const change = (item: string, before: number, now: number) => {
    const { variable = null } = pack.items.find(({ id }) => id === item) ?? {};
    return { item, variable, before, now };
  };
  const idOf = (kind: string) => pack.items.find((item) => item.kind === kind)?.id ?? '';
  const placesOf = (item: string, before: number, now: number) =>
    [
      ...renderToString(<ItemDumbbells site={site} pack={pack} changes={[change(item, before, now)]} />).matchAll(
        /translate\((\d+)/g,
      ),
    ].map(([, x]) => Number(x));
  const [practice, symptom] = [idOf('practice'), idOf('symptom')];
  expect(placesOf(symptom, 4, 0)).toEqual(placesOf(practice, 0, 4));
  expect(placesOf(symptom, 1, 3)).toEqual(placesOf(practice, 3, 1));
  const [before = 0, now = 0] = placesOf(symptom, 4, 0);
  expect(before).toBeLessThan(now);
});

test('two systems with different names are pointed out; case and outer space do not count', () => {
  const notice = 'may not describe the same system';
  const textFor = (before: string, now: string) =>
    textOf(view({ choices, comparison: compare(team(3, '2026-05-01', before), team(4, '2026-11-01', now), pack) }));
  expect(textFor('Parcels', 'Fraud')).toContain(notice);
  expect(textFor('Parcels', '')).toContain(notice);
  expect(textFor('Parcels', ' parcels')).not.toContain(notice);
  expect(textFor('', '')).not.toContain(notice);
});

test('three dated assessments make a trend, with a row for each and the change since the one before', () => {
  const trend = trendOf([team(3, '2025-01-15'), team(4, '2026-10-01'), team(6, '2026-11-01')], pack);
  const text = textOf(view({ choices, trend }));
  expect(text).toContain('3 assessments over time');
  expect(text).toContain('15 Jan 2025');
  expect(text).toContain(t('compare.first'));
  expect(countTags(view({ choices, trend }), /class="over-time"/)).toBe(pack.variables.length);
});

test('questions that the versions of the pack changed are listed, not compared', () => {
  const [added = '', changed = ''] = pack.items.map(({ id }) => id);
  const comparison = {
    ...compare(team(3, '2026-05-01'), team(4, '2026-11-01'), pack),
    questions: { added: [added], removed: ['an-old-question'], changed: [changed] },
  };
  const text = textOf(view({ choices, comparison }));
  expect(text).toContain(`1 question is new in the later version of the pack: ${pack.items[0]?.title}`);
  expect(text).toContain('1 question is no longer asked: an-old-question');
  expect(text).toContain(`1 question asks something else now: ${pack.items[1]?.title}`);
});
