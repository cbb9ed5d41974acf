import { type Translate, translator } from '../../i18n/translate.ts';
import type { HowTo, StringsData } from '../shared/view-data.ts';
import { fetchJson } from './browser.ts';

/** The element that this page's script draws in. */
export const appRoot = document.getElementById('app');
/** What stands before every path of this site. */
export const basePath = (appRoot?.dataset['base'] ?? '/').replace(/\/$/, '');
export const link = (path: string): string => basePath + path;

/** Every sentence that the files fetched so far have brought. */
const strings: Record<string, string> = {};
export const translatorFor = (language: string): Translate => translator(strings, language);
const fetched = new Map<string, Promise<StringsData>>();
/** A file of the assessment, fetched once; its sentences can be said from then on. */
export function fetchData<T extends StringsData>(name: string): Promise<T> {
  const file = fetched.get(name) ?? fetchJson<StringsData>(link(`/assess/${name}.json`));
  fetched.set(name, file);
  return file.then((data) => {
    Object.assign(strings, data.strings);
    return data as T;
  });
}
const howTos = new Map<string, Promise<HowTo>>();
/** How the move of a practice is made: a small file of its own, fetched once. */
export function fetchHowTo(practice: string): Promise<HowTo> {
  const file = howTos.get(practice) ?? fetchJson<HowTo>(link(`/assess/moves/${practice}.json`));
  howTos.set(practice, file);
  return file;
}

/** The styles of one kind of page, which others do without. Waits for them, so that it is never shown bare. */
export function loadStyles(page: 'report' | 'paper' | 'filling' | 'start'): Promise<void> {
  const href = appRoot?.dataset[`${page}Styles`] ?? '';
  if (document.querySelector(`link[rel=stylesheet][href="${href}"]`)) return Promise.resolve();
  const styles = document.createElement('link');
  styles.rel = 'stylesheet';
  styles.href = href;
  return new Promise((resolve) => {
    styles.addEventListener('load', () => resolve());
    styles.addEventListener('error', () => resolve()); // a plain page is better than none
    document.head.append(styles);
  });
}
