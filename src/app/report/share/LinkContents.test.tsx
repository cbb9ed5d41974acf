import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { samples } from '../../../build/samples.ts';
import type { Answers } from '../../../core/answers/answers.ts';
import { contextValues } from '../../../core/model/ids.ts';
import { LinkContents } from './LinkContents.tsx';

const [sample] = samples();
if (!sample) throw new Error('There is no sample.');
const { answers, props } = sample;

/** What the dialog says of a link with these changes to the sample. */
const contentsWith = (changes: Partial<Answers>): string =>
  renderToString(<LinkContents site={props.site} data={props.data} contents={{ ...answers, ...changes }} />).replaceAll(
    /<[^>]+>/g,
    ' ',
  );

test('the dialog of a link describes every value of the context differently', () => {
  const texts = Object.entries(contextValues).flatMap(([field, values]) =>
    values.map((value) => contentsWith({ context: { [field]: value } })),
  );
  expect(new Set(texts).size).toBe(Object.values(contextValues).flat().length);
  for (const text of texts) expect(text).not.toContain('share.context-');
});

test('the dialog of a link describes evidence and decisions in words, not by their stored values', () => {
  const [answer] = answers.answers;
  const decision = { practice: 'fallback-models', decision: 'no' as const, reason: 'Too early' };
  const evidence = { kind: 'shown' as const, url: 'https://wiki.example/runs' };
  const text = contentsWith({ decisions: [decision], answers: answer ? [{ ...answer, evidence }] : [] });
  expect(text).toContain(`${props.site.t('report.decide-no')}, `);
  expect(text).toContain(`${props.site.t('print.backed-shown')}, `);
});
