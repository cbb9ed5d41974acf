import { type ComponentChild, h } from 'preact';
import type { Answers } from '../core/assessment/answers.ts';
import { blankQuestion } from '../views/blank.ts';
import { type CheckProps, CheckView } from '../views/CheckView.tsx';
import type { AskData, AskedItem, Site } from '../views/data.ts';
import { QuestionView, type SectionState } from '../views/QuestionView.tsx';
import type { Depth } from './depths.ts';
import type { Route } from './route.ts';
import type { Session } from './session.ts';

/** What is open on the start page: a new name in the list; below it earlier states, a file, or why one was refused. */
export type Panel =
  | { kind: 'rename'; id: string }
  | { kind: 'restore'; id: string }
  | { kind: 'import'; file: Answers; into: string | undefined }
  | { kind: 'refused'; problem: string };

/** What a screen is made from, and what it can do. */
export interface Stage {
  session: Session;
  site: Site;
  data: AskData;
  go(route: Route): void;
  /** Makes a change and draws again; then what fits a selector gets the focus. */
  act(change: () => void, focus?: string): void;
  /** Goes to the first question of a depth that has no answer yet. */
  startAt(depth: Depth): void;
  /** Opens or closes a panel of the start page; then what fits a selector gets the focus. */
  openPanel(panel: Panel | undefined, focus: string): void;
  /** Reads a file that the person chose, and shows what it holds. */
  importFile(file: File): void;
  /** Set while a single answer is changed from the check page, to return there. */
  returnToCheck: boolean;
}

/** A question or the check page as the server wrote it: without a person's answers, and with nothing to do. */
export function writtenScreen(route: Route, site: Site, data: AskData): ComponentChild {
  if (route.view === 'question') {
    const item = data.items.find(({ id }) => id === route.item);
    return item && h(QuestionView, blankQuestion(site, data, item));
  }
  if (route.view === 'check') return h(CheckView, { site, data, answers: new Map(), actions: undefined });
  return undefined;
}

/** One question with this person's answer in it. */
export function questionScreen(stage: Stage, item: AskedItem, depth: Depth, notice: ComponentChild): ComponentChild {
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
    notice,
    keysOn: session.keysOn,
    actions: {
      choose: (answer) =>
        act(() => {
          const given = answer(session.answers.get(item.id));
          if (given) session.choose(given);
        }),
      proceed: () => {
        const next: Route = stage.returnToCheck ? { view: 'check', depth } : at(place + 1);
        stage.returnToCheck = false;
        stage.go(next);
      },
      clear: () => act(() => session.clear(item.id)),
      back: () => stage.go(at(place - 1)),
      toggleKeys: (on) =>
        act(() => {
          session.keysOn = on;
        }),
    },
  });
}

/** Every answer, to look over. */
export function checkScreen(stage: Stage, depth: Depth, beside: CheckProps['beside']): ComponentChild {
  const { session, site, data } = stage;
  return h(CheckView, {
    site,
    data,
    answers: session.answers,
    beside,
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
