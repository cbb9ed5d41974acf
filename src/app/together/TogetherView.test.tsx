import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { countTags, textOf } from '../../../tests/support/markup.ts';
import { generateTeam } from '../../../tests/support/teams.ts';
import { pack } from '../../build/pack.ts';
import { site } from '../../build/site.ts';
import { longestText } from '../../core/answers/limits.ts';
import { mergeRespondents } from '../../core/assessment/respondents.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { DotStrip } from './DotStrip.tsx';
import { TogetherView } from './TogetherView.tsx';
import { staticTogetherProps, type TogetherProps } from './together-props.ts';

const { t } = site;
const { title } = packIndex(pack);
const nothing = () => undefined;
const actions = {
  addDraft: nothing,
  decide: nothing,
  undecide: nothing,
  discuss: nothing,
  save: nothing,
  download: nothing,
};
const person = (seed: number, role: string) => ({
  ...generateTeam(pack, seed),
  system: 'Parcels',
  date: '2026-11-20',
  respondent: { role },
});
const merge = mergeRespondents([person(4, 'ML engineer'), person(9, 'Product manager'), person(12, 'SRE')], pack);
const [firstItem = ''] = merge.agenda;
const view = (props: Partial<TogetherProps>) => (
  <TogetherView {...staticTogetherProps(site)} pack={pack} actions={actions} {...props} />
);

test('without two people the page says what is missing, and offers the drafts of this browser', () => {
  const text = textOf(view({ drafts: [{ id: 'a', label: 'Parcels, 20 Nov 2026' }] }));
  expect(text).toContain(t('together.too-few'));
  expect(text).toContain('Parcels, 20 Nov 2026');
  expect(textOf(<TogetherView {...staticTogetherProps(site)} />)).toBe(t('import.needs-script'));
});

test('people are numbered and named by their role', () => {
  const text = textOf(view({ merge }));
  expect(text).toContain('3 people answered');
  expect(text).toContain('Person 2: Product manager');
});

test('the agenda has the largest disagreement first; what is beyond its first three is folded', () => {
  const html = view({ merge });
  const text = textOf(html);
  const agendaText = text.slice(text.indexOf(t('together.agenda')), text.indexOf(t('together.every')));
  const positions = merge.agenda.map((item) => agendaText.indexOf(packIndex(pack).item(item)?.question ?? '?'));
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  expect(Math.min(...positions)).toBeGreaterThan(0);
  expect(text).toContain(t('together.agenda-rest', { count: merge.agenda.length - 3 }));
});

test('a question that the group adds is on the agenda', () => {
  const extraItem = merge.items.find(({ item }) => !merge.agenda.includes(item))?.item ?? '';
  expect(countTags(view({ merge }), new RegExp(`id="talk-${extraItem}"`))).toBe(0);
  expect(countTags(view({ merge, extraItems: [extraItem] }), new RegExp(`id="talk-${extraItem}"`))).toBe(1);
});

test('everything that the group has decided is on the agenda, so that nothing unseen is saved', () => {
  const item = merge.items.find((each) => !merge.agenda.includes(each.item))?.item ?? '';
  const decisions = [{ item, answer: { state: 'dk' } as const, note: '' }];
  expect(countTags(view({ merge, decisions }), new RegExp(`id="talk-${item}"`))).toBe(1);
  expect(countTags(view({ merge, decisions, extraItems: [item] }), new RegExp(`id="talk-${item}"`))).toBe(1);
});

test('a note that is longer than a file can hold says what will be missing', () => {
  const withNote = (note: string) =>
    textOf(view({ merge, decisions: [{ item: firstItem, answer: { state: 'dk' }, note }] }));
  expect(withNote('字'.repeat(longestText))).not.toContain('will be missing');
  expect(withNote(`${'字'.repeat(longestText)}終わり`)).toContain(
    t('together.note-cut', { limit: longestText, tail: '終わり' }),
  );
});

test('every question has a strip with a dot for each level that anyone chose', () => {
  const levels = merge.items.flatMap(({ dots }) => dots.filter(({ level }) => level !== null));
  expect(countTags(view({ merge }), /class="dot-strip"/)).toBe(pack.items.length);
  expect(countTags(view({ merge }), /<circle /)).toBe(levels.length);
});

test('trouble is on the left: the lowest answer to a practice, the highest about a symptom', () => {
  const [item] = merge.items;
  const [response] = item?.dots ?? [];
  if (!item || !response) throw new Error('Nobody answered.');
  const best = { ...item, dots: [{ ...response, state: 'level' as const, level: 4 }] };
  const placeOf = (variable: typeof item.variable) =>
    renderToString(<DotStrip site={site} item={{ ...best, variable }} />).match(/cx="(\d+)"/)?.[1];
  expect(placeOf('velocity')).toBe('135');
  expect(placeOf(null)).toBe('15');
});

test('a decision is checked, counted, and can be explained and taken back', () => {
  const decisions = [{ item: firstItem, answer: { state: 'level', level: 2 } as const, note: 'We looked.' }];
  const html = view({ merge, decisions });
  expect(countTags(html, /<input[^>]*checked/)).toBe(1);
  expect(countTags(html, /<input[^>]*value="We looked\."/)).toBe(1);
  expect(textOf(html)).toContain(t('together.save-lead', { count: 1 }));
  expect(textOf(html)).toContain(`${t('together.undecide')} : ${title(firstItem)}`);
  expect(countTags(view({ merge }), /<input[^>]*checked/)).toBe(0);
});

test('after saving, the page links to the report; where saving failed it says why', () => {
  const saved = view({ merge, saveResult: { report: '/assess/full/report/' } });
  expect(textOf(saved)).toContain(t('together.saved'));
  expect(countTags(saved, /<a [^>]*href="\/assess\/full\/report\/"/)).toBe(1);
  const refused = view({ merge, saveResult: { problem: 'QuotaExceededError' } });
  expect(textOf(refused)).toContain(t('together.not-saved', { problem: 'QuotaExceededError' }));
  expect(textOf(view({ merge, saveResult: 'elsewhere' }))).toContain(t('together.elsewhere'));
});
