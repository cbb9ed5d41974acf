// What a key press means on any keyboard. Other files get a key from here; search looks up its handlers by name.

/** Whether an input method uses the key press. Safari reports the key that ends a composition late, with code 229. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Whether the browser or system gets the key press: Ctrl, Alt, the command key, or AltGr, which types characters. */
const hasModifier = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.altKey || event.metaKey || event.getModifierState('AltGraph');

/** The digit on a key, for keyboards that type it only with Shift: the French layout has `"` there. */
const digitAt = ({ code, shiftKey }: KeyboardEvent): string | undefined =>
  shiftKey ? undefined : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];

/** The Latin letter on a key that types another script: `т` is on the N key of a Russian keyboard. */
const letterAt = ({ code }: KeyboardEvent, character: string): string | undefined =>
  character.charCodeAt(0) < 128 ? undefined : /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();

/** A character as an East Asian keyboard types it. Other keys, such as `²` and `º`, are no digits or letters. */
const fullWidth = /^[！-～]$/;

/** Characters that stand for themselves, wherever they are on the keyboard. */
const ownMeaning = /^[0-9a-z?/]$/;

/**
 * The key that was pressed: a name such as `Enter`, or a character. Caps Lock, full-width characters and the keyboard
 * layout make no difference to digits and Latin letters.
 * @returns undefined if the key press belongs to the browser, the system or an input method
 */
export function pressedKey(event: KeyboardEvent): string | undefined {
  const { key } = event;
  if (!key || isComposing(event) || hasModifier(event)) return undefined; // autofill sends events without a key
  const character = (fullWidth.test(key) ? key.normalize('NFKC') : key).toLowerCase();
  if ([...character].length > 1) return key;
  return ownMeaning.test(character) ? character : (digitAt(event) ?? letterAt(event, character) ?? character);
}

/** Whether keys pressed in an element type or choose something there. */
export const isField = (target: EventTarget | null): boolean =>
  target !== null &&
  'matches' in target && // an element
  (target as Element).matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]');

/**
 * The key that was pressed outside a field; undefined in a field, and whenever `pressedKey` is. A key that is held down
 * counts once: some people cannot let go of it sooner.
 */
export const shortcutKey = (event: KeyboardEvent): string | undefined =>
  isField(event.target) || event.repeat ? undefined : pressedKey(event);
