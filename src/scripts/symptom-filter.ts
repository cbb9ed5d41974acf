import { fillTemplate } from '../core/text/fill-template.ts';
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
    const shown = sentences.filter(({ hidden }) => !hidden).length;
    group.hidden = shown === 0;
    count += shown;
  }
  return count;
}

function applyFilter(typed: string): void {
  if (!first || !all || !status || !elsewhere) return;
  const read = wordFilter(typed, Number(status.dataset['longest']));
  const isFiltered = read.words !== '';
  const count = showMatches(all, read);
  first.hidden = isFiltered;
  all.open = isFiltered;
  const { one = '', other = '', none = '', cut = '', address = '' } = status.dataset;
  const sentence = count === 0 ? none : count === 1 ? one : other;
  const note = read.isCut ? `${cut} ` : '';
  status.textContent = isFiltered ? note + fillTemplate(sentence, { count }) : '';
  elsewhere.hidden = !isFiltered;
  elsewhere.href = `${address}?${new URLSearchParams({ q: read.words })}`;
}

field?.addEventListener('input', () => applyFilter(field.value));
if (field?.value) applyFilter(field.value);
