import type { PackOutline } from '../model/pack.ts';
import type { MigrationStep } from '../model/pack-schema.ts';
import type { Answer, Answers, Reread } from './answers.ts';

type ItemChange = MigrationStep['items'][number];
type Lists = Pick<Answers, 'answers' | 'targets' | 'decisions'>;

/** What the file format calls `setAside`: kept with the file, never scored. */
export type SetAside = Pick<NonNullable<Answers['setAside']>, 'answers' | 'targets' | 'decisions' | 'overrides'>;

/** The answers and plans of a file on their way from version to version. */
export interface MigrationState extends Lists {
  reread: Reread[];
  setAside: SetAside;
}

/** Adds the entries that a list does not have yet. */
export function addNew<T>(list: readonly T[], entries: readonly T[]): T[] {
  const present = new Set(list.map((entry) => JSON.stringify(entry)));
  return [...list, ...entries.filter((entry) => !present.has(JSON.stringify(entry)))];
}

const isOpen = ({ state }: Answer): boolean => state === 'unanswered';

/** Orders answers for choosing the lowest: levels first, then "don't know", then "does not apply". */
const rankOf = (answer: Answer): number => {
  if (answer.state === 'level') return answer.level;
  return answer.state === 'dk' ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER;
};

/** Gives answers, targets and decisions the new ids of their items. */
function renameLists<L extends Lists>(lists: L, newId: (id: string) => string): L {
  return {
    ...lists,
    answers: lists.answers.map((answer) => ({ ...answer, item: newId(answer.item) })),
    targets: lists.targets.map((target) => ({ ...target, item: newId(target.item) })),
    decisions: lists.decisions.map((decision) => ({ ...decision, practice: newId(decision.practice) })),
  };
}

/** Gives everything about a renamed item its new id, including what is set aside. */
function renameItems(state: MigrationState, newId: (id: string) => string): MigrationState {
  const reread = state.reread.map((hint) => ({
    ...hint,
    item: newId(hint.item),
    before: hint.before.item === hint.item ? { ...hint.before, item: newId(hint.before.item) } : hint.before,
  }));
  return { ...renameLists(state, newId), reread, setAside: renameLists(state.setAside, newId) };
}

/** Sets aside the targets and decisions of items whose meaning has changed. */
function setPlansAside(state: MigrationState, isChanged: (id: string) => boolean): MigrationState {
  const { targets, decisions, setAside } = state;
  const [changedTargets, sameTargets] = partition(targets, ({ item }) => isChanged(item));
  const [changedDecisions, sameDecisions] = partition(decisions, ({ practice }) => isChanged(practice));
  return {
    ...state,
    targets: sameTargets,
    decisions: sameDecisions,
    setAside: {
      ...setAside,
      targets: addNew(setAside.targets, changedTargets),
      decisions: addNew(setAside.decisions, changedDecisions),
    },
  };
}

/** Splits a list into the entries that pass a test and those that do not. */
function partition<T>(list: readonly T[], test: (entry: T) => boolean): [passing: T[], failing: T[]] {
  return [list.filter(test), list.filter((entry) => !test(entry))];
}

/** Sets answers aside. */
const setAnswersAside = (setAside: SetAside, answers: readonly Answer[]): SetAside => ({
  ...setAside,
  answers: addNew(setAside.answers, answers),
});

/** Turns the former answers to changed questions into hints, and lists the answers that give none. */
function hintsFrom(
  { kind, from, to }: ItemChange,
  former: readonly Reread[],
): { hints: Reread[]; withoutHint: Answer[] } {
  const [open, answered] = partition(former, ({ before }) => isOpen(before));
  const sources = answered
    .toSorted((a, b) => rankOf(a.before) - rankOf(b.before) || from.indexOf(a.item) - from.indexOf(b.item))
    .map(({ before }) => before);
  const unanswered = open.map(({ before }) => before);
  if (kind === 'same' || kind === 'retired' || kind === 'added')
    return { hints: [], withoutHint: [...unanswered, ...sources] };
  const hintSources = kind === 'merged' ? sources.slice(0, 1) : sources;
  const hintTexts = new Set(hintSources.map((answer) => JSON.stringify(answer)));
  const unused = sources.slice(hintSources.length).filter((answer) => !hintTexts.has(JSON.stringify(answer)));
  return {
    hints: to.flatMap((item) => hintSources.map((before) => ({ item, why: kind, before }))),
    withoutHint: [...unanswered, ...unused],
  };
}

/** Carries answers and plans over one step. */
export function applyStep(state: MigrationState, { items }: MigrationStep): MigrationState {
  const changes = items.filter(({ kind }) => kind !== 'same');
  const changedIds = new Set(changes.flatMap(({ from }) => from));
  const newIds = new Map(
    items.flatMap(({ kind, from, to }) => (kind === 'same' ? [[from[0] ?? '', to[0] ?? '']] : [])),
  );
  const isChanged = ({ item }: { item: string }) => changedIds.has(item);
  const [changedAnswers, sameAnswers] = partition(state.answers, isChanged);
  const [changedRereads, sameRereads] = partition(state.reread, isChanged);
  const former: Reread[] = [
    ...changedAnswers.map((before) => ({ item: before.item, why: 'reworded' as const, before })),
    ...changedRereads,
  ];
  const outcomes = changes.map((change) =>
    hintsFrom(
      change,
      former.filter(({ item }) => change.from.includes(item)),
    ),
  );
  const unchanged = setPlansAside({ ...state, answers: sameAnswers, reread: sameRereads }, (id) => changedIds.has(id));
  const renamed = renameItems(unchanged, (id) => newIds.get(id) ?? id);
  return {
    ...renamed,
    reread: [...renamed.reread, ...outcomes.flatMap(({ hints }) => hints)],
    setAside: setAnswersAside(
      renamed.setAside,
      outcomes.flatMap(({ withoutHint }) => withoutHint),
    ),
  };
}

/** Treats answers to another revision of a question like answers to a reworded one. */
export function settleRevisions(state: MigrationState, pack: PackOutline): MigrationState {
  const revisions = new Map(pack.items.map(({ id, rev }) => [id, rev]));
  const [former, current] = partition(
    state.answers,
    ({ item, rev }) => revisions.has(item) && revisions.get(item) !== rev,
  );
  const changedIds = new Set(former.map(({ item }) => item));
  const unchanged = setPlansAside(state, (id) => changedIds.has(id));
  const [open, answered] = partition(former, isOpen);
  return {
    ...unchanged,
    answers: current,
    reread: [...state.reread, ...answered.map((before): Reread => ({ item: before.item, why: 'rev', before }))],
    setAside: setAnswersAside(unchanged.setAside, open),
  };
}
