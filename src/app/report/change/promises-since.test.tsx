import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { samples } from '../../../build/samples.ts';
import type { Answers } from '../../../core/answers/answers.ts';
import { report } from '../../../core/report/report.ts';
import * as folded from '../folded-views.ts';
import { printCopyOf } from '../print/PrintCopy.tsx';
import { ReportView } from '../ReportView.tsx';
import { promisesShown } from './promises-since.ts';

/** A report with a working copy, as it is saved, of a team that had decided to make its first move. */
function savedReport(): string {
  const [sample] = samples();
  const [move] = sample?.props.report.moves ?? [];
  if (!sample || !move) throw new Error('there is no sample with a move');
  const { site, data } = sample.props;
  const earlier: Answers = { ...sample.answers, decisions: [{ practice: move.practice, decision: 'do' }] };
  const promised = promisesShown(site, data, sample.answers, earlier);
  if (!promised) throw new Error('nothing was promised');
  const made = report(sample.answers, data.pack, sample.props.report.depth, null, promised.promises);
  const props = { ...sample.props, report: made, answers: sample.answers };
  const printCopy = printCopyOf({ ...props, promised });
  return renderToString(
    <ReportView
      {...props}
      since={promised.view}
      printCopy={printCopy}
      hasAppendix
      folded={folded}
      explain={undefined}
    />,
  );
}

test('a saved report shows promises on the page and in the working copy, and no id twice', () => {
  const html = savedReport();
  expect(html.match(/class="promises"/g)).toHaveLength(2);
  expect(html).toMatch(/<h3>[^<]+<\/h3><div class="promises">/);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
