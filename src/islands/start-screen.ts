import { type ComponentChild, h } from 'preact';
import { formatAge } from '../i18n/dates.ts';
import type { AskData, Site } from '../views/data.ts';
import { type KeptAssessment, StartView } from '../views/StartView.tsx';
import { now } from './browser.ts';
import type { Depth } from './depths.ts';
import { type Draft, listSnapshots } from './drafts.ts';
import type { Stage } from './screens.ts';

/** The start page as the server wrote it: without a person's answers, and with nothing to do. */
export function writtenStart(site: Site, data: AskData): ComponentChild {
  return h(StartView, {
    site,
    data,
    kept: [],
    answers: { system: '', context: {} },
    deleted: undefined,
    replaced: undefined,
    panel: undefined,
    actions: undefined,
  });
}

/** The list of what this browser keeps, and after it what only earlier states are left of. */
function keptIn({ session, data }: Stage): KeptAssessment[] {
  const { index, language } = data;
  const snapshots = listSnapshots(index);
  const row =
    (gone: boolean) =>
    ({ id, answers, savedAt }: Draft) => {
      const states = new Map(answers.answers.map(({ item, state }) => [item, state]));
      const given = index.items.filter((item) => (states.get(item.id) ?? 'unanswered') !== 'unanswered');
      const depth: Depth = given.some((item) => item.depth === 'full') ? 'full' : 'quick';
      const total = index.items.filter((item) => depth === 'full' || item.depth === 'quick').length;
      const age = formatAge(savedAt, now(), language);
      const earlier = snapshots.filter((each) => each.id === id).length;
      return { id, system: answers.system, done: given.length, total, depth, age, earlier, gone };
    };
  const ids = new Set(session.drafts.map(({ id }) => id));
  const gone = new Map(snapshots.toReversed().map((each) => [each.id, each]));
  return [...session.drafts.map(row(false)), ...[...gone.values()].filter(({ id }) => !ids.has(id)).map(row(true))];
}

/** Where an assessment begins. */
export function startScreen(stage: Stage, panel: ComponentChild): ComponentChild {
  const { session, site, data, act } = stage;
  const kept = keptIn(stage);
  const depthOf = (id: string) => kept.find((each) => each.id === id)?.depth ?? 'quick';
  return h(StartView, {
    site,
    data,
    kept,
    answers: session.draft.answers,
    deleted: session.deleted?.answers.system,
    replaced: session.replaced?.answers.system,
    panel,
    actions: {
      edit: (change) => act(() => session.edit(change(session.draft.answers))),
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
      putBack: () => act(() => session.putBack()),
      restore: (id) => stage.openPanel({ kind: 'restore', id }),
      importFile: (file) => stage.importFile(file),
    },
  });
}
