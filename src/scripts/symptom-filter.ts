import { countText } from './count-text.ts';
import { type WordFilter, wordFilter } from './word-filter.ts';

// Filters the list of symptom sentences as the reader types. Without this script, the page lists all of them.
const filter = document.querySelector<HTMLElement>('.symptom-filter');
const field = filter?.querySelector<HTMLInputElement>('input');
const status = filter?.querySelector<HTMLElement>('[role=status]');
const elsewhere = filter?.querySelector<HTMLAnchorElement>('a');
const first = document.querySelector<HTMLElement>('.first-sentences');
const all = document.querySelector<HTMLDetailsElement>('.all-sentences');

/** Shows only the matching sentences in each group of the list, and returns their number. */
function showMatches(list: HTMLElement, { matches }: WordFilter): number {
  let count = 0;
  for (const group of list.querySelectorAll<HTMLElement>('section')) {
    const sentences = [...group.querySelectorAll('li')];
    for (const sentence of sentences) sentence.hidden = !matches(sentence.textContent ?? '');
    const shownCount = sentences.filter(({ hidden }) => !hidden).length;
    group.hidden = shownCount === 0;
    count += shownCount;
  }
  return count;
}

function applyFilter(typed: string): void {
  if (!first || !all || !status || !elsewhere) return;
  const filter = wordFilter(typed, Number(status.dataset['longest']));
  const isFiltered = filter.words !== '';
  const count = showMatches(all, filter);
  first.hidden = isFiltered;
  all.open = isFiltered;
  const { none = '', cut = '', address = '' } = status.dataset;
  const note = filter.isCut ? `${cut} ` : '';
  status.textContent = isFiltered ? note + (count === 0 ? none : countText(status, count)) : '';
  elsewhere.hidden = !isFiltered;
  elsewhere.href = `${address}?${new URLSearchParams({ q: filter.words })}`;
}

field?.addEventListener('input', () => applyFilter(field.value));
if (field?.value) applyFilter(field.value);
