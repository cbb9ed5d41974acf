import { fragment, onPathChange } from '../app/platform/browser.ts';

// Highlights the arrows of a trouble in the chains, and the rows of a practice in the table, while it is focused or
// hovered, or the address names it. Without this script, the page highlights nothing.

const page = document.querySelector<HTMLElement>('.leads-where');
const markedElements = [
  ...(page?.querySelectorAll<HTMLElement | SVGElement>('[data-id], [data-from], [data-eased]') ?? []),
];

/** Whether an element is the chosen entry, an arrow from or to it, or a row that it eases. */
function concerns({ dataset: { id, from, to, eased = '' } }: HTMLElement | SVGElement, chosen: string): boolean {
  return [id, from, to, ...eased.split(' ')].includes(chosen);
}

/** The troubles at both ends of an entry's arrows. */
const endsOf = (chosen: string): string[] =>
  markedElements
    .filter(({ dataset: { from, to } }) => from === chosen || to === chosen)
    .flatMap(({ dataset: { from = '', to = '' } }) => [from, to]);

/** Highlights what concerns an entry; an empty id clears the highlight. */
function highlight(chosen: string): void {
  const neighbours = new Set(endsOf(chosen));
  const isLit = (element: HTMLElement | SVGElement) =>
    concerns(element, chosen) || neighbours.has(element.dataset['id'] ?? '');
  for (const element of markedElements) element.classList.toggle('is-lit', chosen !== '' && isLit(element));
  page?.querySelector('.chains')?.classList.toggle('has-lit', neighbours.size > 0);
}

const highlightAddress = () => highlight(fragment());
for (const link of page?.querySelectorAll<HTMLElement | SVGElement>('a[data-id]') ?? []) {
  const highlightLink = () => highlight(link.dataset['id'] ?? '');
  link.addEventListener('focus', highlightLink);
  link.addEventListener('pointerenter', highlightLink);
  link.addEventListener('blur', highlightAddress);
  link.addEventListener('pointerleave', highlightAddress);
}
onPathChange(highlightAddress);
highlightAddress();
