import type { Answers } from '../../core/answers/answers.ts';
import { firstProblem } from '../../core/model/result.ts';
import { today, writeItem } from '../platform/browser.ts';
import { removeDraft } from './drafts.ts';
import { draftPrefix, emptyDraft } from './parse-draft.ts';
import type { Session, Undoable } from './session.ts';
import { keepSnapshot } from './snapshots.ts';

// What a person does with whole assessments. Each opens the assessment that it makes or changes.

/** Keeps answers as a new assessment. Returns its id. */
export function addDraft(session: Session, answers: Answers): string {
  const draft = { ...emptyDraft(session.pack), answers };
  session.openAndSave(draft);
  return draft.id;
}

/** Keeps a copy of an assessment under another name. Returns the copy's id. */
export function duplicateDraft(session: Session, id: string, system: string): string | undefined {
  const draft = session.find(id);
  return draft && addDraft(session, { ...draft.answers, system });
}

/** Makes a new assessment of the same system, of today, that shows what was said in this one. Returns its id. */
export async function startNewRound(session: Session, id: string): Promise<string | undefined> {
  const { startAgain } = await import('../../core/answers/start-again.ts'); // seldom done on a start page
  const draft = session.find(id);
  return draft && addDraft(session, startAgain(draft.answers, today()));
}

/** Gives an assessment another name and date; an empty date takes it away. */
export function renameDraft(session: Session, id: string, system: string, date: string): void {
  session.open(id);
  const { date: _, ...answers } = session.draft.answers;
  session.commit({ ...answers, system, ...(date === '' ? {} : { date }) });
}

/** Deletes an assessment with its earlier states, so that it can be undone. Deletes nothing if the browser refuses. */
export function deleteDraft(session: Session, id: string): void {
  const draft = session.find(id);
  const place = session.drafts.findIndex((each) => each.id === id);
  const before = place < 0 ? undefined : session.drafts[place + 1]?.id;
  const taken = removeDraft(id);
  if (!taken.ok) session.refused(firstProblem(taken));
  else {
    session.undoable = { kind: 'deleted', id, draft, texts: taken.value, before };
    session.close(id);
  }
}

/** Puts other answers in the place of an assessment's, so that it can be undone: its state now is kept first. */
export function replaceAnswers(session: Session, id: string, answers: Answers): void {
  const draft = session.find(id);
  session.settle();
  keepSnapshot(id);
  session.show(draft ?? { ...emptyDraft(session.pack), id });
  session.commit(answers);
  session.undoable = { kind: 'replaced', id, draft, texts: [], before: undefined };
}

/** Brings back what the last act took away. */
export function undoLast(session: Session): void {
  const undoable: Undoable | undefined = session.undoable;
  if (!undoable) return;
  const { kind, id, draft, texts } = undoable;
  if (kind === 'replaced' && draft) replaceAnswers(session, id, draft.answers);
  else {
    // The assessment itself goes the way of every change, which waits where the browser refuses.
    for (const { key, text } of texts) if (key !== draftPrefix + id) writeItem(key, text);
    if (draft) session.openAndSave(draft);
  }
  session.undoable = undefined;
}
