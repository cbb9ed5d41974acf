// What is wrong with a theme.

export const lowContrast = (ink: string, ground: string, digits: number, least: number): string =>
  `${ink} on ${ground} has a contrast of ${digits}; at least ${least} is needed. Make one of them lighter or darker.`;
const people = {
  usual: 'anyone',
  'without red': 'people who see without red',
  'without green': 'people who see without green',
  'without blue': 'people who see without blue',
};
/** @param sight how the people see to whom the two look alike */
export const lookAlike = (one: string, other: string, sight: keyof typeof people): string =>
  `${one} and ${other} look too similar to ${people[sight]}. Choose colours further apart.`;
export const notDarker = (one: string, before: string): string =>
  `${one} is not darker than ${before}. Levels get darker from 0 to 4, so that print in grey keeps their order.`;
export const sixDigits = 'A colour is written with six hex digits: "#1b5277".';
export const typefaces =
  'Typefaces are names with commas between them, the last one generic: \'Georgia, "Sitka Text", serif\'.';
export const fiveLevels = 'There are five levels; give five colours, from light to dark.';
export const radius = 'A radius is written in pixels: "4px".';
