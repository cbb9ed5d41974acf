import * as messages from '#messages/overlay.ts';
import { difference, luminanceOf, sights } from './colour.ts';

/** A colour that is drawn or written on another, by the names of their properties. */
export interface ColourPair {
  ink: string;
  ground: string;
  /** The least contrast that people need to see it (WCAG 1.4.3, 1.4.6 and 1.4.11). */
  least: number;
}

const pairs = (least: number, inks: readonly string[], grounds: readonly string[]): ColourPair[] =>
  inks.flatMap((ink) => grounds.map((ground) => ({ ink, ground, least })));

const grounds = ['paper', 'sheet', 'tint', 'notice'];

/**
 * Every colour that the styles put on another. Ink needs 7, because it replaces the quieter colours for people who ask
 * for more contrast.
 */
export const colourPairs: readonly ColourPair[] = [
  ...pairs(7, ['ink'], [...grounds, 'mark']),
  ...pairs(4.5, ['muted', 'accent'], grounds),
  ...pairs(7, ['accent-ink'], ['accent']),
  ...pairs(4.5, ['on-pale'], ['level-0', 'level-1', 'level-2', 'theme-organisation', 'theme-operations']),
  ...pairs(4.5, ['on-deep'], ['level-3', 'level-4', 'theme-tasks', 'theme-bugs', 'theme-tools']),
  ...pairs(3, ['velocity', 'validation', 'versioning', 'line'], ['paper', 'sheet', 'tint']),
];

/** The colours of the three Vs, which must look clearly different. */
const variables = ['velocity', 'validation', 'versioning'] as const;
/** The smallest difference that people see at a glance (CIEDE2000). */
const leastDifference = 22;
/** The colours of the five levels, from light to dark: they keep their order in grey. */
export const levelColours = ['level-0', 'level-1', 'level-2', 'level-3', 'level-4'];

/** The contrast of two colours written `#rrggbb`, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** A fault of a theme: the properties that it is about, and a sentence. */
export interface ColourFault {
  names: readonly string[];
  message: string;
}

type Colours = Readonly<Record<string, string>>;
const colourText = (colours: Colours, name: string): string => `${name} (${colours[name]})`;

/** The pairs whose contrast is too low. */
const findPale = (colours: Colours): ColourFault[] =>
  colourPairs.flatMap(({ ink, ground, least }) => {
    const ratio = contrast(colours[ink] ?? '', colours[ground] ?? '');
    if (ratio >= least) return [];
    const digits = Math.floor(ratio * 100) / 100; // never rounded up to the limit
    const message = messages.lowContrast(colourText(colours, ink), colourText(colours, ground), digits, least);
    return [{ names: [ink, ground], message }];
  });

/** The pairs of Vs whose colours look alike to some people. */
const findAlike = (colours: Colours): ColourFault[] =>
  variables.flatMap((one, index) =>
    variables.slice(index + 1).flatMap((other) => {
      const sight = sights.find((each) => difference(colours[one] ?? '', colours[other] ?? '', each) < leastDifference);
      if (sight === undefined) return [];
      const message = messages.lookAlike(colourText(colours, one), colourText(colours, other), sight);
      return [{ names: [one, other], message }];
    }),
  );

/** Levels that are not darker than the one before. */
const findUnordered = (colours: Colours): ColourFault[] =>
  levelColours.flatMap((name, index) => {
    const before = levelColours[index - 1];
    if (before === undefined || luminanceOf(colours[name] ?? '') < luminanceOf(colours[before] ?? '')) return [];
    const message = messages.notDarker(colourText(colours, name), colourText(colours, before));
    return [{ names: [name, before], message }];
  });

/**
 * Lists every fault of a set of colours: pairs with too little contrast, Vs that look alike, levels out of order.
 * @param colours a value `#rrggbb` for each name in `colourPairs`
 */
export const findColourFaults = (colours: Colours): ColourFault[] => [
  ...findPale(colours),
  ...findAlike(colours),
  ...findUnordered(colours),
];
