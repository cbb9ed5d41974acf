import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
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

test('at least one sample has an answer worth knowing', () => {
  expect(samples().flatMap(({ props }) => props.report.worthKnowing).length).toBeGreaterThan(0);
});
