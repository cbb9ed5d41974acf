import { fillTemplate } from '../core/text/fill-template.ts';
import { showNotice, texts } from './page-notice.ts';

// Every page: says when a field has no room for all that is pasted. Browsers cut it off without a word.

addEventListener('paste', ({ target, clipboardData }) => {
  const { value, maxLength, selectionStart, selectionEnd } = target as HTMLTextAreaElement;
  if (!(maxLength > 0)) return;
  const pasted = (clipboardData?.getData('text') ?? '').replaceAll('\r\n', '\n');
  const count = value.length - (selectionEnd - selectionStart) + pasted.length - maxLength;
  if (count > 0) showNotice(fillTemplate(texts['tooLong'] ?? '', { count }));
});
