import { z } from 'zod';
import * as messages from '#messages/overlay.ts';
import { type Problem, problemAt } from '../model/problem.ts';
import { withoutUndefined } from '../model/without-undefined.ts';
import { findColourFaults, levelColours } from './contrast.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, messages.sixDigits);
/** Names of typefaces that are installed where the site is read. Web fonts are not loaded. */
const typefaces = z.string().regex(/^[A-Za-z0-9 _,"'-]{1,200}$/, messages.typefaces);

/** The colours that differ between the light and the dark theme. */
const themedColours = [
  'paper',
  'sheet',
  'ink',
  'muted',
  'hairline',
  'line',
  'accent',
  'accent-ink',
  'tint',
  'notice',
  'mark',
  'velocity',
  'validation',
  'versioning',
] as const;

const fields = <Name extends string, Type extends z.ZodType>(names: readonly Name[], type: Type) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, type.optional()])) as Record<Name, z.ZodOptional<Type>>);

/** theme.yaml of an overlay: 37 properties at most. What is absent keeps Trivium's value. */
export const themeFile = z.strictObject({
  light: fields(themedColours, colour).default({}),
  dark: fields(themedColours, colour).default({}),
  /** From low to high: the same in light and dark. */
  levels: z.array(colour).length(5, messages.fiveLevels).optional(),
  typefaces: fields(['book', 'plain', 'code'], typefaces).default({}),
  /** Rounding of corners. */
  radius: z
    .string()
    .regex(/^\d{1,2}px$/, messages.radius)
    .optional(),
});
export type Theme = z.output<typeof themeFile>;

/** The values of Trivium's own colours, by name, in both themes. */
export type ThemeColours = Record<'light' | 'dark', Readonly<Record<string, string>>>;

const levelsOf = ({ levels = [] }: Theme): Record<string, string> =>
  Object.fromEntries(levels.map((value, index) => [levelColours[index] ?? '', value]));

/**
 * Lists every colour of a theme that people could not see or tell apart, in light and dark. A pair of Trivium's own
 * colours is no fault of the theme, so only pairs with a colour of the theme are listed.
 * @param lineOf the line of a place in the theme's file
 */
export function findThemeProblems(
  theme: Theme,
  own: ThemeColours,
  file: string,
  lineOf: (place: readonly PropertyKey[]) => number | undefined,
): Problem[] {
  return (['light', 'dark'] as const).flatMap((name) => {
    const changedColours = { ...withoutUndefined(theme[name]), ...levelsOf(theme) };
    const faults = findColourFaults({ ...own[name], ...changedColours });
    return faults.flatMap(({ names, message }): Problem[] => {
      const culprit = names.find((each) => each in changedColours);
      if (culprit === undefined) return [];
      const level = levelColours.indexOf(culprit);
      const place = level < 0 ? [name, culprit] : ['levels', level];
      return [problemAt(file, lineOf(place), place, `${name}: ${message}`)];
    });
  });
}

const declarations = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ');

const block = (media: string, values: Record<string, string>): string =>
  Object.keys(values).length === 0 ? '' : `  @media ${media} { :root { ${declarations(values)} } }\n`;

/**
 * A theme as a style sheet, to be read after tokens.css. On paper it changes levels, typefaces and rounding, but no other
 * colour. Forced colours stay as they are, and people who ask for more contrast get ink instead of lighter colours.
 */
export function themeSheet(theme: Theme): string {
  const screen = 'screen and (forced-colors: none)';
  const quiet = { muted: 'var(--ink)', line: 'var(--ink)', hairline: 'var(--ink)' };
  const blocks = [
    block('all', withoutUndefined({ ...theme.typefaces, radius: theme.radius })),
    block('(forced-colors: none)', levelsOf(theme)),
    block(`${screen} and (prefers-color-scheme: light)`, withoutUndefined(theme.light)),
    block(`${screen} and (prefers-color-scheme: dark)`, withoutUndefined(theme.dark)),
    block(`${screen} and (prefers-contrast: more)`, quiet),
  ];
  return `\n@layer base {\n${blocks.join('')}}\n`;
}
