import { readItem, writeItem } from '../platform/browser.ts';
import { previousAnswersKey, shortcutsKey } from '../platform/storage-keys.ts';

/** A choice between two words, kept in this browser for all assessments. */
const preference = (key: string, onWord: string, offWord: string) => ({
  /** On unless the person has switched it off, also when storage cannot be read. */
  isOn(): boolean {
    const stored = readItem(key);
    return !(stored.ok && stored.value === offWord);
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
