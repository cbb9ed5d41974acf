import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { samples } from '../../../build/samples.ts';
import type { Answers } from '../../../core/answers/answers.ts';
import { answerMap } from '../../../core/answers/answers.ts';
import { explainVariable } from '../../../core/assessment/explain.ts';
import { formatPoints } from '../../../core/assessment/score.ts';
import { report } from '../../../core/report/report.ts';
import { ScoreWorkings } from './ScoreWorkings.tsx';

const [sample] = samples();
if (!sample) throw new Error('there is no sample');
const { site, data } = sample.props;
const { pack } = data;

/** What the workings of Validation say, and the band of the report. */
function workingsOf(answers: Answers): { text: string; band: string } {
  const made = report(answers, pack);
  const validation = made.variables.find(({ id }) => id === 'validation');
  const props = { site, data, answers, report: made, explained: { kind: 'variable', id: 'validation' } as const };
  const explanation = explainVariable('validation', answerMap(answers), pack, 'full');
  return {
    text: renderToString(<ScoreWorkings props={props} explanation={explanation} />),
    band: `${formatPoints(validation?.low ?? -1)} to ${formatPoints(validation?.high ?? -1)}`,
  };
}

test('the workings of a group name the scores of its people, and end with the band of the report', () => {
  const variables = [{ id: 'validation' as const, low: 0.05, high: 0.95 }];
  const group = { ...sample.answers, group: { people: 3, version: pack.version, variables } };
  const { text, band } = workingsOf(group);
  expect(band).toBe('5 to 95');
  expect(text).toContain('own scores run from 5 to 95, and the band covers them: 5 to 95.');
});

test('the workings of one person name no scores of people', () => {
  const { text, band } = workingsOf(sample.answers);
  expect(text).not.toContain('own scores');
  expect(text).toContain(band);
});
