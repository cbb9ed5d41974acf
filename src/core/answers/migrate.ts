import type { PackOutline } from '../model/pack.ts';
import type { MigrationStep } from '../model/pack-schema.ts';
import type { Result } from '../model/result.ts';
import { compareVersions, versionNumbers } from '../model/versions.ts';
import type { Answer, Answers, Previous, Reread } from './answers.ts';
import { idProblems, packProblem, parseShape } from './parse-answers.ts';

type SetAside = NonNullable<Answers['setAside']>;
type Rule = MigrationStep['items'][number];

/** What is carried from version to version. */
interface Load extends Pick<Answers, 'answers' | 'targets' | 'decisions'> {
  reread: Reread[];
  aside: Pick<SetAside, 'answers' | 'targets' | 'decisions' | 'overrides'>;
}

/** Answers to the current pack, and what could not become one. */
export interface Migrated {
  /** The whole file, for the current version; it holds `reread` and `dropped`, too, so that saving loses nothing. */
  answers: Answers;
  /** Former answers as hints to items that have to be read again. */
  reread: Reread[];
  /** Answers that belong to no question any more. */
  dropped: Answer[];
}

const byId = <T extends { item: string } | { practice: string }>(each: T): string =>
  'item' in each ? each.item : each.practice;

/** Adds what is not there yet. */
function addNew<T>(list: readonly T[], more: readonly T[]): T[] {
  const seen = new Set(list.map((each) => JSON.stringify(each)));
  return [...list, ...more.filter((each) => !seen.has(JSON.stringify(each)))];
}

/** For choosing the lower of several answers: levels first, then "don't know", then "does not apply". */
const rank = (answer: Answer): number => {
  if (answer.state === 'level') return answer.level;
  return answer.state === 'dk' ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER;
};

/** Gives everything that follows a plain change of id its new one; what was set aside follows as well. */
function rename(load: Load, newId: (id: string) => string): Load {
  const answer = <T extends Answer>(each: T): T => ({ ...each, item: newId(each.item) });
  const target = <T extends { item: string }>(each: T): T => ({ ...each, item: newId(each.item) });
  const decision = <T extends { practice: string }>(each: T): T => ({ ...each, practice: newId(each.practice) });
  return {
    answers: load.answers.map(answer),
    reread: load.reread.map((hint) => ({
      ...hint,
      item: newId(hint.item),
      before: hint.before.item === hint.item ? answer(hint.before) : hint.before,
    })),
    targets: load.targets.map(target),
    decisions: load.decisions.map(decision),
    aside: {
      ...load.aside,
      answers: load.aside.answers.map(answer),
      targets: load.aside.targets.map(target),
      decisions: load.aside.decisions.map(decision),
    },
  };
}

/** Sets aside the targets and decisions of items whose meaning has changed. */
function withoutPlans(load: Load, changed: (id: string) => boolean): Load {
  const gone = <T extends { item: string } | { practice: string }>(list: readonly T[]) =>
    list.filter((each) => changed(byId(each)));
  const stays = <T extends { item: string } | { practice: string }>(list: readonly T[]) =>
    list.filter((each) => !changed(byId(each)));
  return {
    ...load,
    targets: stays(load.targets),
    decisions: stays(load.decisions),
    aside: {
      ...load.aside,
      targets: addNew(load.aside.targets, gone(load.targets)),
      decisions: addNew(load.aside.decisions, gone(load.decisions)),
    },
  };
}

/** What one change of questions makes of the former answers to them: hints, and what is kept aside. */
function change({ kind, from, to }: Rule, former: readonly Reread[]): { reread: Reread[]; dropped: Answer[] } {
  const given = former
    .filter(({ before }) => before.state !== 'unanswered')
    .toSorted((a, b) => rank(a.before) - rank(b.before) || from.indexOf(a.item) - from.indexOf(b.item));
  const silent = former.filter(({ before }) => before.state === 'unanswered').map(({ before }) => before);
  if (kind === 'same' || kind === 'retired' || kind === 'added')
    return { reread: [], dropped: [...silent, ...given.map(({ before }) => before)] };
  const hints = kind === 'merged' ? given.slice(0, 1) : given;
  const rest = given.slice(hints.length).map(({ before }) => before);
  const hinted = new Set(hints.map(({ before }) => JSON.stringify(before)));
  return {
    reread: to.flatMap((item) => hints.map(({ before }) => ({ item, why: kind, before }))),
    dropped: [...silent, ...rest.filter((each) => !hinted.has(JSON.stringify(each)))],
  };
}

/** Carries everything over one step. */
function applyStep(load: Load, { items }: MigrationStep): Load {
  const changes = items.filter(({ kind }) => kind !== 'same');
  const changed = new Set(changes.flatMap(({ from }) => from));
  const ids = new Map(items.flatMap(({ kind, from, to }) => (kind === 'same' ? [[from[0] ?? '', to[0] ?? '']] : [])));
  const former: Reread[] = [
    ...load.answers.map((before) => ({ item: before.item, why: 'reworded' as const, before })),
    ...load.reread,
  ].filter(({ item }) => changed.has(item));
  const made = changes.map((rule) =>
    change(
      rule,
      former.filter(({ item }) => rule.from.includes(item)),
    ),
  );
  const stays = <T extends { item: string }>(list: readonly T[]) => list.filter(({ item }) => !changed.has(item));
  const rest = withoutPlans({ ...load, answers: stays(load.answers), reread: stays(load.reread) }, (id) =>
    changed.has(id),
  );
  const renamed = rename(rest, (id) => ids.get(id) ?? id);
  return {
    ...renamed,
    reread: [...renamed.reread, ...made.flatMap(({ reread }) => reread)],
    aside: {
      ...renamed.aside,
      answers: addNew(
        renamed.aside.answers,
        made.flatMap(({ dropped }) => dropped),
      ),
    },
  };
}

/** Takes an answer to another revision of a question for an answer to a reworded one. */
function settleRevisions(load: Load, pack: PackOutline): Load {
  const revs = new Map(pack.items.map(({ id, rev }) => [id, rev]));
  const differs = ({ item, rev }: Answer) => revs.has(item) && revs.get(item) !== rev;
  const former = load.answers.filter(differs);
  const changed = new Set(former.map(({ item }) => item));
  const rest = withoutPlans(load, (id) => changed.has(id));
  const given = former.filter(({ state }) => state !== 'unanswered');
  return {
    ...rest,
    answers: load.answers.filter((answer) => !differs(answer)),
    reread: [...load.reread, ...given.map((before): Reread => ({ item: before.item, why: 'rev', before }))],
    aside: {
      ...rest.aside,
      answers: addNew(
        rest.aside.answers,
        former.filter(({ state }) => state === 'unanswered'),
      ),
    },
  };
}

/** Carries over what an earlier assessment said. What belongs to no question any more is let go: a hint to nothing. */
function carryPrevious(
  previous: Previous,
  file: Answers,
  steps: readonly MigrationStep[],
  pack: PackOutline,
): Previous {
  const { answers, reread = [], ...rest } = previous;
  const bare = { ...file, answers, reread, targets: [], decisions: [], overrides: [] };
  const { answers: carried } = migrate(bare, steps, pack);
  const changed = carried.reread ?? [];
  return { ...rest, answers: carried.answers, ...(changed.length > 0 ? { reread: changed } : {}) };
}

/** The steps that lead from an older version to the pack's, in order. */
const stepsFrom = (version: string, pack: PackOutline, steps: readonly MigrationStep[]): MigrationStep[] =>
  steps.filter(({ to }) => compareVersions(to, version) > 0 && compareVersions(to, pack.version) <= 0);

/**
 * Carries answers to an older version of a pack over to the current one. Nothing is lost: every former answer is an
 * answer, a hint to read again, or kept aside. Rules, for each step from the older version to the current one:
 * - `same`, and what no step names: the answer stays, with its target and decision.
 * - `reworded`: the answer becomes a hint. So it does where the revision differs and no step says why.
 * - `split`: the answer becomes a hint to each part.
 * - `merged`: the lowest of the answers becomes the hint, the others are kept aside; a level counts as lower than
 *   "don't know", and that as lower than "does not apply".
 * - `retired`: the answer is kept aside.
 * Targets and decisions of items that are not `same` are kept aside; so are overrides of signals that are gone.
 * A former answer that was left open gives no hint and is kept aside.
 * What an earlier assessment said (`previous`) follows the same rules, but only as hints: what would be kept aside goes.
 * @param answers a file of the right form (`parseShape`) that answers this pack, at this version or an older one
 * @param steps oldest first; those that do not lead from the file's version to the pack's are passed over
 */
export function migrate(answers: Answers, steps: readonly MigrationStep[], pack: PackOutline): Migrated {
  const older = compareVersions(answers.pack.version, pack.version) < 0;
  const signals = new Set(pack.signals.map(({ id }) => id));
  const stays = ({ signal }: { signal: string }) => !older || signals.has(signal);
  const { reread = [], setAside, previous, ...file } = answers;
  const answered = new Set(file.answers.map(({ item }) => item));
  const settled = reread.filter(({ item }) => older && answered.has(item)).map(({ before }) => before);
  const aside = setAside ?? { answers: [], targets: [], decisions: [], overrides: [] };
  const start: Load = {
    answers: file.answers,
    reread: older ? reread.filter(({ item }) => !answered.has(item)) : reread,
    targets: file.targets,
    decisions: file.decisions,
    aside: {
      ...aside,
      answers: addNew(aside.answers, settled),
      overrides: addNew(
        aside.overrides,
        file.overrides.filter((each) => !stays(each)),
      ),
    },
  };
  const end = settleRevisions(stepsFrom(answers.pack.version, pack, steps).reduce(applyStep, start), pack);
  const kept = Object.values(end.aside).some((list) => Array.isArray(list) && list.length > 0);
  return {
    answers: {
      ...file,
      pack: { ...file.pack, version: pack.version },
      answers: end.answers,
      targets: end.targets,
      decisions: end.decisions,
      overrides: file.overrides.filter(stays),
      ...(previous ? { previous: carryPrevious(previous, file, steps, pack) } : {}),
      ...(end.reread.length > 0 || (answers.reread && !older) ? { reread: end.reread } : {}),
      ...(setAside || kept ? { setAside: end.aside } : {}),
    },
    reread: end.reread,
    dropped: end.aside.answers,
  };
}

/**
 * Reads a value, for example parsed JSON, as answers to this pack or to an older version of it, and carries older
 * ones over. A newer version is refused. Bad input gives every problem as a sentence that starts with its place.
 */
export function openAnswers(data: unknown, pack: PackOutline): Result<Answers> {
  const parsed = parseShape(data);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const { version } = value.pack;
  const foreign = packProblem(
    value,
    pack,
    (found) => versionNumbers(found) !== undefined && compareVersions(found, pack.version) <= 0,
  );
  if (foreign !== undefined) return { ok: false, problems: [foreign] };
  const former = stepsFrom(version, pack, pack.migrations).flatMap(({ items }) => items.flatMap(({ from }) => from));
  const older = compareVersions(version, pack.version) < 0;
  const known = older
    ? { ...pack, signals: [...pack.signals, ...value.overrides.map(({ signal: id }) => ({ id }))] }
    : pack;
  const problems = idProblems(value, known, former);
  if (problems.length > 0) return { ok: false, problems };
  const { answers } = migrate(value, pack.migrations, pack);
  const left = idProblems(answers, pack);
  return left.length > 0 ? { ok: false, problems: left } : { ok: true, value: answers };
}
