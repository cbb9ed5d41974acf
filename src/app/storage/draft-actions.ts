import type { Answers } from '../../core/answers/answers.ts';
import { firstProblem, type Result } from '../../core/model/result.ts';
import { today, writeItem } from '../platform/browser.ts';
import { inTime } from '../platform/load-error.ts';
import { draftPrefix, proposalsPrefix } from '../platform/storage-keys.ts';
import { emptyDraft } from './draft.ts';
import type { Session } from './session.ts';
import { keepSnapshot, quarantineCopy, storedText } from './stored-texts.ts';

// Actions on whole drafts. Each opens the draft that it creates or changes.

/**
 * Stores a text beside a draft, or sets it aside if its key holds another by now. If the browser refuses, this tab keeps
 * the text, and tries again with the next save.
 */
function storeText(session: Session, key: string, text: string): void {
  const { late } = session.knownDrafts;
  const write = () => {
    const result: Result<unknown> = (storedText(key)[0] ? quarantineCopy : writeItem)(key, text);
    if (result.ok) late.delete(key);
    else session.noteRefusal(firstProblem(result));
  };
  late.set(key, { text, write });
  write();
}

/** Stores answers as a new draft. Returns its id. */
export function addDraft(session: Session, answers: Answers): string {
  const draft = { ...emptyDraft(session.store.outline), answers };
  session.openAndSave(draft);
  return draft.id;
}

/**
 * Stores a copy of a draft, with what was found about its system, under another system name. Returns the copy's id;
 * undefined if there is no such draft.
 */
export function duplicateDraft(session: Session, id: string, system: string): string | undefined {
  const draft = session.findDraft(id);
  if (!draft) return undefined;
  const copyId = addDraft(session, { ...draft.answers, system });
  for (const { text } of storedText(proposalsPrefix + id)) storeText(session, proposalsPrefix + copyId, text);
  return copyId;
}

/**
 * Starts a new assessment of the same system, dated today, with the answers of this one as hints. What was found stays
 * with the former one: a new round needs a new look. Returns its id; undefined if there is no such draft.
 */
export async function startNewRound(session: Session, id: string): Promise<string | undefined> {
  const { startAgain } = await inTime(import('../../core/answers/start-again.ts')); // rarely needed
  const draft = session.findDraft(id);
  return draft && addDraft(session, startAgain(draft.answers, today()));
}

/** Changes the system name and date of a draft; an empty date removes the date. */
export function renameDraft(session: Session, id: string, system: string, date: string): void {
  session.open(id);
  const { date: _, ...answers } = session.draft.answers;
  session.commit({ ...answers, system, ...(date === '' ? {} : { date }) });
}

/** Deletes a draft with all that belongs to it; can be undone. Deletes nothing if the browser refuses. */
export function deleteDraft(session: Session, id: string): void {
  const draft = session.findDraft(id);
  const index = session.drafts.findIndex((other) => other.id === id);
  const nextId = index < 0 ? undefined : session.drafts[index + 1]?.id;
  const result = session.store.remove(id);
  if (!result.ok) {
    session.noteRefusal(firstProblem(result));
    return;
  }
  const texts = result.value;
  for (const [key, { text }] of session.knownDrafts.late)
    if (key.split(':')[2] === id && session.knownDrafts.late.delete(key)) texts.push({ key, text });
  session.undoable = { kind: 'deleted', id, draft, texts, nextId };
  session.close(id);
}

/**
 * Replaces the answers of a draft; can be undone, since its current state is kept as a snapshot.
 * @returns the browser's reason for refusing that; then nothing is replaced
 */
export function replaceAnswers(session: Session, id: string, answers: Answers): Result<void> {
  session.flush();
  const result = keepSnapshot(id);
  if (result.ok) changeAnswers(session, id, answers);
  return result;
}

function changeAnswers(session: Session, id: string, answers: Answers): void {
  const draft = session.findDraft(id);
  session.openUnsaved(draft ?? { ...emptyDraft(session.store.outline), id });
  session.commit(answers);
  session.undoable = { kind: 'replaced', id, draft, texts: [], nextId: undefined };
}

/**
 * Undoes the last deletion or replacement. Where storage cannot keep what it takes back from a replaced draft, that can be
 * undone in turn.
 */
export function undoLast(session: Session): void {
  const { undoable } = session;
  if (!undoable) return;
  const { kind, id, draft, texts } = undoable;
  session.undoable = undefined;
  if (kind === 'replaced' && draft) {
    session.flush();
    const isKept = session.storageProblem === null && keepSnapshot(id).ok;
    changeAnswers(session, id, draft.answers);
    if (isKept) session.undoable = undefined;
  } else {
    // The draft itself is saved through the normal queue, which retries if storage is unavailable.
    if (draft) session.openAndSave(draft);
    for (const { key, text } of texts) if (key !== draftPrefix + id) storeText(session, key, text);
  }
}

/** Deletes a quarantined text; if the browser refuses, keeps it and says why. */
export function deleteQuarantined(session: Session, key: string): void {
  const result = session.store.removeQuarantined(key);
  if (result.ok) session.knownDrafts.forgetQuarantined(key);
  else session.noteRefusal(firstProblem(result));
}
