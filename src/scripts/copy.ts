import { copyText } from '../app/platform/browser.ts';

/** The element that shows what a button copies; a new one below the button where the page does not show it. */
function shownText(button: HTMLButtonElement, text: string): HTMLElement {
  const shown =
    button.closest('.format')?.querySelector('pre') ??
    document.querySelector<HTMLElement>('#to-copy') ??
    Object.assign(document.createElement('pre'), { id: 'to-copy', textContent: text });
  if (!shown.isConnected) button.parentElement?.after(shown);
  shown.closest('details')?.setAttribute('open', '');
  return shown;
}

// Copy buttons are hidden in the page until this script makes them work.
for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const { copy: text = '', copied = '' } = button.dataset;
    const status = document.querySelector<HTMLElement>('#copied');
    if (status) {
      status.textContent = ''; // a second press is announced again
      button.parentElement?.after(status);
    }
    const wasCopied = await copyText(text, null);
    if (!wasCopied) getSelection()?.selectAllChildren(shownText(button, text));
    if (status) status.textContent = wasCopied ? copied : (status.dataset['selected'] ?? '');
  });
}
