import { translator } from '../../i18n/translate.ts';
import type { ShownHit } from '../../search/card.ts';
import { navigateTo } from '../platform/browser.ts';
import { entryPath, participantPath } from '../shared/view-data.ts';
import { findEntries, markedNodes } from './search-client.ts';

/** Results that the list under the field shows. */
const shown = 7;
/** How long a query has to rest before its count is announced, in milliseconds. */
const settledMs = 600;

/** Makes a search form a combobox with a list of results, as the ARIA Authoring Practices describe it. */
export function openSearchBox(form: HTMLFormElement): void {
  const input = form.querySelector('input') as HTMLInputElement;
  const list = form.querySelector('[role=listbox]') as HTMLElement;
  const status = form.querySelector('[role=status]') as HTMLElement;
  const base = form.dataset['base'] ?? '/';
  const t = translator(JSON.parse(form.dataset['strings'] ?? '{}'), document.documentElement.lang);
  let active = -1;
  let settled: ReturnType<typeof setTimeout> | undefined;

  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const activate = (place: number) => {
    const all = options();
    active = all.length === 0 ? -1 : (place + all.length) % all.length;
    all.forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === active));
    });
    const option = all[active];
    if (!option) return;
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };
  const go = (option: HTMLElement) => navigateTo(option.dataset['href'] ?? base);
  const announce = (sentence: string) => {
    clearTimeout(settled);
    settled = setTimeout(() => {
      if (status.textContent !== sentence) status.textContent = sentence;
    }, settledMs);
  };

  function optionOf(hit: ShownHit): HTMLElement {
    const option = document.createElement('li');
    option.setAttribute('role', 'option');
    option.dataset['href'] = base.replace(/\/$/, '') + entryPath(hit.id);
    const title = document.createElement('span');
    title.className = 'title';
    title.append(...markedNodes(hit.title));
    const kind = document.createElement('span');
    kind.className = 'muted';
    kind.textContent = hit.kind;
    const excerpt = document.createElement('span');
    excerpt.className = 'excerpt';
    excerpt.append(...markedNodes(hit.excerpt));
    option.append(title, ' ', kind, excerpt);
    return option;
  }

  /** Pages that a query asks for outright: the first steps in trouble, a participant. */
  function directRows(query: string): HTMLElement[] {
    const { asked, title, path, participants } = JSON.parse(form.dataset['direct'] ?? '{}');
    const plain = query.toLowerCase();
    const wanted = (asked as string[]).some((words) => plain.includes(words.toLowerCase()));
    const participant = /^p\d{1,2}$/.test(plain) && (participants as string[]).includes(plain.toUpperCase());
    const rows: [string, string][] = [
      ...(wanted ? [[title, path] as [string, string]] : []),
      ...(participant
        ? [[plain.toUpperCase(), base + participantPath(plain.toUpperCase()).slice(1)] as [string, string]]
        : []),
    ];
    return rows.map(([words, href]) => {
      const row = document.createElement('li');
      row.setAttribute('role', 'option');
      row.dataset['href'] = href;
      const name = document.createElement('span');
      name.className = 'title';
      name.textContent = words;
      const kind = document.createElement('span');
      kind.className = 'muted';
      kind.textContent = t('search.page');
      row.append(name, ' ', kind);
      return row;
    });
  }

  function allOption(query: string, count: number): HTMLElement {
    const option = document.createElement('li');
    option.setAttribute('role', 'option');
    option.dataset['href'] = `${form.action}?q=${encodeURIComponent(query)}`;
    option.textContent = t('search.all', { count });
    return option;
  }

  async function show() {
    const query = input.value.trim();
    if (query === '') {
      close();
      announce('');
      return;
    }
    const found = await findEntries(base, query);
    if (input.value.trim() !== query || document.activeElement !== input) return; // somebody has gone on meanwhile
    if (!found) {
      announce(t('search.unavailable'));
      return;
    }
    const { hits, strong, nearest } = found;
    const rows = hits.slice(0, Math.min(shown, strong)).map(optionOf);
    if (strong > shown) rows.push(allOption(query, strong));
    rows.unshift(...directRows(query));
    if (rows.length === 0) rows.push(noneRow(query, nearest));

    rows.forEach((row, at) => {
      row.id = `${list.id}-${at}`;
    });
    list.replaceChildren(...rows);
    list.hidden = false;
    active = -1;
    input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-expanded', 'true');
    announce(rows[0]?.dataset['none'] ?? t('search.count', { count: strong }));
  }

  /** Nothing found: what was looked for stays, and the nearest words lead on through the list of all entries. */
  function noneRow(query: string, nearest: readonly string[]): HTMLElement {
    const row = document.createElement('li');
    const sentence =
      t('search.none', { query }) +
      (nearest.length > 0 ? ` ${t('search.nearest', { terms: nearest.join(', ') })}` : '');
    row.setAttribute('role', 'option');
    row.dataset['none'] = sentence;
    row.dataset['href'] = `${form.action}?q=${encodeURIComponent(query)}`;
    row.textContent = sentence;
    return row;
  }

  /** Home and End belong to the text until an option is active. */
  function jump(event: KeyboardEvent, place: number) {
    if (active < 0) return;
    event.preventDefault();
    activate(place);
  }

  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: () => (list.hidden ? void show() : activate(active + 1)),
    ArrowUp: () => (list.hidden ? void show() : activate(active < 0 ? -1 : active - 1)),
    Home: (event) => jump(event, 0),
    End: (event) => jump(event, -1),
    Escape: (event) => {
      event.preventDefault(); // a search field empties itself at once
      if (list.hidden) input.value = '';
      close();
    },
    Enter: (event) => {
      const option = options()[active];
      if (list.hidden || !option) return;
      event.preventDefault();
      go(option);
    },
  };
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    keys[event.key]?.(event);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') event.preventDefault();
  });
  input.addEventListener('input', () => void show());
  input.addEventListener('focus', () => void show());
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) close();
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault()); // keeps the focus in the field
  list.addEventListener('click', (event) => {
    const option = (event.target as HTMLElement).closest<HTMLElement>('[role=option]');
    if (option) go(option);
  });
  void findEntries(base, '');
  if (input.value.trim() !== '') void show();
}
