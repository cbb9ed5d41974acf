import { translator } from '../../i18n/translate.ts';
import type { ShownHit } from '../../search/card.ts';
import {
  query as addressQuery,
  onPathChange,
  pushQuery,
  readItem,
  removeItem,
  replaceQuery,
  writeItem,
} from '../platform/browser.ts';
import { type Chosen, facetsOf } from './entry-facets.ts';
import { findEntries, markedNodes } from './search-client.ts';

// The list of all entries: words and facets narrow it, live in the address and survive going back and reloading.

const form = document.querySelector('form.find') as HTMLFormElement;
const input = form.querySelector('input[type=search]') as HTMLInputElement;
const boxes = [...form.querySelectorAll<HTMLInputElement>('.facet input')];
const list = document.querySelector('.cards') as HTMLElement;
const cards = [...list.querySelectorAll<HTMLElement>('.card')];
const status = document.getElementById('found-count') as HTMLElement;
const nothing = document.querySelector('.nothing') as HTMLElement;
const clear = form.querySelector('.clear') as HTMLElement;
const slash = document.getElementById('slash') as HTMLInputElement;
const base = form.dataset['base'] ?? '/';
const t = translator(JSON.parse(form.dataset['strings'] ?? '{}'), document.documentElement.lang);
const facets = facetsOf(boxes, cards);
const plain = new Map(
  cards.map((card) => [
    card.id,
    { title: card.querySelector('h2 a')?.textContent, summary: card.querySelector('.summary')?.textContent },
  ]),
);

/** What a form asks for: words, and for each facet the values chosen. */
interface Wish {
  words: string;
  chosen: Chosen;
}

const readForm = (): Wish => ({ words: input.value.trim(), chosen: facets.chosen() });

function readAddress() {
  const asked = addressQuery();
  input.value = asked.get('q') ?? '';
  for (const box of boxes) {
    box.checked = asked.getAll(box.name).includes(box.value);
    const facet = box.closest('details');
    if (box.checked && facet) facet.open = true; // what narrows the list is seen
  }
}

function addressOf({ words, chosen }: Wish): URLSearchParams {
  const parameters = new URLSearchParams(words ? { q: words } : {});
  for (const name of facets.names) for (const value of chosen[name] ?? []) parameters.append(name, value);
  return parameters;
}

/** Shows a card as the query met it, or plainly. */
function showCard(card: HTMLElement, hit: ShownHit | undefined) {
  const words = plain.get(card.id);
  card.querySelector('h2 a')?.replaceChildren(...(hit ? markedNodes(hit.title) : [words?.title ?? '']));
  card.querySelector('.summary')?.replaceChildren(...(hit ? markedNodes(hit.excerpt) : [words?.summary ?? '']));
}

/** Nothing fits: says why, and how to get on. */
function showNothing(wish: Wish, nearest: readonly string[], isNarrowed: boolean) {
  const sentence = document.createElement('p');
  sentence.textContent = isNarrowed ? t('search.none-facets') : t('search.none', { query: wish.words });
  const parts: Node[] = [sentence];
  if (nearest.length > 0) {
    const near = document.createElement('p');
    near.append(t('search.nearest', { terms: '' }), ' ');
    for (const term of nearest) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'link';
      button.textContent = term;
      button.addEventListener('click', () => {
        input.value = term;
        void show(true);
      });
      near.append(button, ' ');
    }
    parts.push(near);
  }
  nothing.replaceChildren(...parts);
}

/** Whether entries that met the query only by the way are shown; off again with every new query. */
let withWeak = false;
const weak = document.querySelector('.weaker') as HTMLElement;

function showWeak(count: number) {
  weak.hidden = count === 0;
  const button = weak.querySelector('button');
  if (button) button.textContent = t('search.weaker', { count });
}

/** So many cards are shown in one go; then the page may answer another key. */
const cardsInTurn = 4;
const turnOfPage = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Which showing is the newest: an older one gives way to it at its next turn. */
let newest = 0;
/** Whether the cards stand as the page was built: all, in order, plain. */
let isAsBuilt = true;
let hasShown = false;
let settled: ReturnType<typeof setTimeout> | undefined;

/** Shows these cards and no others, in this order. Says whether it came to its end. */
async function showCards(visible: readonly HTMLElement[], hits: ReadonlyMap<string, ShownHit>, own: number) {
  isAsBuilt = false;
  for (const card of cards) card.hidden = true;
  for (let at = 0; at < visible.length; at += cardsInTurn) {
    for (const card of visible.slice(at, at + cardsInTurn)) {
      showCard(card, hits.get(card.id));
      card.hidden = false;
      list.append(card);
    }
    await turnOfPage();
    if (own !== newest) return false;
  }
  return true;
}

/** Shows what the form asks for. `isStep`: going back should lead to what was shown before. */
async function show(isStep: boolean) {
  const wish = readForm();
  const address = addressOf(wish).toString();
  newest += 1;
  const own = newest;
  if (wish.words !== '' && isAsBuilt) {
    list.hidden = true; // the whole list is no answer to the words in the address
    status.textContent = t('search.looking');
  }
  const found = wish.words === '' ? undefined : await findEntries(base, wish.words);
  if (own !== newest) return;
  list.hidden = false;
  if (found === null) {
    status.textContent = t('search.unavailable');
    return;
  }
  const hits = new Map(found?.hits.map((hit) => [hit.id, hit]));
  const order = new Map(found?.hits.map(({ id }, place) => [id, place]));
  const matching = found
    ? cards.filter(({ id }) => hits.has(id)).toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    : cards;
  const fitting = matching.filter((card) => facets.fits(card, wish.chosen));
  const strongest = new Set(found?.hits.slice(0, found.strong).map(({ id }) => id));
  const visible = found && !withWeak ? fitting.filter(({ id }) => strongest.has(id)) : fitting;
  showWeak(fitting.length - visible.length);
  if (!(isAsBuilt && address === '') && !(await showCards(visible, hits, own))) return;
  facets.showCounts(matching, wish.chosen);
  nothing.hidden = visible.length > 0;
  if (visible.length === 0) showNothing(wish, found?.nearest ?? [], matching.length > 0);
  clear.hidden = address === '';
  (isStep ? pushQuery : replaceQuery)(address);
  const sentence =
    address === '' ? t('search.all-count', { count: visible.length }) : t('search.count', { count: visible.length });
  clearTimeout(settled);
  if (isStep || !hasShown) status.textContent = sentence;
  else settled = setTimeout(() => status.replaceChildren(sentence), 300); // while somebody types, once they pause
  hasShown = true;
}

// Where the choices stand above the list they start closed, so that the list is seen.
if (matchMedia('(max-width: 60rem)').matches) for (const facet of form.querySelectorAll('details')) facet.open = false;
form.dataset['ready'] = ''; // until now the style kept the place of what scripts open and close
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void show(true);
});
input.addEventListener('input', () => {
  withWeak = false;
  void show(false);
});
weak.querySelector('button')?.addEventListener('click', () => {
  withWeak = true;
  void show(false);
});
for (const box of boxes) box.addEventListener('change', () => void show(true));
clear.querySelector('button')?.addEventListener('click', () => {
  input.value = '';
  for (const box of boxes) box.checked = false;
  void show(true);
  input.focus();
});
onPathChange(() => {
  readAddress();
  void show(false);
});

const off = readItem('trivium:slash-off');
slash.checked = !(off.ok && off.value);
slash.addEventListener('change', () => {
  if (slash.checked) removeItem('trivium:slash-off');
  else writeItem('trivium:slash-off', 'yes');
});

readAddress();
void show(false);
