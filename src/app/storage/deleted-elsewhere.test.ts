import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  dataOf,
  level,
  openPage,
  openSession,
  refuseStorage,
  storeDraft,
  stubBrowser,
  textOf,
} from '../../../tests/support/assess-page.ts';
import type { Answer } from '../../core/answers/answers.ts';
import { lostNotices } from '../assess/lost-notices.ts';
import type { Question } from '../shared/view-data.ts';
import { deleteDraft, undoLast } from './draft-actions.ts';
import { resume } from './resume.ts';
import type { Session } from './session.ts';

const [first, second] = dataOf.quick.items as [Question, Question];

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

const stored = () => Object.keys(localStorage).filter((key) => key.startsWith('trivium:assessment:'));
/** The stored levels of the first two questions. */
const storedLevels = () => {
  const { answers }: { answers: (Answer & { level?: number })[] } = JSON.parse(
    localStorage.getItem(`${stored()}`) ?? '',
  );
  return [first, second].map(({ id }) => answers.find(({ item }) => item === id)?.level);
};
/** Resolves once the scripts that saving waits for are loaded, and what waited for them has run. */
const settled = () => vi.dynamicImportSettled();

/** An assessment open in two tabs; the other deletes it while this one cannot save a change. */
async function deletedWhileUnsaved() {
  const id = await storeDraft({ system: 'Parcels', answers: [level(first, 1)] });
  const { context } = await openPage('quick');
  const other = await openSession();
  const allow = refuseStorage();
  context.session.setAnswer(level(second, 4));
  await settled();
  deleteDraft(other, id);
  allow();
  expect(await resume(context.session)).toBe(true);
  await settled();
  return { id, context, session: context.session, other };
}
const isHeld = ({ knownDrafts, status }: Session, id: string) =>
  knownDrafts.deleted.has(id) && status.kind === 'memory';

test('an assessment that another tab has deleted stays deleted, and its unsaved changes stay here', async () => {
  const { id, session, context } = await deletedWhileUnsaved();
  expect([stored(), isHeld(session, id)]).toEqual([[], true]);
  session.setAnswer(level(first, 3));
  session.flush();
  await session.readOtherTabs();
  await settled();
  expect([stored(), isHeld(session, id), session.storageProblem]).toEqual([[], true, null]);
  expect(textOf(lostNotices(context))).toMatch(/Parcels.? was deleted elsewhere in this browser/);
});

test('a change made before the deletion is noticed does not undo it', async () => {
  const id = await storeDraft({ system: 'Parcels', answers: [level(first, 1)] });
  const [session, other] = [await openSession(), await openSession()];
  deleteDraft(other, id);
  session.setAnswer(level(second, 4));
  await settled();
  expect([stored(), isHeld(session, id)]).toEqual([[], true]);
  session.openAndSave(session.draft);
  await settled();
  expect([session.knownDrafts.deleted.size, session.status.kind]).toEqual([0, 'saved']);
  expect(storedLevels()).toEqual([1, 4]);
});

test('"Undo" in the other tab brings it back with the unsaved changes of this one', async () => {
  const { session, other } = await deletedWhileUnsaved();
  undoLast(other);
  await resume(session);
  await settled();
  expect([session.knownDrafts.deleted.size, session.status.kind]).toEqual([0, 'saved']);
  expect(storedLevels()).toEqual([1, 4]);
});

test('it can be deleted here, too, and undone here', async () => {
  const { id, session } = await deletedWhileUnsaved();
  deleteDraft(session, id);
  await settled();
  expect([stored(), session.knownDrafts.deleted.size, session.draft.id === id]).toEqual([[], 0, false]);
  undoLast(session);
  await settled();
  expect(storedLevels()).toEqual([1, 4]);
});
