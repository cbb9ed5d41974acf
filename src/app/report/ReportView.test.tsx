import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { hostileTexts } from '../../../tests/support/hostile.ts';
import { samples } from '../../build/samples.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { printCopyOf } from './PrintCopy.tsx';
import { ReportView } from './ReportView.tsx';

/** The text of markup, with single spaces. */
const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

for (const { id, answers, props } of samples()) {
  test(`${id}: the page and its printed page name the same answers worth knowing`, () => {
    const titles = props.report.worthKnowing.map(({ item }) => packIndex(props.data.pack).title(item));
    const page = textOf(renderToString(<ReportView {...props} />));
    const printed = textOf(renderToString(h(Fragment, null, printCopyOf({ ...props, answers }).page)));
    for (const title of titles) {
      expect(page).toContain(`${title}: `);
      expect(printed).toContain(title);
    }
    expect(page.includes(props.site.t('report.worth'))).toBe(titles.length > 0);
  });
}

test('page and working copy say how likely what a move eases is', () => {
  const eased = samples().flatMap(({ answers, props }) => {
    const { site, data, report } = props;
    const page = textOf(renderToString(<ReportView {...props} />));
    const { copy } = printCopyOf({ ...props, answers });
    const printed = textOf(renderToString(h(Fragment, null, copy)));
    const ids = report.moves.flatMap(({ eases }) => eases);
    return report.signals
      .filter(({ id }) => ids.includes(id))
      .map(({ id, status }) => {
        const named = `${packIndex(data.pack).signalTitle(id)} (${site.t(`report.status-${status}`)})`;
        return [named, page.includes(named), printed.includes(named)];
      });
  });
  expect(eased.length).toBeGreaterThan(0);
  expect(eased).toEqual(eased.map(([named]) => [named, true, true]));
});

test('at least one sample has an answer worth knowing', () => {
  expect(samples().flatMap(({ props }) => props.report.worthKnowing).length).toBeGreaterThan(0);
});

test('no hostile name of a system becomes an element', () => {
  const [sample] = samples();
  if (!sample) throw new Error('there is no sample');
  const { props } = sample;
  const tagsWith = (system: string): string[] | null =>
    renderToString(<ReportView {...props} report={{ ...props.report, system }} />).match(/<[^>]+>/g);
  const usual = tagsWith('plain');
  for (const text of hostileTexts()) expect(tagsWith(text), text).toEqual(usual);
});
