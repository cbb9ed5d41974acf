import { expect, test } from 'vitest';
import { isComposing, pressedKey, shortcutKey } from './keys.ts';

/** A field or another element, with only the method that `keys.ts` calls. */
class FakeElement {
  readonly isField: boolean;
  constructor(isField: boolean) {
    this.isField = isField;
  }
  matches(): boolean {
    return this.isField;
  }
}

type Press = Partial<KeyboardEvent> & { altGr?: boolean; isInField?: boolean };
/** A key press, by default without modifiers and outside fields. */
const press = ({ altGr = false, isInField = false, ...parts }: Press): KeyboardEvent =>
  ({
    key: '',
    code: '',
    keyCode: 0,
    isComposing: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    shiftKey: false,
    getModifierState: (name: string) => name === 'AltGraph' && altGr,
    target: new FakeElement(isInField),
    ...parts,
  }) as KeyboardEvent;

test.each([
  ['American', { key: '3', code: 'Digit3' }, '3'],
  ['French', { key: '"', code: 'Digit3' }, '3'],
  ['French with Shift', { key: '3', code: 'Digit3', shiftKey: true }, '3'],
  ['French on a Mac', { key: '§', code: 'Digit6' }, '6'],
  ['Czech', { key: 'š', code: 'Digit3' }, '3'],
  ['Vietnamese', { key: '\u0300', code: 'Digit5' }, '5'],
  ['Arabic', { key: '٣', code: 'Digit3' }, '3'],
  ['full-width', { key: '３', code: 'Digit3' }, '3'],
  ['number pad', { key: '3', code: 'Numpad3' }, '3'],
  ['number pad, Arabic', { key: '٣', code: 'Numpad3' }, '3'],
  ['number pad without NumLock', { key: 'PageDown', code: 'Numpad3' }, 'PageDown'],
  ['German with Shift', { key: '§', code: 'Digit3', shiftKey: true }, '§'],
  ['without a code, as remotes and screen keyboards send it', { key: '3' }, '3'],
])('pressedKey(event) finds the digit: %s', (_, parts, expected) => expect(pressedKey(press(parts))).toBe(expected));

test.each([
  ['American', { key: 'n', code: 'KeyN' }, 'n'],
  ['Caps Lock', { key: 'N', code: 'KeyN' }, 'n'],
  ['Russian', { key: 'т', code: 'KeyN' }, 'n'],
  ['Russian with Caps Lock', { key: 'Т', code: 'KeyN' }, 'n'],
  ['Greek', { key: 'ν', code: 'KeyN' }, 'n'],
  ['Hebrew', { key: 'מ', code: 'KeyN' }, 'n'],
  ['Thai', { key: '\u0e37', code: 'KeyN' }, 'n'],
  ['full-width', { key: 'ｎ', code: 'KeyN' }, 'n'],
  ['Dvorak, where N is elsewhere', { key: 'n', code: 'KeyL' }, 'n'],
  ['Dvorak, where B is in its place', { key: 'b', code: 'KeyN' }, 'b'],
])('pressedKey(event) finds the letter: %s', (_, parts, expected) => expect(pressedKey(press(parts))).toBe(expected));

test.each([
  ['Russian ?, on the 7', { key: '?', code: 'Digit7', shiftKey: true }, '?'],
  ['German /, on the 7', { key: '/', code: 'Digit7', shiftKey: true }, '/'],
  ['Bépo /, on the 9 without Shift', { key: '/', code: 'Digit9' }, '/'],
  ['number pad /', { key: '/', code: 'NumpadDivide' }, '/'],
  ['full-width ？', { key: '？', code: 'Slash', shiftKey: true }, '?'],
])('a sign means itself wherever it is on the keyboard: %s', (_, parts, expected) =>
  expect(pressedKey(press(parts))).toBe(expected));

test.each([
  ['French ², left of the 1', { key: '²', code: 'Backquote' }],
  ['a superscript of another layout', { key: '³', code: 'Backquote' }],
  ['Spanish º', { key: 'º', code: 'Backquote' }],
  ['Spanish ª', { key: 'ª', code: 'Backquote', shiftKey: true }],
  ['a digit in a circle', { key: '①' }],
  ['a subscript', { key: '₂' }],
])('a sign that resembles a digit or a letter is neither: %s', (_, parts) =>
  expect(pressedKey(press(parts))).toBe(parts.key));

test('pressedKey(event) returns the name of a named key', () => {
  for (const key of ['Enter', 'Escape', 'PageUp', 'Dead', 'Process']) expect(pressedKey(press({ key }))).toBe(key);
});

test.each([
  ['Ctrl', { ctrlKey: true }],
  ['Alt', { altKey: true }],
  ['the command key', { metaKey: true }],
  ['AltGr', { altGr: true }],
  ['a composition', { isComposing: true }],
  ['Safari after a composition', { keyCode: 229 }],
])('pressedKey(event) ignores keys that belong to %s', (_, parts) => {
  for (const key of ['3', 'n', 'Enter', 'Escape']) expect(pressedKey(press({ key, ...parts }))).toBeUndefined();
});

test('an event without a key, which browsers send when they fill in a field, is not a key press', () => {
  expect(pressedKey(press({ key: undefined as never }))).toBeUndefined();
});

test('shortcutKey(event) is undefined in a field; keys pressed on the document count', () => {
  expect(shortcutKey(press({ key: 'n', isInField: true }))).toBeUndefined();
  expect(shortcutKey(press({ key: 'n' }))).toBe('n');
  expect(shortcutKey(press({ key: '/', target: null }))).toBe('/');
});

test('isComposing(event) is also true for the key that ended a composition', () => {
  expect([{ isComposing: true }, { keyCode: 229 }, { keyCode: 13 }].map((parts) => isComposing(press(parts)))).toEqual([
    true,
    true,
    false,
  ]);
});
