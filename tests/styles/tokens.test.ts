import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileColours } from '../../src/app/report/files/SheetFile.tsx';
import { declaredUnder, readThemes } from '../../src/build/tokens.ts';
import { colourPairs, contrast, findColourFaults } from '../../src/core/overlay/contrast.ts';

// Contrast of every pair of colours that the styles put on each other, in every theme (WCAG 1.4.3, 1.4.6, 1.4.11).

const stylesheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => `src/${file}`);

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const declared = (heading: RegExp) => declaredUnder(heading, tokens);
const { light, dark } = readThemes(tokens);
const more = declared(/prefers-contrast: more/);
const themes = {
  light,
  dark,
  print: { ...light, ...declared(/@media print/) },
  'light, more contrast': { ...light, ...more },
  'dark, more contrast': { ...dark, ...more },
};

/** The colour of a token, written `#rrggbb`; a token may refer to another. */
function colourOf(theme: Readonly<Record<string, string>>, name: string): string {
  const value = theme[name] ?? '';
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (other) return colourOf(theme, other);
  if (!/^#[0-9a-f]{6}$/.test(value)) throw new Error(`${name} is "${value}", no colour of six hex digits`);
  return value;
}

test.each(Object.entries(themes))('%s: colours have enough contrast, and the Vs look different', (_, theme) => {
  const colours = Object.fromEntries(
    colourPairs.flatMap(({ ink, ground }) => [ink, ground]).map((name) => [name, colourOf(theme, name)]),
  );
  expect(findColourFaults(colours)).toEqual([]);
});

test.each([
  'light, more contrast',
  'dark, more contrast',
] as const)('%s: quieter text has a contrast of at least 7, too', (name) => {
  for (const { ink, ground } of colourPairs.filter((pair) => pair.ink === 'muted'))
    expect(contrast(colourOf(themes[name], ink), colourOf(themes[name], ground))).toBeGreaterThanOrEqual(7);
});

test('no colour is forgotten here: every colour of the tokens is in some pair', () => {
  const paired = new Set(colourPairs.flatMap(({ ink, ground }) => [ink, ground]));
  const colours = Object.entries(light).filter(([, value]) => value.startsWith('#'));
  const unpaired = colours.map(([name]) => name).filter((name) => !paired.has(name));
  expect(unpaired).toEqual(['hairline']); // a rule between parts that are apart without it
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

test('every stylesheet declares the order of the layers before it fills or imports one, since any may load first', () => {
  for (const file of stylesheets)
    expect(readFileSync(file, 'utf8'), file).toMatch(
      /^@layer base, features, print;\n[\s\S]*?(?<=\n)@(layer (base|features|print) \{|import "\.)/,
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
  const tokenOf = (name: string) => (name === 'symptoms' ? 'muted' : name);
  expect(fileColours).toEqual(Object.fromEntries(Object.keys(fileColours).map((name) => [name, light[tokenOf(name)]])));
});
