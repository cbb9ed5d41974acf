import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { ifIntended } from '../../../../tests/support/if-intended.ts';
import { parseXml } from '../../../../tests/support/xml.ts';
import { samples } from '../../../build/samples.ts';
import type { Answers } from '../../../core/answers/answers.ts';
import { changeSinceOf, compare } from '../../../core/assessment/compare.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import { report } from '../../../core/report/report.ts';
import { sheetTensions } from '../../../core/report/report-lists.ts';
import type { PartProps } from '../report-parts.tsx';
import { SheetFile } from './SheetFile.tsx';

for (const { id, props } of samples()) {
  const svg = renderToString(<SheetFile {...props} />);

  test(`${id}: the file is self-contained`, () => {
    expect(svg).not.toMatch(/ style=|<style|href=|url\(|<script|<image|var\(/);
  });

  test(`${id}: the file has the verdict, every question and every score`, () => {
    const text = svg.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    const { shortTitle } = packIndex(props.data.pack);
    for (const { item } of props.report.sheet) expect(text).toContain(shortTitle(item));
    for (const word of props.report.verdict.split(' ')) expect(text).toContain(word);
    for (const { point } of props.report.variables)
      if (point !== null) expect(text).toContain(` ${Math.round(point * 100)} `);
  });
}

/** The report of a sample in another state. */
function stateOf({ answers, props }: ReturnType<typeof samples>[number], state: string): PartProps {
  const { pack } = props.data;
  const [quick, earlier] = [state === 'quick' ? 'quick' : 'full', state === 'with an earlier time'] as const;
  const shift = (level: number, by: number) => Math.min(4, Math.max(0, level + by));
  const moved = (by: number): Answers => ({
    ...answers,
    answers: answers.answers.map((answer, index) =>
      answer.state === 'level' && index % 3 === 0 ? { ...answer, level: shift(answer.level, by) } : answer,
    ),
  });
  const people: Answers = {
    ...answers,
    answers: answers.answers.map((answer) =>
      answer.state === 'level'
        ? { ...answer, spread: { n: 3, min: shift(answer.level, -1), max: shift(answer.level, 1) } }
        : answer,
    ),
  };
  const since = earlier ? changeSinceOf(compare({ answers: moved(-1) }, { answers }, pack)) : null;
  return { ...props, report: report(state === 'several people' ? people : answers, pack, quick, since) };
}

for (const state of ['full', 'quick', 'with an earlier time', 'several people']) {
  test(`the picture matches the reviewed one: ${state}`, async () => {
    const [sample] = samples();
    if (!sample) throw new Error('there is no sample');
    const svg = renderToString(<SheetFile {...stateOf(sample, state)} />);
    await expect(svg).toMatchFileSnapshot(
      `../../../../tests/snapshots/practice-sheet-${state.replaceAll(' ', '-')}.svg`,
      ifIntended('src/app/report/files/SheetFile.test.tsx'),
    );
  });
}

test('a raised tension has a letter only if both of its answers are drawn', () => {
  const sample = samples().find(({ id }) => id === 'card-fraud-score');
  if (!sample) throw new Error('there is no sample');
  const lettered = (depth: string) => {
    const { report, data } = stateOf(sample, depth);
    return sheetTensions(report, data.pack).map(({ id }) => id);
  };
  expect(lettered('full')).toEqual(['gated-but-slow']);
  expect(lettered('quick')).toEqual([]); // the quick check does not ask one of its two questions
});

/** The file of a system with this name. */
function fileOf(system: string): string {
  const [sample] = samples();
  if (!sample) throw new Error('there is no sample');
  const { props } = sample;
  return renderToString(<SheetFile {...props} report={{ ...props.report, system }} />);
}

test.each([
  ['control characters', 'A\u0000 & <b>\u0008'],
  ['characters that are none', 'A\ufffe & <b>\uffff'],
  ['half of a character', 'A\ud83d & <b>\ude00'],
])('%s in a name do not break the file', (_, system) => {
  const svg = fileOf(system);
  expect(svg).not.toMatch(/[\p{Cc}\p{Cs}\ufffe\uffff]/u);
  expect(svg).toContain('A  &amp; &lt;b>');
  expect(parseXml(svg).children.find(({ name }) => name === 'title')?.text).toContain('A  & <b>');
});

test.each(['Kreditmodell ', 'Kreditmodell'])('a long name is cut between two characters: %j', (start) => {
  const svg = fileOf(start + '😀'.repeat(90));
  expect(svg).toMatch(new RegExp(`>${start}(?:😀)+</text>`, 'u'));
  expect(() => encodeURIComponent(svg)).not.toThrow();
});

test('the file says how to read the marks that it has, and no others', () => {
  const [sample] = samples();
  if (!sample) throw new Error('there is no sample');
  const keysIn = (state: string): string[] => {
    const props = stateOf(sample, state);
    const text = renderToString(<SheetFile {...props} />)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    const keys = ['report.sheet-people', 'report.sheet-earlier'] as const;
    return keys.filter((key) => text.includes(props.site.t(key)));
  };
  expect(keysIn('full')).toEqual([]);
  expect(keysIn('several people')).toEqual(['report.sheet-people']);
  expect(keysIn('with an earlier time')).toEqual(['report.sheet-earlier']);
});
