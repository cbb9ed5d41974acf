import { countText } from './count-text.ts';

// Filters the table of participants. Without this script the whole table is shown.
const form = document.querySelector<HTMLFormElement>('form.filters');
const rows = [...document.querySelectorAll<HTMLElement>('.participants tbody tr')];
const status = form?.querySelector<HTMLElement>('[role=status]');

function filterRows() {
  const filters = [...(form?.querySelectorAll('select') ?? [])].filter(({ value }) => value !== '');
  let count = 0;
  for (const row of rows) {
    row.hidden = !filters.every(({ name, value }) => row.dataset[name] === value);
    if (!row.hidden) count += 1;
  }
  if (status) status.textContent = countText(status, count);
}

form?.addEventListener('change', filterRows);
