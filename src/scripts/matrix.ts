// Orders the columns and rows of the evidence matrix. Without it the matrix stands in the order of the study.
const form = document.querySelector<HTMLFormElement>('form.filters');
const table = document.querySelector('.matrix table');
const head = table?.querySelector('thead tr');
const body = table?.querySelector('tbody');
const columns = [...(head?.querySelectorAll<HTMLElement>('th[data-id]') ?? [])];
const rows = [...(body?.querySelectorAll<HTMLElement>('tr') ?? [])];
const variables = ['velocity', 'validation', 'versioning', ''];

type Compare = (a: HTMLElement, b: HTMLElement) => number;
const byPlace = (list: readonly HTMLElement[]): Compare => {
  const place = new Map(list.map((each, at) => [each, at]));
  return (a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0);
};
const columnOrders: Record<string, Compare> = {
  id: byPlace(columns),
  size: (a, b) => Number(a.dataset['size']) - Number(b.dataset['size']) || byPlace(columns)(a, b),
  role: (a, b) => (a.dataset['role'] ?? '').localeCompare(b.dataset['role'] ?? '') || byPlace(columns)(a, b),
};
const rowOrders: Record<string, Compare> = {
  kind: byPlace(rows),
  variable: (a, b) =>
    variables.indexOf(a.dataset['variable'] ?? '') - variables.indexOf(b.dataset['variable'] ?? '') ||
    byPlace(rows)(a, b),
  title: (a, b) => (a.dataset['title'] ?? '').localeCompare(b.dataset['title'] ?? '', document.documentElement.lang),
};

function order() {
  const wish = new FormData(form ?? undefined);
  const sorted = columns.toSorted(columnOrders[String(wish.get('columns'))]);
  head?.append(...sorted);
  for (const row of rows) {
    const cells = new Map([...row.querySelectorAll<HTMLElement>('td')].map((cell) => [cell.dataset['id'], cell]));
    row.append(...sorted.flatMap((column) => cells.get(column.dataset['id']) ?? []));
  }
  body?.append(...rows.toSorted(rowOrders[String(wish.get('rows'))]));
}

if (form) {
  const status = form.querySelector<HTMLElement>('[role=status]');
  form.addEventListener('change', () => {
    order();
    if (status) status.textContent = status.dataset['done'] ?? '';
  });
}

export {};
