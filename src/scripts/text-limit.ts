import { fillTemplate } from '../core/text/fill-template.ts';
import { showNotice, texts } from './page-notice.ts';

// Every page: says when a field has no room for all that is pasted or dropped. Browsers cut it off without a word. Before
// the text goes in, what it replaces is selected, and what was dragged from the same field is already out.

addEventListener('beforeinput', ({ target, inputType, data }) => {
  const { value, maxLength, selectionStart, selectionEnd } = target as HTMLTextAreaElement;
  if (!(maxLength > 0) || !/^insertFrom/.test(inputType)) return;
  const added = (data ?? '').replaceAll('\r\n', '\n');
  const count = value.length - (selectionEnd - selectionStart) + added.length - maxLength;
  if (count > 0) showNotice(fillTemplate(texts['tooLong'] ?? '', { count }));
});
