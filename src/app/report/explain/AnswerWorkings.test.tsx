import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { samples } from '../../../build/samples.ts';
import type { Answer } from '../../../core/answers/answers.ts';
import { report } from '../../../core/report/report.ts';
import { AnswerWorkings } from './AnswerWorkings.tsx';

const [sample] = samples();
if (!sample) throw new Error('there is no sample');
const { site, data } = sample.props;
const item = data.pack.items.find(({ kind }) => kind === 'practice');
if (!item) throw new Error('there is no practice');

/** What the explanation of one practice says if it is answered like this. */
function explanationOf(answer: Omit<Answer, 'item' | 'rev'> & { level?: number }): string {
  const others = sample?.answers.answers.filter((each) => each.item !== item?.id) ?? [];
  const answers = {
    ...sample?.answers,
    answers: [...others, { item: item?.id, rev: item?.rev, ...answer }],
  } as NonNullable<typeof sample>['answers'];
  const explained = { kind: 'answer', id: item?.id ?? '' } as const;
  const props = { site, data, answers, report: report(answers, data.pack), explained };
  return renderToString(<AnswerWorkings props={props} item={item?.id ?? ''} canChange={true} />);
}

test('an explanation of an answer begins with its question', () => {
  const [question] = explanationOf({ state: 'level', level: 2 }).split('</p>');
  expect(question).toContain(data.questions[item.id]);
});

test('only an answer with a level counts towards a score', () => {
  const weight = `weight ${item.weight}`;
  expect(explanationOf({ state: 'level', level: 2 })).toContain(`It counts with ${weight}`);
  expect(explanationOf({ state: 'dk' })).toContain(`An answer would count with ${weight}`);
  expect(explanationOf({ state: 'na' })).toContain('It counts towards no score.');
});
