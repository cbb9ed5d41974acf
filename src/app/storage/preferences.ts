import { readItem, writeItem } from '../platform/browser.ts';
import { advanceKey, previousAnswersKey, shortcutsKey } from '../platform/storage-keys.ts';

/** A choice between two words, kept in this browser for all assessments. */
const preference = (key: string, onWord: string, offWord: string, isOnAtFirst = true) => ({
  /** What the person has chosen; how it is at first if nothing is stored, or storage cannot be read. */
  isOn(): boolean {
    const storedValue = readItem(key);
    const word = storedValue.ok ? storedValue.value : null;
    return isOnAtFirst ? word !== offWord : word === onWord;
  },
  /** Ignores a browser that refuses to store it. */
  set(isOn: boolean): void {
    writeItem(key, isOn ? onWord : offWord);
  },
});

/** Whether number keys choose answers. */
export const shortcutsPreference = preference(shortcutsKey, 'on', 'off');
/** Whether a question shows the answer of the previous assessment. */
export const previousAnswersPreference = preference(previousAnswersKey, 'shown', 'hidden');
/** Whether choosing an answer leads to the next question. */
export const advancePreference = preference(advanceKey, 'on', 'off', false);
