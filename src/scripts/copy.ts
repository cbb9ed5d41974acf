import { copyText } from '../app/platform/browser.ts';

/** The element that shows what a button copies; a new one below `place` where the page does not show it. */
function shownText(button: HTMLButtonElement, text: string, place: Element): HTMLElement {
  const shown =
    button.closest('.format')?.querySelector('pre') ??
    document.querySelector<HTMLElement>('#to-copy') ??
    Object.assign(document.createElement('pre'), { id: 'to-copy', textContent: text });
  if (!shown.isConnected) place.after(shown);
  shown.closest('details')?.setAttribute('open', '');
  return shown;
}

// Copy buttons are hidden in the page until this script makes them work.
for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const { copy: text = '', copied = '' } = button.dataset;
    const status = document.querySelector<HTMLElement>('#copied');
    if (!status) return;
    status.textContent = ''; // a second press is announced again
    button.parentElement?.after(status);
    const wasCopied = await copyText(text, null);
    if (!wasCopied) getSelection()?.selectAllChildren(shownText(button, text, status));
    status.textContent = wasCopied ? copied : (status.dataset['selected'] ?? '');
  });
}
