import { copyText } from '../app/platform/browser.ts';

// Copy buttons are hidden in the page until this script makes them work.
for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const status = document.querySelector('#copied');
    const wasCopied = await copyText(
      button.dataset['copy'] ?? '',
      button.closest('.format')?.querySelector('pre') ?? null,
    );
    if (status && wasCopied) status.textContent = button.dataset['copied'] ?? '';
  });
}
