import type { Answers } from '../../core/answers/answers.ts';
import { firstProblem } from '../../core/model/result.ts';
import { today, writeItem } from '../platform/browser.ts';
import { draftPrefix } from '../platform/storage-keys.ts';
import { emptyDraft } from './draft.ts';
import type { Session } from './session.ts';
import { keepSnapshot } from './stored-texts.ts';

// What a person does with whole assessments. Each action opens the assessment that it makes or changes.

/** Keeps answers as a new assessment. Returns its id. */
export function addDraft(session: Session, answers: Answers): string {
  const draft = { ...emptyDraft(session.store.outline), answers };
  session.openAndSave(draft);
  return draft.id;
}

/** Keeps a copy of an assessment under another name. Returns the copy's id. */
export function duplicateDraft(session: Session, id: string, system: string): string | undefined {
  const draft = session.find(id);
  return draft && addDraft(session, { ...draft.answers, system });
}

/** Starts a new assessment of the same system today, with the answers of this one as hints. Returns its id. */
export async function startNewRound(session: Session, id: string): Promise<string | undefined> {
  const { startAgain } = await import('../../core/answers/start-again.ts'); // rare on a start page
  const draft = session.find(id);
  return draft && addDraft(session, startAgain(draft.answers, today()));
}

/** Gives an assessment another name and date; an empty date removes it. */
export function renameDraft(session: Session, id: string, system: string, date: string): void {
  session.open(id);
  const { date: _, ...answers } = session.draft.answers;
  session.commit({ ...answers, system, ...(date === '' ? {} : { date }) });
}

/** Deletes an assessment with its earlier states, so that it can be undone. Deletes nothing if the browser refuses. */
export function deleteDraft(session: Session, id: string): void {
  const draft = session.find(id);
  const index = session.drafts.findIndex((other) => other.id === id);
  const nextId = index < 0 ? undefined : session.drafts[index + 1]?.id;
  const removed = session.store.remove(id);
  if (!removed.ok) {
    session.refused(firstProblem(removed));
    return;
  }
  session.undoable = { kind: 'deleted', id, draft, texts: removed.value, nextId };
  session.close(id);
}

/** Replaces the answers of an assessment, so that it can be undone: its present state is kept as an earlier one. */
export function replaceAnswers(session: Session, id: string, answers: Answers): void {
  session.flush();
  const draft = session.find(id);
  keepSnapshot(id);
  session.show(draft ?? { ...emptyDraft(session.store.outline), id });
  session.commit(answers);
  session.undoable = { kind: 'replaced', id, draft, texts: [], nextId: undefined };
}

/** Brings back what the last action took away. */
export function undoLast(session: Session): void {
  const { undoable } = session;
  if (!undoable) return;
  const { kind, id, draft, texts } = undoable;
  if (kind === 'replaced' && draft) replaceAnswers(session, id, draft.answers);
  else {
    // The assessment itself is saved through the normal queue, which tries again where storage is unavailable.
    for (const { key, text } of texts) if (key !== draftPrefix + id) writeItem(key, text);
    if (draft) session.openAndSave(draft);
  }
  session.undoable = undefined;
}
