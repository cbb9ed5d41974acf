import { type ComponentChild, h } from 'preact';
import type { Depth } from '../../../core/model/ids.ts';
import { askedAt } from '../../../core/model/ids.ts';
import { formatAge, formatDate } from '../../../i18n/dates.ts';
import { now } from '../../platform/browser.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import { type Draft, emptyDraft } from '../../storage/draft.ts';
import { deleteDraft, duplicateDraft, renameDraft, startNewRound, undoLast } from '../../storage/draft-actions.ts';
import type { Panel, ScreenContext } from '../question/question-screen.ts';
import { DraftList, type ListedDraft } from './DraftList.tsx';
import { StartView } from './StartView.tsx';

/** The start page as the server wrote it: without a person's answers, and with nothing to do. */
export function staticStart(site: Site, data: QuestionnaireData): ComponentChild {
  const answers = { system: '', context: {} };
  return h(StartView, { site, data, kept: undefined, answers, panel: undefined, actions: undefined });
}

/** The list of what this browser keeps, and after it what only earlier states are left of. */
function keptIn({ session, data }: ScreenContext): ListedDraft[] {
  const { outline, language } = data;
  const snapshots = session.store.listSnapshots();
  const depthOf = (items: ReadonlySet<string>): Depth =>
    outline.items.some(({ id, depth }) => depth === 'full' && items.has(id)) ? 'full' : 'quick';
  const row =
    (gone: boolean) =>
    ({ id, answers, savedAt }: Draft): ListedDraft => {
      const { system, date, previous } = answers;
      const said = (list: Draft['answers']['answers']) =>
        new Set(list.filter(({ state }) => state !== 'unanswered').map(({ item }) => item));
      const given = said(answers.answers);
      const depth = depthOf(given.size > 0 ? given : said(previous?.answers ?? []));
      return {
        id,
        system,
        date,
        done: outline.items.filter((item) => given.has(item.id)).length,
        total: outline.items.filter(askedAt(depth)).length,
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
function keptList(stage: ScreenContext, panel: Panel | undefined): ComponentChild {
  const { session, site, data, act } = stage;
  const { t } = site;
  const kept = keptIn(stage);
  const find = (id: string) => kept.find((each) => each.id === id);
  const named = (system: string | undefined) => system || t('start.unnamed');
  const part = (id: string, selector: string) => `#kept-${CSS.escape(id)} ${selector}`;
  const say = (key: string, system: string | undefined) => {
    session.announcement = t(key, { system: named(system) });
  };
  /** Makes a new assessment out of one. */
  const make = (id: string, made: string | undefined, key: string) =>
    act(() => say(key, find(id)?.system), made && part(made, 'strong'));
  const { undoable } = session;
  const taken = undoable?.draft?.answers ?? (undoable && find(undoable.id));
  return h(DraftList, {
    site,
    kept,
    renaming: panel?.kind === 'rename' ? panel.id : undefined,
    undoable: undoable && { ...undoable, system: taken?.system ?? '' },
    said: session.announcement,
    actions: {
      resume: (id) => {
        session.open(id);
        stage.startAt(find(id)?.depth ?? 'quick');
      },
      report: (id) => {
        session.open(id);
        stage.go({ view: 'report', depth: find(id)?.depth ?? 'quick' });
      },
      again: (id) => void startNewRound(session, id).then((made) => make(id, made, 'start.said-again')),
      rename: (id) => stage.openPanel({ kind: 'rename', id }, part(id, 'input')),
      renamed: (id, system, date) => {
        renameDraft(session, id, system, date);
        say('start.said-renamed', [system, ...(date ? [formatDate(date, site.language)] : [])].join(', '));
        stage.openPanel(undefined, part(id, '[data-act=rename]'));
      },
      keepName: (id) => stage.openPanel(undefined, part(id, '[data-act=rename]')),
      duplicate: (id) => {
        const system = t('start.copy-name', { system: named(find(id)?.system) });
        make(id, duplicateDraft(session, id, system), 'start.said-duplicated');
      },
      download: (id) => session.download(id),
      restore: (id) => stage.openPanel({ kind: 'restore', id }, '#keeping h2'),
      remove: (id) =>
        act(() => {
          deleteDraft(session, id);
          if (session.undoable?.id === id) say('start.deleted', find(id)?.system);
        }, '.undo button'),
      undo: () => {
        const { id } = undoable ?? { id: '' };
        act(
          () => {
            undoLast(session);
            say('start.said-undone', taken?.system);
          },
          part(id, 'strong'),
        );
      },
      another: () => act(() => session.show(emptyDraft(data.outline)), '.card input'),
    },
  });
}

/** Where an assessment begins. */
export function startScreen(stage: ScreenContext, panel: Panel | undefined, panelView: ComponentChild): ComponentChild {
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
