import { readItem } from '../app/platform/browser.ts';

// What every page carries of search: a few lines. The rest comes with the first focus.

/** Key under which a person has switched the shortcut off. */
const slashOff = 'trivium:slash-off';

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

document.addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement;
  const isTyping = target.matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]');
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const off = readItem(slashOff);
  if (off.ok && off.value) return;
  event.preventDefault();
  document.querySelector<HTMLInputElement>('form.find input[type=search], form.search input')?.focus();
});
