import { readItem } from '../app/platform/browser.ts';
import { shortcutKey } from '../app/platform/keys.ts';
import { slashOffKey } from '../app/platform/storage-keys.ts';

// The part of search that every page carries. The rest loads when a search field first gets the focus.

for (const form of document.querySelectorAll<HTMLFormElement>('form.search')) {
  const input = form.querySelector('input');
  const list = form.querySelector('[role=listbox]');
  if (!input || !list) continue;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.addEventListener(
    'focus',
    async () => {
      const { openSearchBox } = await import('../app/search/search-box.ts');
      openSearchBox(form);
    },
    { once: true },
  );
}

/** Whether the person has switched the "/" shortcut off on the page of all entries. */
function isSlashOff(): boolean {
  const setting = readItem(slashOffKey);
  return setting.ok && Boolean(setting.value);
}

document.addEventListener('keydown', (event) => {
  if (shortcutKey(event) !== '/' || isSlashOff()) return;
  event.preventDefault();
  document.querySelector<HTMLInputElement>('form.find input[type=search], form.search input')?.focus();
});
