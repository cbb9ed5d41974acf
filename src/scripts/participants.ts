// Filters the table of participants. Without it the whole table is there.
const filters = document.querySelector<HTMLFormElement>('form.filters');
const rows = [...document.querySelectorAll<HTMLElement>('.participants tbody tr')];
const status = filters?.querySelector<HTMLElement>('[role=status]');

function show() {
  const chosen = [...(filters?.querySelectorAll('select') ?? [])].filter(({ value }) => value !== '');
  let count = 0;
  for (const row of rows) {
    row.hidden = !chosen.every(({ name, value }) => row.dataset[name] === value);
    if (!row.hidden) count += 1;
  }
  const sentence = (count === 1 ? status?.dataset['one'] : status?.dataset['other']) ?? '';
  if (status) status.textContent = sentence.replace('{count}', String(count));
}

filters?.addEventListener('change', show);

export {};
