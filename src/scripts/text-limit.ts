import { fillTemplate } from '../core/text/fill-template.ts';
import { showNotice, texts } from './page-notice.ts';

// Every page: says when a field has no room for all that is pasted, dropped, dictated or converted by an input method.
// Browsers cut it off without a word. Before the text goes in, what it replaces is selected, and what was dragged from the
// same field is already out. A composition is cut off when it ends.

/** How many characters of the last input there was no room for. */
let count = 0;

const sayCut = (): void => {
  if (count > 0) showNotice(fillTemplate(texts['tooLong'] ?? '', { count }));
};

addEventListener('beforeinput', ({ target, inputType, data }) => {
  const { value, maxLength, selectionStart, selectionEnd } = target as HTMLTextAreaElement;
  const { length } = (data ?? '').replaceAll('\r\n', '\n');
  const over = maxLength > 0 ? value.length - (selectionEnd - selectionStart) + length - maxLength : 0;
  count = Math.min(over, length);
  // A single letter that finds no room is seen not to come.
  if (length > 1 && inputType !== 'insertCompositionText') sayCut();
});
addEventListener('compositionend', sayCut);
