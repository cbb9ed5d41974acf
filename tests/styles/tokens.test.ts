import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileColours } from '../../src/app/report/SheetFile.tsx';
import { difference, luminanceOf, sights } from '../support/colour.ts';

// Contrast of every pair of colours that the styles put on each other, in every theme (WCAG 1.4.3, 1.4.6, 1.4.11).

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const stylesheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => `src/${file}`);

/** The custom properties that the blocks under a heading set. */
function declared(heading: RegExp): Record<string, string> {
  const block = heading.exec(tokens);
  if (!block) throw new Error(`tokens.css has no ${heading}`);
  const from = tokens.slice(block.index);
  const body = from.slice(from.indexOf('{', from.indexOf(':root')) + 1);
  return Object.fromEntries(
    [...body.slice(0, body.indexOf('}')).matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

const light = declared(/^ *:root/m);
const dark = { ...light, ...declared(/prefers-color-scheme: dark/) };
const more = declared(/prefers-contrast: more/);
const themes = {
  light,
  dark,
  print: { ...light, ...declared(/@media print/) },
  'light, more contrast': { ...light, ...more },
  'dark, more contrast': { ...dark, ...more },
};

/** The luminance of a token, 0 to 1; a token may refer to another. */
function luminance(theme: Record<string, string>, name: string): number {
  const value = theme[name] ?? '';
  const other = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  if (other) return luminance(theme, other);
  if (!/^#[0-9a-f]{6}$/.test(value)) throw new Error(`${name} is "${value}", no colour of six hex digits`);
  return luminanceOf(value);
}
function contrast(theme: Record<string, string>, a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(theme, a), luminance(theme, b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['--paper', '--sheet', '--tint', '--notice'];
const on = (inks: string[], under: string[]) => inks.flatMap((ink) => under.map((ground) => [ink, ground] as const));
const texts = [
  ...on(['--ink', '--muted', '--accent'], grounds),
  ...on(['--accent-ink'], ['--accent']),
  ...on(['--ink'], ['--mark']),
  ...on(['--on-pale'], ['--level-0', '--level-1', '--level-2', '--theme-organisation', '--theme-operations']),
  ...on(['--on-deep'], ['--level-3', '--level-4', '--theme-tasks', '--theme-bugs', '--theme-tools']),
];
const drawn = on(
  ['--velocity', '--validation', '--versioning', '--line', '--accent'],
  ['--paper', '--sheet', '--tint'],
);

describe.each(Object.entries(themes))('%s', (name, theme) => {
  const least = name.includes('more') ? 7 : 4.5;
  test.each(texts)(`text %s on %s has a contrast of at least ${least}`, (ink, ground) => {
    const asked = ink === '--on-pale' || ink === '--on-deep' || ink === '--accent' ? 4.5 : least;
    expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(asked);
  });
  test.each(drawn)('%s drawn on %s has a contrast of at least 3', (mark, ground) => {
    expect(contrast(theme, mark, ground)).toBeGreaterThanOrEqual(3);
  });
  test('the three Vs are told apart by colour, also by people who see red, green or blue less', () => {
    const [a = '', b = '', c = ''] = ['--velocity', '--validation', '--versioning'].map((name) => theme[name]);
    for (const [one, other] of [
      [a, b],
      [a, c],
      [b, c],
    ] as const)
      for (const sight of sights)
        expect(difference(one, other, sight), `${one} ${other} ${sight}`).toBeGreaterThanOrEqual(22);
  });
});

test('no colour is forgotten here: every colour of the tokens is in some pair', () => {
  const paired = new Set([...texts, ...drawn].flat());
  const colours = Object.entries(light).filter(([, value]) => value.startsWith('#'));
  const unpaired = colours.map(([name]) => name).filter((name) => !paired.has(name));
  expect(unpaired).toEqual(['--hairline']); // a rule between parts that are apart without it
});

test('forced colours replace all of ours', () => {
  const forced = declared(/forced-colors: active/);
  const colours = Object.keys(light).filter((name) => light[name]?.startsWith('#'));
  expect(colours.filter((name) => !/^[A-Z]\w+$/.test(forced[name] ?? ''))).toEqual([]);
});

test('no breakpoint is between 320 and 390 px, so both show the same parts', () => {
  const css = stylesheets.map((file) => readFileSync(file, 'utf8'));
  const breakpoints = css.flatMap((text) => [...text.matchAll(/(?:min|max)-width:\s*([\d.]+)(rem|px)\)/g)]);
  const widths = breakpoints.map(([, size, unit]) => Number(size) * (unit === 'rem' ? 16 : 1));
  expect(widths.length).toBeGreaterThan(20);
  expect(widths.filter((width) => width >= 320 && width <= 390)).toEqual([]);
});

test('colours are defined in tokens.css alone, and no text size depends on the width of the window', () => {
  for (const file of stylesheets.filter((sheet) => !sheet.endsWith('tokens.css'))) {
    const css = readFileSync(file, 'utf8').replaceAll(/@page[^}]*\{[^}]*\}/g, '');
    expect(css.match(/(?<=:[^;{]*)#[0-9a-f]{3,8}\b/g) ?? [], file).toEqual([]);
    expect(css.match(/font[^;:]*:[^;]*\dv[wh]\b[^;]*/g) ?? [], file).toEqual([]);
  }
});

test('every stylesheet declares the order of the layers before it fills one, since any may be loaded first', () => {
  for (const file of stylesheets)
    expect(readFileSync(file, 'utf8'), file).toMatch(
      /^@layer base, features, print;\n[\s\S]*\n@layer (base|features|print) \{/,
    );
});

test('no more than a handful of fonts are declared beside the text styles of tokens.css', () => {
  const sheets = stylesheets.filter((sheet) => !sheet.endsWith('tokens.css'));
  const fonts = sheets.flatMap(
    (file) => readFileSync(file, 'utf8').match(/font: (?!var\(--text-|inherit)[^;]+;/g) ?? [],
  );
  expect(new Set(fonts).size).toBeLessThan(30); // sizes of figures, of print and of large numbers
});

test('a saved picture has the colours of the light theme', () => {
  const tokenOf = (name: string) => (name === 'symptoms' ? '--muted' : `--${name}`);
  expect(fileColours).toEqual(Object.fromEntries(Object.keys(fileColours).map((name) => [name, light[tokenOf(name)]])));
});
