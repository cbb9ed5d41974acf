import { type ComponentChild, h } from 'preact';
import { openRereads } from '../core/assessment/answers.ts';
import { formatAge } from '../i18n/dates.ts';
import { blankQuestion } from '../views/blank.ts';
import { CheckView } from '../views/CheckView.tsx';
import type { AskData, AskedItem, Site } from '../views/data.ts';
import { QuestionView, type SectionState } from '../views/QuestionView.tsx';
import { type KeptAssessment, StartView } from '../views/StartView.tsx';
import { now } from './browser.ts';
import type { Depth } from './depths.ts';
import type { Route } from './route.ts';
import type { Session } from './session.ts';

/** What a screen is made from, and what it can do. */
export interface Stage {
  session: Session;
  site: Site;
  data: AskData;
  go(route: Route): void;
  /** Makes a change and draws again. */
  act(change: () => void): void;
  /** Goes to the first question of a depth that has no answer yet. */
  startAt(depth: Depth): void;
  /** Set while a single answer is changed from the check page, to return there. */
  returnToCheck: boolean;
}

/** The page as the server wrote it: without a person's answers, and with nothing to do. */
export function writtenScreen(route: Route, site: Site, data: AskData): ComponentChild {
  if (route.view === 'question') {
    const item = data.items.find(({ id }) => id === route.item);
    return item && h(QuestionView, blankQuestion(site, data, item));
  }
  if (route.view === 'check') return h(CheckView, { site, data, answers: new Map(), reread: [], actions: undefined });
  const answers = { system: '', context: {} };
  return h(StartView, { site, data, kept: [], answers, deleted: undefined, actions: undefined });
}

/** The list of what this browser keeps. */
function keptIn({ session, data }: Stage): KeptAssessment[] {
  const { index, language } = data;
  return session.shelf.drafts.map(({ id, answers, savedAt }) => {
    const states = new Map(answers.answers.map(({ item, state }) => [item, state]));
    const given = index.items.filter((item) => (states.get(item.id) ?? 'unanswered') !== 'unanswered');
    const depth: Depth = given.some((item) => item.depth === 'full') ? 'full' : 'quick';
    const total = index.items.filter((item) => depth === 'full' || item.depth === 'quick').length;
    return { id, system: answers.system, done: given.length, total, depth, age: formatAge(savedAt, now(), language) };
  });
}

/** Where an assessment begins. */
export function startScreen(stage: Stage): ComponentChild {
  const { session, site, data, act } = stage;
  const kept = keptIn(stage);
  const depthOf = (id: string) => kept.find((each) => each.id === id)?.depth ?? 'quick';
  return h(StartView, {
    site,
    data,
    kept,
    answers: session.draft.answers,
    deleted: session.deleted?.answers.system,
    actions: {
      edit: (part) => act(() => session.edit(part)),
      start: (depth) => stage.startAt(depth),
      resume: (id) => {
        session.open(id);
        stage.startAt(depthOf(id));
      },
      report: (id) => {
        session.open(id);
        stage.go({ view: 'report', depth: depthOf(id) });
      },
      download: (id) => session.download(id),
      remove: (id) => act(() => session.remove(id)),
      undo: () => act(() => session.undo()),
      another: () => act(() => session.another()),
    },
  });
}

/** One question with this person's answer in it. */
export function questionScreen(stage: Stage, item: AskedItem, depth: Depth): ComponentChild {
  const { session, site, data, act } = stage;
  const place = data.items.indexOf(item);
  const at = (index: number): Route => {
    const other = data.items[index];
    if (index < 0) return { view: 'start' };
    return other ? { view: 'question', depth, item: other.id } : { view: 'check', depth };
  };
  return h(QuestionView, {
    ...blankQuestion(site, data, item),
    answer: session.answers.get(item.id),
    hint: hintFor(item, session.draft.answers.context),
    sections: sectionStates(data, session.answers),
    status: session.status,
    keysOn: session.keysOn,
    actions: {
      choose: (answer) => act(() => session.choose(answer)),
      proceed: () => {
        const next: Route = stage.returnToCheck ? { view: 'check', depth } : at(place + 1);
        stage.returnToCheck = false;
        stage.go(next);
      },
      back: () => stage.go(at(place - 1)),
      toggleKeys: (on) =>
        act(() => {
          session.keysOn = on;
        }),
    },
  });
}

/** Every answer, to look over. */
export function checkScreen(stage: Stage, depth: Depth): ComponentChild {
  const { session, site, data } = stage;
  return h(CheckView, {
    site,
    data,
    answers: session.answers,
    reread: openRereads(session.draft.answers),
    actions: {
      change: (item) => {
        stage.returnToCheck = true;
        stage.go({ view: 'question', depth, item });
      },
      seeReport: () => stage.go({ view: 'report', depth }),
    },
  });
}

/** The hint of a question whose "does not apply" fits the context that the team gave. */
function hintFor(item: AskedItem, context: object): string | undefined {
  const when = Object.entries(item.notApplicable?.when ?? {});
  const fits = when.length > 0 && when.every(([field, value]) => Reflect.get(context, field) === value);
  return fits ? item.notApplicable?.hint : undefined;
}

/** How far each section is. */
function sectionStates(data: AskData, answers: ReadonlyMap<string, unknown>): Record<string, SectionState> {
  return Object.fromEntries(
    data.stages.map(({ id }) => {
      const items = data.items.filter(({ stage }) => stage === id);
      const done = items.filter((item) => answers.has(item.id)).length;
      return [id, done === 0 ? 'not-started' : done === items.length ? 'completed' : 'in-progress'];
    }),
  );
}
