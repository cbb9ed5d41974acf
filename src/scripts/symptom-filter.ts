import { fillTemplate } from '../core/text/fill-template.ts';
import { hasWords } from './has-words.ts';

// Filters the list of symptom sentences as the reader types. Without this script, the page lists all of them.
const filter = document.querySelector<HTMLElement>('.symptom-filter');
const field = filter?.querySelector<HTMLInputElement>('input');
const status = filter?.querySelector<HTMLElement>('[role=status]');
const elsewhere = filter?.querySelector<HTMLAnchorElement>('a');
const first = document.querySelector<HTMLElement>('.first-sentences');
const all = document.querySelector<HTMLDetailsElement>('.all-sentences');

/** Shows only the matching sentences in each group of the list, and returns their number. */
function showMatches(list: HTMLElement, query: string): number {
  let count = 0;
  for (const group of list.querySelectorAll<HTMLElement>('section')) {
    const sentences = [...group.querySelectorAll('li')];
    for (const sentence of sentences) sentence.hidden = !hasWords(sentence.textContent ?? '', query);
    const shown = sentences.filter(({ hidden }) => !hidden).length;
    group.hidden = shown === 0;
    count += shown;
  }
  return count;
}

function applyFilter(query: string): void {
  if (!first || !all || !status || !elsewhere) return;
  const isFiltered = query.trim() !== '';
  const count = showMatches(all, query);
  first.hidden = isFiltered;
  all.open = isFiltered;
  const { one = '', other = '', none = '', address = '' } = status.dataset;
  const sentence = count === 0 ? none : count === 1 ? one : other;
  status.textContent = isFiltered ? fillTemplate(sentence, { count }) : '';
  elsewhere.hidden = !isFiltered;
  elsewhere.href = `${address}?${new URLSearchParams({ q: query })}`;
}

field?.addEventListener('input', () => applyFilter(field.value));
if (field?.value) applyFilter(field.value);
