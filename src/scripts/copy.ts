import { copyText } from '../app/platform/browser.ts';

// Buttons that copy a text stand hidden in the page until this script can make them work.
for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const status = document.querySelector('#copied');
    const done = await copyText(button.dataset['copy'] ?? '', button.closest('.format')?.querySelector('pre') ?? null);
    if (status && done) status.textContent = button.dataset['copied'] ?? '';
  });
}
