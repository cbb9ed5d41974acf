import type { Depth } from '../../core/model/ids.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import type { FoldedTexts, QuestionnaireData, ReportData, StringsData } from '../shared/view-data.ts';
import { fetchJson } from './fetch-file.ts';
import { inTime, LoadError } from './load-error.ts';

/** The element that the script of this page renders into. */
export const appRoot = document.getElementById('app');
/** The path that the site is served under, without a slash at its end. */
export const basePath = (appRoot?.dataset['base'] ?? '/').replace(/\/$/, '');
/** Puts the path that the site is served under before a path. */
export const link = (path: string): string => basePath + path;

/** Every sentence of the data files that have been fetched so far. */
const strings: Record<string, string> = {};
/** Gives sentences of the data files fetched so far, and of those fetched later. */
export const translatorFor = (language: string): Translate => translator(strings, language);

const files = new Map<string, Promise<unknown>>();
/** Fetches a JSON file once, as `fetchJson` does; after a failure, the next call fetches it again. */
export function fetchOnce<T>(path: string, key?: string): Promise<T> {
  const fetching = (files.get(path) as Promise<T> | undefined) ?? fetchJson<T>(link(path), key);
  files.set(path, fetching);
  fetching.catch(() => files.delete(path));
  return fetching;
}

/** Fetches a data file of the assessment. Its sentences can be translated from then on. */
export async function fetchData<T extends StringsData>(name: string): Promise<T> {
  const data = await fetchOnce<T>(`/assess/${name}.json`);
  Object.assign(strings, data.strings);
  return data;
}

/** Fetches the data file of a depth. The full one lists its questions once, for the outline as well. */
export async function fetchQuestionnaire(depth: Depth): Promise<QuestionnaireData> {
  const data = await fetchData<QuestionnaireData>(depth);
  return { ...data, outline: { ...data.outline, items: data.outline.items ?? data.items } };
}

/** Fetches the data file of the report. The pack in it is the outline as well, so the file has it once. */
export async function fetchReportData(): Promise<ReportData> {
  const data = await fetchData<Omit<ReportData, 'outline' | keyof FoldedTexts>>('report');
  return { ...data, outline: data.pack, questions: {}, look: {}, advice: {}, signals: {}, tensions: {} };
}

/** Stylesheets that load with the part that needs them; the page holds their addresses. */
export type StyleName =
  | 'report'
  | 'folded'
  | 'print'
  | 'stage'
  | 'start'
  | 'question'
  | 'answer'
  | 'check'
  | 'proposals';

const sheets = new Map<string, Promise<void>>();

/** Adds a stylesheet to the page. If it cannot be loaded in time, removes it and rejects. */
function addSheet(href: string): Promise<void> {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = href;
  const loading = new Promise<void>((resolve, reject) => {
    sheet.addEventListener('load', () => resolve());
    sheet.addEventListener('error', () => reject(new LoadError(sheet.href)));
  });
  document.head.append(sheet);
  return inTime(loading, sheet.href).catch((error) => {
    sheet.remove();
    sheets.delete(href);
    throw error;
  });
}

/** Loads a stylesheet once and waits for it, so that nothing shows unstyled. After a failure, the next call retries. */
export function loadStyles(name: StyleName): Promise<void> {
  const href = appRoot?.dataset[`${name}Styles`] ?? '';
  const isInPage =
    document.querySelector(`link[rel=stylesheet]:is([href="${href}"], [data-holds~="${href}"])`) !== null;
  const loading = sheets.get(href) ?? (isInPage ? Promise.resolve() : addSheet(href));
  sheets.set(href, loading);
  return loading;
}
