import { type ComponentChild, h } from 'preact';
import { formatAge, formatDate } from '../i18n/dates.ts';
import type { AskData, Site } from '../views/data.ts';
import { type KeptAssessment, KeptList } from '../views/KeptList.tsx';
import { StartView } from '../views/StartView.tsx';
import { now } from './browser.ts';
import type { Depth } from './depths.ts';
import { type Draft, emptyDraft } from './read-draft.ts';
import type { Panel, Stage } from './screens.ts';
import { again, duplicate, remove, rename, undo } from './shelf-acts.ts';
import { listSnapshots } from './snapshots.ts';

/** The start page as the server wrote it: without a person's answers, and with nothing to do. */
export function writtenStart(site: Site, data: AskData): ComponentChild {
  const answers = { system: '', context: {} };
  return h(StartView, { site, data, kept: undefined, answers, panel: undefined, actions: undefined });
}

/** The list of what this browser keeps, and after it what only earlier states are left of. */
function keptIn({ session, data }: Stage): KeptAssessment[] {
  const { index, language } = data;
  const snapshots = listSnapshots(index);
  const depthOf = (items: ReadonlySet<string>): Depth =>
    index.items.some(({ id, depth }) => depth === 'full' && items.has(id)) ? 'full' : 'quick';
  const row =
    (gone: boolean) =>
    ({ id, answers, savedAt }: Draft): KeptAssessment => {
      const { system, date, previous } = answers;
      const said = (list: Draft['answers']['answers']) =>
        new Set(list.filter(({ state }) => state !== 'unanswered').map(({ item }) => item));
      const given = said(answers.answers);
      const depth = depthOf(given.size > 0 ? given : said(previous?.answers ?? []));
      return {
        id,
        system,
        date,
        done: index.items.filter((item) => given.has(item.id)).length,
        total: index.items.filter((item) => depth === 'full' || item.depth === 'quick').length,
        depth,
        age: formatAge(savedAt, now(), language),
        open: id === session.draft.id,
        hints: previous && { date: previous.date },
        earlier: snapshots.filter((each) => each.id === id).length,
        gone,
      };
    };
  const ids = new Set(session.drafts.map(({ id }) => id));
  const gone = new Map(snapshots.toReversed().map((each) => [each.id, each]));
  return [...session.drafts.map(row(false)), ...[...gone.values()].filter(({ id }) => !ids.has(id)).map(row(true))];
}

/** The list of what is kept; each act says what it came to and leaves the focus where one goes on. */
function keptList(stage: Stage, panel: Panel | undefined): ComponentChild {
  const { session, site, data, act } = stage;
  const { t } = site;
  const kept = keptIn(stage);
  const find = (id: string) => kept.find((each) => each.id === id);
  const named = (system: string | undefined) => system || t('start.unnamed');
  const part = (id: string, selector: string) => `#kept-${CSS.escape(id)} ${selector}`;
  const say = (key: string, system: string | undefined) => {
    session.said = t(key, { system: named(system) });
  };
  /** Makes a new assessment out of one. */
  const make = (id: string, made: string | undefined, key: string) =>
    act(() => say(key, find(id)?.system), made && part(made, 'strong'));
  const { undoable } = session;
  const taken = undoable?.draft?.answers ?? (undoable && find(undoable.id));
  return h(KeptList, {
    site,
    kept,
    renaming: panel?.kind === 'rename' ? panel.id : undefined,
    undoable: undoable && { ...undoable, system: taken?.system ?? '' },
    said: session.said,
    actions: {
      resume: (id) => {
        session.open(id);
        stage.startAt(find(id)?.depth ?? 'quick');
      },
      report: (id) => {
        session.open(id);
        stage.go({ view: 'report', depth: find(id)?.depth ?? 'quick' });
      },
      again: (id) => void again(session, id).then((made) => make(id, made, 'start.said-again')),
      rename: (id) => stage.openPanel({ kind: 'rename', id }, part(id, 'input')),
      renamed: (id, system, date) => {
        rename(session, id, system, date);
        say('start.said-renamed', [system, ...(date ? [formatDate(date, site.language)] : [])].join(', '));
        stage.openPanel(undefined, part(id, '[data-act=rename]'));
      },
      keepName: (id) => stage.openPanel(undefined, part(id, '[data-act=rename]')),
      duplicate: (id) => {
        const system = t('start.copy-name', { system: named(find(id)?.system) });
        make(id, duplicate(session, id, system), 'start.said-duplicated');
      },
      download: (id) => session.download(id),
      restore: (id) => stage.openPanel({ kind: 'restore', id }, '#keeping h2'),
      remove: (id) =>
        act(() => {
          remove(session, id);
          if (session.undoable?.id === id) say('start.deleted', find(id)?.system);
        }, '.undo button'),
      undo: () => {
        const { id } = undoable ?? { id: '' };
        act(
          () => {
            undo(session);
            say('start.said-undone', taken?.system);
          },
          part(id, 'strong'),
        );
      },
      another: () => act(() => session.show(emptyDraft(data.index)), '.card input'),
    },
  });
}

/** Where an assessment begins. */
export function startScreen(stage: Stage, panel: Panel | undefined, panelView: ComponentChild): ComponentChild {
  const { session, site, data, act } = stage;
  return h(StartView, {
    site,
    data,
    kept: keptList(stage, panel),
    answers: session.draft.answers,
    panel: panelView,
    actions: {
      edit: (change) => act(() => session.edit(change(session.draft.answers))),
      start: (depth) => stage.startAt(depth),
      importFile: (file) => stage.importFile(file),
    },
  });
}
