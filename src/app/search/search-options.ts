import type { Translate } from '../../i18n/translate.ts';
import type { CardResult, HitCard } from '../../search/card.ts';
import type { TypedQuery } from '../../search/query-limit.ts';
import { entryPath, participantPath } from '../shared/view-data.ts';
import { cutNote, markedNodes } from './search-client.ts';

/** Pages that some queries ask for outright: the first steps in trouble, and participants by id. */
export interface DirectPages {
  /** Words that ask for the first steps (folded with `foldText`), and the page about those steps. */
  asked: string[];
  title: string;
  path: string;
  participants: string[];
}

/** What the options of a search field are built with. */
export interface OptionContext {
  t: Translate;
  /** The base path of the site, with its last slash. */
  base: string;
  /** The address of the list of all entries. */
  listAddress: string;
  directPages: DirectPages;
}

/** Results that the list under the field shows. */
export const maxHits = 7;

const inSite = (base: string, path: string): string => base.replace(/\/$/, '') + path;
const listHref = ({ listAddress }: OptionContext, query: string): string =>
  `${listAddress}?${new URLSearchParams({ q: query })}`;

/** An option is a link, so that the browser can open it in a tab, copy its address and so on. */
function option(href: string, ...children: (Node | string)[]): HTMLAnchorElement {
  const element = document.createElement('a');
  element.setAttribute('role', 'option');
  element.href = href;
  element.tabIndex = -1; // keeps the focus in the field
  element.append(...children);
  return element;
}

function span(className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.append(...children);
  return element;
}

const hitOption = ({ base }: OptionContext, hit: HitCard): HTMLAnchorElement =>
  option(
    inSite(base, entryPath(hit.id)),
    span('title', ...markedNodes(hit.title)),
    ' ',
    span('muted', hit.kind),
    span('aliases muted', ...markedNodes(hit.also)),
    span('excerpt', ...markedNodes(hit.excerpt)),
  );

function directOptions({ t, base, directPages }: OptionContext, folded: string): HTMLAnchorElement[] {
  const { asked, title, path, participants } = directPages;
  const upperCase = folded.toUpperCase();
  const pages = [
    ...(asked.some((words) => folded.includes(words)) ? [{ title, href: path }] : []),
    ...(/^P\d{1,2}$/.test(upperCase) && participants.includes(upperCase)
      ? [{ title: upperCase, href: inSite(base, participantPath(upperCase)) }]
      : []),
  ];
  return pages.map((page) => option(page.href, span('title', page.title), ' ', span('muted', t('search.page'))));
}

/** A sentence where there are no results. It leads to the list of all entries. */
export function sentenceOption(context: OptionContext, query: string, sentence: string): HTMLAnchorElement {
  const element = option(listHref(context, query), sentence);
  element.dataset['sentence'] = sentence;
  return element;
}

/** Nothing found: the list of all entries offers the nearest words, too. */
function emptyOption(context: OptionContext, query: string, nearest: readonly string[]): HTMLAnchorElement {
  const { t } = context;
  const nearestWords = nearest.length > 0 ? [t('search.nearest', { terms: nearest.join(', ') })] : [];
  return sentenceOption(context, query, [t('search.none', { query }), ...nearestWords].join(' '));
}

/** The options for a query: direct pages, the best hits, and the way to all of them. Never empty. */
export function optionsFor(
  context: OptionContext,
  query: TypedQuery,
  { folded, hits, strongCount, nearest }: CardResult,
): HTMLAnchorElement[] {
  const { words } = query;
  const options = [
    ...directOptions(context, folded),
    ...hits.slice(0, Math.min(maxHits, strongCount)).map((hit) => hitOption(context, hit)),
    ...(strongCount > maxHits
      ? [option(listHref(context, words), context.t('search.all', { count: strongCount }))]
      : []),
  ];
  return [
    ...(options.length > 0 ? options : [emptyOption(context, words, nearest)]),
    ...(query.isCut ? [option(listHref(context, words), span('muted', cutNote(context.t, query)))] : []),
  ];
}
