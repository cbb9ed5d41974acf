import type { Answer } from '../../../core/answers/answers.ts';
import { askedAgain, canCheckPromises } from '../../../core/answers/asked-again.ts';
import { askedAt, depthAsking } from '../../../core/model/ids.ts';
import type { PackOutline } from '../../../core/model/pack.ts';
import { nameOf } from '../../../core/text/name-of.ts';
import { formatAge } from '../../../i18n/dates.ts';
import { now } from '../../platform/browser.ts';
import type { Draft } from '../../storage/draft.ts';
import type { Session } from '../../storage/session.ts';
import type { ListedDraft } from './DraftList.tsx';

const answeredItems = (answers: readonly Answer[]): ReadonlySet<string> =>
  new Set(answers.filter(({ state }) => state !== 'unanswered').map(({ item }) => item));

/** Every draft, followed by those that have only snapshots left. */
export function listedDrafts(session: Session, outline: PackOutline, language: string): ListedDraft[] {
  const snapshots = session.store.listSnapshots();
  const toListedDraft = ({ id, answers, savedAt }: Draft, isGone: boolean): ListedDraft => {
    const { system, date, previous } = answers;
    const items = answeredItems(answers.answers);
    const askedAgainIds = askedAgain(answers);
    const formerItems = answeredItems(previous?.answers ?? []);
    const depth = depthAsking(
      askedAgainIds ? new Set([...items, ...formerItems]) : items.size > 0 ? items : formerItems,
      outline.items,
    );
    const countedItems = outline.items.filter(
      askedAgainIds ? (item) => askedAgainIds.includes(item.id) : askedAt(depth),
    );
    return {
      id,
      system: nameOf(system),
      date,
      answeredCount: (askedAgainIds ? countedItems : outline.items).filter((item) => items.has(item.id)).length,
      questionCount: countedItems.length,
      depth,
      age: formatAge(savedAt, now(), language),
      isOpen: id === session.draft.id,
      previous: previous && { date: previous.date },
      hasPromises: canCheckPromises(answers),
      isFollowUp: askedAgainIds !== undefined,
      snapshotCount: snapshots.filter((snapshot) => snapshot.id === id).length,
      isGone,
    };
  };
  const { drafts } = session;
  const ids = new Set(drafts.map(({ id }) => id));
  const newestSnapshots = new Map(snapshots.toReversed().map((snapshot) => [snapshot.id, snapshot]));
  const goneDrafts = [...newestSnapshots.values()].filter(({ id }) => !ids.has(id));
  return [
    ...drafts.map((draft) => toListedDraft(draft, false)),
    ...goneDrafts.map((draft) => toListedDraft(draft, true)),
  ];
}
