import { expect, test } from 'vitest';
import { countTags, textOf } from '../../../tests/support/markup.ts';
import { site } from '../../build/site.ts';
import { LostList, LostParts } from './LostParts.tsx';

const { t } = site;
const lost = Array.from({ length: 8000 }, (_, index) => ({ place: `answers[${index}]`, problem: 'Bad.', raw: '{}' }));

test('of many lost parts the first twenty are listed, and how many more there are', () => {
  const list = textOf(<LostList t={t} lost={lost} />);
  expect(list).toContain('answers[19]');
  expect(list).not.toContain('answers[20]');
  expect(list).toContain('and 7980 more');
  expect(textOf(<LostParts site={site} lost={lost} download={() => undefined} />)).toContain('and 7980 more');
});

test('twenty lost parts are all listed', () => {
  const list = <LostList t={t} lost={lost.slice(0, 20)} />;
  expect(countTags(list, /^<li/)).toBe(20);
  expect(textOf(list)).not.toContain('more');
});
