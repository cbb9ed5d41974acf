import { readItem } from '../app/platform/browser.ts';
import { shortcutKey } from '../app/platform/keys.ts';
import { inTime } from '../app/platform/load-error.ts';
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
  openOnFocus(form, input);
}

/** Loads the rest of search when a form gets focus. If that fails, the next focus tries again. */
function openOnFocus(form: HTMLFormElement, input: HTMLInputElement): void {
  const open = async () => {
    try {
      const { openSearchBox } = await inTime(import('../app/search/search-box.ts'));
      openSearchBox(form);
    } catch (error) {
      openOnFocus(form, input);
      throw error;
    }
  };
  input.addEventListener('focus', () => void open(), { once: true });
}

/** Whether the person has switched the "/" shortcut off on the page of all entries. */
function isSlashOff(): boolean {
  const setting = readItem(slashOffKey);
  return setting.ok && Boolean(setting.value);
}

document.addEventListener('keydown', (event) => {
  const field = document.querySelector<HTMLInputElement>('form.find input[type=search], form.search input');
  if (!field || shortcutKey(event) !== '/' || isSlashOff()) return;
  event.preventDefault();
  field.focus();
});
