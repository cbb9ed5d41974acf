// What a key press means, on every keyboard. No other file looks at the keys of an event.

/** Whether an input method uses the key press. Safari reports the key that ends a composition after its end, as key 229. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Whether the browser or the system gets the key press: Ctrl, Alt and the command key, or AltGr, which writes characters. */
const hasModifier = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.altKey || event.metaKey || event.getModifierState('AltGraph');

/** The digit at the place of a key, for keyboards that write it with Shift only: the French one has `"` there. */
const digitAt = ({ code, shiftKey }: KeyboardEvent): string | undefined =>
  shiftKey ? undefined : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];

/** The Latin letter at the place of a key that writes another script: `т` is on the N of a Russian keyboard. */
const letterAt = ({ code }: KeyboardEvent, character: string): string | undefined =>
  character.charCodeAt(0) < 128 ? undefined : /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();

/** Characters that mean themselves wherever a keyboard has them. */
const ownMeaning = /^[0-9a-z?/]$/;

/**
 * The key that was pressed: a name such as `Enter`, or a character. Caps Lock, full-width characters and the keyboard's
 * language make no difference to digits and Latin letters.
 * @returns undefined if the browser, the system or an input method gets the key press
 */
export function pressedKey(event: KeyboardEvent): string | undefined {
  const { key } = event;
  if (!key || isComposing(event) || hasModifier(event)) return undefined; // browsers that fill in a field send no key
  const character = key.normalize('NFKC').toLowerCase();
  if ([...character].length > 1) return key;
  return ownMeaning.test(character) ? character : (digitAt(event) ?? letterAt(event, character) ?? character);
}

/** Whether keys pressed in an element write or choose something there. */
export const isField = (target: EventTarget | null): boolean =>
  target !== null &&
  'matches' in target && // an element
  (target as Element).matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]');

/** The key that was pressed outside of a field; undefined in a field, and where `pressedKey` is. */
export const shortcutKey = (event: KeyboardEvent): string | undefined =>
  isField(event.target) ? undefined : pressedKey(event);
