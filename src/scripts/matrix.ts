// Sorts the columns and rows of the evidence matrix. Without this script they keep the order of the study.
const form = document.querySelector<HTMLFormElement>('form.filters');
const table = document.querySelector('.matrix table');
const head = table?.querySelector('thead tr');
const body = table?.querySelector('tbody');
const columns = [...(head?.querySelectorAll<HTMLElement>('th[data-id]') ?? [])];
const rows = [...(body?.querySelectorAll<HTMLElement>('tr') ?? [])];
const variables = ['velocity', 'validation', 'versioning', ''];

type Compare = (a: HTMLElement, b: HTMLElement) => number;
/** Compares elements by their position in the page as it was built. */
const byOriginalOrder = (elements: readonly HTMLElement[]): Compare => {
  const positions = new Map(elements.map((element, index) => [element, index]));
  return (a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0);
};
const byColumn = byOriginalOrder(columns);
const byRow = byOriginalOrder(rows);
const columnOrders: Record<string, Compare> = {
  id: byColumn,
  size: (a, b) => Number(a.dataset['size']) - Number(b.dataset['size']) || byColumn(a, b),
  role: (a, b) => (a.dataset['role'] ?? '').localeCompare(b.dataset['role'] ?? '') || byColumn(a, b),
};
const rowOrders: Record<string, Compare> = {
  kind: byRow,
  variable: (a, b) =>
    variables.indexOf(a.dataset['variable'] ?? '') - variables.indexOf(b.dataset['variable'] ?? '') || byRow(a, b),
  title: (a, b) => (a.dataset['title'] ?? '').localeCompare(b.dataset['title'] ?? '', document.documentElement.lang),
};

/** Sorts the matrix as the form says. */
function sortMatrix() {
  const choices = new FormData(form ?? undefined);
  const sortedColumns = columns.toSorted(columnOrders[String(choices.get('columns'))]);
  head?.append(...sortedColumns);
  for (const row of rows) {
    const cells = new Map([...row.querySelectorAll<HTMLElement>('td')].map((cell) => [cell.dataset['id'], cell]));
    row.append(...sortedColumns.flatMap((column) => cells.get(column.dataset['id']) ?? []));
  }
  body?.append(...rows.toSorted(rowOrders[String(choices.get('rows'))]));
}

if (form) {
  const status = form.querySelector<HTMLElement>('[role=status]');
  form.addEventListener('change', () => {
    sortMatrix();
    if (status) status.textContent = status.dataset['done'] ?? '';
  });
}

export {};
