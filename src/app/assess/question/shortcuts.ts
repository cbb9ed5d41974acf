import { shortcutKey } from '../../platform/keys.ts';

/** Keys that choose an answer while the choices have the focus, and the value of its radio button. */
const shortcutValues: Readonly<Record<string, string>> = {
  '1': '0',
  '2': '1',
  '3': '2',
  '4': '3',
  '5': '4',
  '6': 'dk',
  '?': 'dk',
  '؟': 'dk',
  '7': 'na',
};

/** The value of the radio button that a key press chooses; undefined if it chooses nothing. */
export const shortcutValue = (event: KeyboardEvent): string | undefined => shortcutValues[shortcutKey(event) ?? ''];
