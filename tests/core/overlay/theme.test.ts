import { expect, test } from 'vitest';
import { readThemes } from '../../../src/build/tokens.ts';
import { difference } from '../../../src/core/overlay/colour.ts';
import { contrast } from '../../../src/core/overlay/contrast.ts';
import { findThemeProblems, themeFile, themeSheet } from '../../../src/core/overlay/theme.ts';

const own = readThemes();
const problemsOf = (data: object) => findThemeProblems(themeFile.parse(data), own, 'ours/theme.yaml', () => 7);

test('contrast is that of WCAG: black on white has 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2); // the well-known grey that just fails
  expect(contrast('#93c4ea', '#93c4ea')).toBe(1);
});

test('difference is CIEDE2000: a colour has none to itself, black and white have 100', () => {
  expect(difference('#aa3377', '#aa3377')).toBe(0);
  expect(difference('#000000', '#ffffff')).toBeCloseTo(100, 1);
});

test('a theme that changes nothing, or only what stays legible, has no problems', () => {
  expect(problemsOf({})).toEqual([]);
  expect(problemsOf({ light: { accent: '#0b4f3c' }, dark: { accent: '#8fd9bf' } })).toEqual([]);
});

test('each failing pair is listed with theme, place, both colours and the contrast that is needed', () => {
  const problems = problemsOf({ light: { accent: '#7fb2d6' } });
  expect(problems).toContainEqual({
    file: 'ours/theme.yaml',
    line: 7,
    place: 'light.accent',
    message:
      'light: accent (#7fb2d6) on paper (#fbfaf6) has a contrast of 2.17; at least 4.5 is needed. Make one of them lighter or darker.',
  });
  const pairs = problems.map(({ message }) => message.split(' has ')[0]);
  for (const ground of ['paper', 'sheet', 'tint', 'notice'])
    expect(pairs.some((pair) => pair?.includes(`on ${ground}`))).toBe(true);
});

test('a light theme is not checked against dark grounds, and the other way round', () => {
  expect(problemsOf({ light: { ink: '#101010' } })).toEqual([]);
  expect(problemsOf({ dark: { ink: '#101010' } }).map(({ place }) => place)).toContain('dark.ink');
});

test('Vs that some people cannot tell apart, and levels out of order, are problems', () => {
  expect(problemsOf({ light: { velocity: '#126822' } }).map(({ message }) => message)).toContainEqual(
    expect.stringContaining('look too similar'),
  );
  const levels = ['#fee838', '#9b9587', '#bcaf6f', '#3c4d6e', '#00224e'];
  expect(problemsOf({ levels }).map(({ place }) => place)).toContain('levels[2]');
});

test.each([
  [{ light: { acent: '#000000' } }, 'acent'],
  [{ light: { accent: 'red' } }, 'six hex digits'],
  [{ typefaces: { book: 'x; } body { display: none' } }, 'names with commas'],
  [{ typefaces: { book: 'url(https://x.example/f.woff2)' } }, 'names with commas'],
  [{ radius: '4em' }, 'pixels'],
  [{ levels: ['#000000'] }, 'five colours'],
])('%j is refused', (data, part) => {
  expect(JSON.stringify(themeFile.safeParse(data).error?.issues)).toContain(part);
});

test('the sheet of a theme sets what it changes, and leaves paper and forced colours alone', () => {
  const sheet = themeSheet(themeFile.parse({ light: { accent: '#0b4f3c' }, typefaces: { book: 'Georgia, serif' } }));
  expect(sheet).toContain('--accent: #0b4f3c;');
  expect(sheet).toContain('--book: Georgia, serif;');
  const [, media] = /@media ([^{]+) \{ :root \{ --accent/.exec(sheet) ?? [];
  expect(media).toBe('screen and (forced-colors: none) and (prefers-color-scheme: light)');
});

test('a theme has at most forty properties', () => {
  const { light, dark, typefaces } = themeFile.shape;
  const sets = [light, dark, typefaces].map((field) => Object.keys(field.unwrap().shape).length);
  expect(sets.reduce((sum, count) => sum + count, 5 + 1)).toBeLessThanOrEqual(40); // the levels and the radius
});
