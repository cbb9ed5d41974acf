import { countText } from './count-text.ts';

// Sorts and filters the table of practices. Without this script the whole table is shown, by title.
const table = document.querySelector<HTMLTableElement>('table.practices');
const form = document.querySelector<HTMLFormElement>('form.filters');
const status = form?.querySelector<HTMLElement>('[role=status]');
const body = table?.tBodies[0];
const heads = [...(table?.tHead?.rows[0]?.cells ?? [])];

/** The value that a row is sorted by in a column. */
const sortValue = (row: HTMLTableRowElement, column: number): string => row.cells[column]?.dataset['value'] ?? '';

/** Sorts by a column, least or most first as its heading says; a second press reverses the order. */
function sortBy(column: number): void {
  const head = heads[column];
  const order = head?.getAttribute('aria-sort') ?? (head?.dataset['most'] === undefined ? 'descending' : 'ascending');
  const isAscending = order !== 'ascending';
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const rows = [...(body?.rows ?? [])].toSorted(
    (a, b) => compare(sortValue(a, column), sortValue(b, column)) * (isAscending ? 1 : -1),
  );
  body?.replaceChildren(...rows);
  for (const other of heads) other.removeAttribute('aria-sort');
  head?.setAttribute('aria-sort', isAscending ? 'ascending' : 'descending');
  showDirections();
}

/** Draws an arrow at each heading: the direction of the sorted one, both for the others. */
function showDirections(): void {
  for (const head of heads) {
    const arrow = head.querySelector('.direction');
    const order = head.getAttribute('aria-sort');
    if (arrow) arrow.textContent = order === 'ascending' ? '↑' : order === 'descending' ? '↓' : '↕';
  }
}

/** Shows the practices that ease what was chosen, and says how many they are. */
function filterRows(): void {
  const choice = form?.querySelector('select')?.value ?? '';
  let count = 0;
  for (const row of body?.rows ?? []) {
    row.hidden = choice !== '' && !(row.dataset['eases'] ?? '').split(' ').includes(choice);
    if (!row.hidden) count += 1;
  }
  if (status) status.textContent = countText(status, count);
}

heads.forEach((head, column) => {
  head.querySelector('.plain-head')?.setAttribute('hidden', '');
  const button = head.querySelector<HTMLButtonElement>('.sort');
  if (button) button.hidden = false;
  button?.addEventListener('click', () => sortBy(column));
});
showDirections();
form?.addEventListener('change', filterRows);
