// The notice at the foot of every page: about the network, a newer version, or a part that could not be loaded.

export const notice = document.querySelector<HTMLElement>('.copy-notice');
/** The sentences that a notice may show, by name. */
export const texts: DOMStringMap = notice?.dataset ?? {};

/** The sentence that the notice shows; the page itself may show it translated. */
let shownSentence = '';
/** Whether the notice shows a sentence. */
export const isShown = (sentence: string): boolean => sentence === shownSentence;

/** Shows a sentence with an optional button; an empty sentence hides the notice. */
export function showNotice(sentence: string, action?: { label: string; run(): void }): void {
  if (!notice) return;
  shownSentence = sentence;
  notice.replaceChildren(sentence);
  notice.hidden = sentence === '';
  if (!action) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = action.label;
  button.addEventListener('click', action.run);
  notice.append(' ', button);
}
