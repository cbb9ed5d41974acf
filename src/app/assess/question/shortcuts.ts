/** Keys that choose an answer while the choices have the focus, and the value of its radio button. */
const shortcutValues: Readonly<Record<string, string>> = {
  '1': '0',
  '2': '1',
  '3': '2',
  '4': '3',
  '5': '4',
  '6': 'dk',
  '?': 'dk',
  '7': 'na',
};

/** Whether a key press is text typed into a field, or a command to the browser. */
export const isTyping = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey || (target as HTMLElement).matches('input:not([type=radio]), textarea, select');

/** The value of the radio button that a key press chooses; undefined if it chooses nothing. */
export const shortcutValue = (event: KeyboardEvent): string | undefined =>
  isTyping(event) ? undefined : shortcutValues[event.key];
