import { type ComponentChild, Fragment, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { vi } from 'vitest';
import { emptyPageState, type ScreenContext } from '../../src/app/assess/screen-context.ts';
import type { Route } from '../../src/app/shared/routes.ts';
import type { Question, QuestionnaireData } from '../../src/app/shared/view-data.ts';
import { emptyDraft } from '../../src/app/storage/draft.ts';
import { DraftStore } from '../../src/app/storage/draft-store.ts';
import { Session } from '../../src/app/storage/session.ts';
import { questionnaireData } from '../../src/build/page-data/questionnaire.ts';
import { site } from '../../src/build/site.ts';
import type { Answer, Answers } from '../../src/core/answers/answers.ts';
import type { Depth } from '../../src/core/model/ids.ts';

/** The data file of each depth. */
export const dataOf: Readonly<Record<Depth, QuestionnaireData>> = {
  quick: questionnaireData('quick'),
  full: questionnaireData('full'),
};
const { outline } = dataOf.quick;

/** Storage whose keys `Object.keys` lists, as in a browser. */
export function fakeStorage(): Record<string, string> {
  const storage: Record<string, string> = Object.create({
    getItem: (key: string) => storage[key] ?? null,
    setItem: (key: string, text: string) => {
      storage[key] = text;
    },
    removeItem: (key: string) => Reflect.deleteProperty(storage, key),
  });
  return storage;
}

/** A browser with empty storage and without Web Locks, so that a change is stored at once. */
export function stubBrowser(): void {
  vi.stubGlobal('localStorage', fakeStorage());
  vi.stubGlobal('sessionStorage', fakeStorage());
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('addEventListener', () => undefined);
}

/** Makes the browser refuse to store anything, until the function that it returns is called. */
export function refuseStorage(): () => void {
  const storage = Object.getPrototypeOf(localStorage);
  const setItem = storage.setItem;
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  Object.defineProperty(storage, 'setItem', { value: refuse, configurable: true });
  return () => Object.defineProperty(storage, 'setItem', { value: setItem, configurable: true });
}

export const level = ({ id, rev }: Pick<Question, 'id' | 'rev'>, value: number, parts: object = {}): Answer => ({
  item: id,
  rev,
  state: 'level',
  level: value,
  ...parts,
});

/** Stores a draft with these parts. Returns its id. */
export async function storeDraft(parts: Partial<Answers>): Promise<string> {
  const store = await DraftStore.open(outline);
  const draft = emptyDraft(outline);
  store.save({ ...draft, answers: { ...draft.answers, ...parts } });
  return draft.id;
}

/** A tab that opens the newest draft in storage. */
export const openSession = async (): Promise<Session> =>
  new Session(await DraftStore.open(outline), site.t, () => undefined);

/** The page in a tab; `routes` and `focuses` record where its actions led. */
export interface TestPage {
  context: ScreenContext;
  routes: Route[];
  focuses: (string | undefined)[];
}

export async function openPage(depth: Depth = 'quick', session?: Session): Promise<TestPage> {
  const routes: Route[] = [];
  const focuses: (string | undefined)[] = [];
  const context: ScreenContext = {
    session: session ?? (await openSession()),
    site,
    data: dataOf[depth],
    state: emptyPageState(),
    noticesOf: () => undefined,
    findingsOf: () => undefined,
    openFindings: () => Promise.reject(new Error('No proposals in this test.')),
    go: (route) => routes.push(route),
    goTo: () => undefined,
    update: (change, focus) => {
      change();
      focuses.push(focus);
    },
    rerender: () => undefined,
    startAt: () => undefined,
    openPanel: (panel, focus) => {
      context.state.panel = panel;
      focuses.push(focus);
    },
  };
  return { context, routes, focuses };
}

export const htmlOf = (screen: ComponentChild): string => renderToString(h(Fragment, null, screen));
/** The text of markup, with single spaces. */
export const textOf = (screen: ComponentChild): string =>
  htmlOf(screen)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
/** The properties that a screen gives its view. */
export const propsOf = <Props>(screen: ComponentChild): Props => (screen as VNode<Props>).props;
