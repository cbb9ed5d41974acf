import type { PackOutline } from '../model/pack.ts';
import type { MigrationStep } from '../model/pack-schema.ts';
import { failure, type Result, success } from '../model/result.ts';
import { compareVersions, versionNumbers } from '../model/versions.ts';
import { withoutUndefined } from '../model/without-undefined.ts';
import type { Answers, Previous, Reread } from './answers.ts';
import { type FieldProblem, labelProblem, packProblem } from './file-format.ts';
import { addNew, applyStep, type MigrationState, type SetAside, settleRevisions } from './migration-step.ts';
import { idProblems, parseShape } from './parse-answers.ts';

/** Answers to the current pack, and former answers that need a look. */
export interface MigratedAnswers {
  /** The whole file for the current version. It includes `reread` and what is set aside, so saving it loses nothing. */
  answers: Answers;
  /** Former answers as hints to items that have to be read again. */
  reread: Reread[];
}

/**
 * Carries the previous assessment over. Drops answers and targets of questions that no longer exist, but keeps what the
 * team had promised, so that a report can say that it cannot be compared.
 */
function carryPrevious(
  previous: Previous,
  file: Answers,
  steps: readonly MigrationStep[],
  pack: PackOutline,
): Previous {
  const { answers, reread = [], decisions, targets, ...rest } = previous;
  const asFile = { ...file, answers, reread, targets: targets ?? [], decisions: decisions ?? [], overrides: [] };
  const { answers: carried } = migrate(asFile, steps, pack);
  const rereads = carried.reread ?? [];
  return {
    ...rest,
    answers: carried.answers,
    ...withoutUndefined({
      reread: rereads.length > 0 ? rereads : undefined,
      decisions: decisions && [...carried.decisions, ...(carried.setAside?.decisions ?? [])],
      targets: targets && carried.targets,
    }),
  };
}

/** The steps that lead from an older version to the pack's, in order. */
export const migrationSteps = (
  version: string,
  pack: PackOutline,
  steps: readonly MigrationStep[] = pack.migrations,
): MigrationStep[] =>
  steps.filter(({ to }) => compareVersions(to, version) > 0 && compareVersions(to, pack.version) <= 0);

const isOlder = ({ pack: { version } }: Answers, pack: PackOutline): boolean =>
  compareVersions(version, pack.version) < 0;

/** Where a migration starts: hints that have been answered since, and overrides of lost signals, are set aside. */
function initialState(answers: Answers, pack: PackOutline, lostOverrides: Answers['overrides']): MigrationState {
  const { reread = [], targets, decisions } = answers;
  const setAside: SetAside = answers.setAside ?? { answers: [], targets: [], decisions: [], overrides: [] };
  const answeredItems = new Set(answers.answers.map(({ item }) => item));
  const isSettled = ({ item }: Reread) => isOlder(answers, pack) && answeredItems.has(item);
  return {
    answers: answers.answers,
    reread: reread.filter((hint) => !isSettled(hint)),
    targets,
    decisions,
    setAside: {
      ...setAside,
      answers: addNew(
        setAside.answers,
        reread.filter(isSettled).map(({ before }) => before),
      ),
      overrides: addNew(setAside.overrides, lostOverrides),
    },
  };
}

/**
 * Carries answers to an older version of a pack over to the current one. Nothing is lost: every former answer stays an
 * answer, becomes a hint, or is set aside. The rules, for each step from the older version to the current one:
 * - `same`, and items that no step names: the answer stays, with its target and decision.
 * - `reworded`: the answer becomes a hint. The same happens if the revision differs and no step says why.
 * - `split`: the answer becomes a hint to each part.
 * - `merged`: the lowest of the answers becomes the hint, the others are set aside; a level counts as lower than
 *   "don't know", and that as lower than "does not apply".
 * - `retired`: the answer is set aside.
 * Targets and decisions of items that are not `same` are set aside; so are overrides of signals that no longer exist.
 * A former answer that was left open gives no hint and is set aside.
 * The previous assessment (`previous`) follows the same rules, as hints only: what would be set aside is dropped.
 * @param answers a file of the right form (`parseShape`) that answers this pack, at this version or an older one
 * @param steps oldest first; steps outside the range from the file's version to the pack's are ignored
 */
export function migrate(answers: Answers, steps: readonly MigrationStep[], pack: PackOutline): MigratedAnswers {
  const isFromOlderPack = isOlder(answers, pack);
  const signalIds = new Set(pack.signals.map(({ id }) => id));
  const isLost = ({ signal }: { signal: string }) => isFromOlderPack && !signalIds.has(signal);
  const { reread: _, setAside, previous, ...file } = answers;
  const start = initialState(answers, pack, file.overrides.filter(isLost));
  const end = settleRevisions(migrationSteps(file.pack.version, pack, steps).reduce(applyStep, start), pack);
  const hasRereads = end.reread.length > 0 || (answers.reread !== undefined && !isFromOlderPack);
  const hasSetAside = setAside !== undefined || Object.values(end.setAside).some((list) => list.length > 0);
  return {
    answers: {
      ...file,
      pack: { ...file.pack, version: pack.version },
      answers: end.answers,
      targets: end.targets,
      decisions: end.decisions,
      overrides: file.overrides.filter((override) => !isLost(override)),
      ...withoutUndefined({
        previous: previous && carryPrevious(previous, file, steps, pack),
        reread: hasRereads ? end.reread : undefined,
        setAside: hasSetAside ? end.setAside : undefined,
      }),
    },
    reread: end.reread,
  };
}

/** A pack that also knows the signals which answers to an older version override: `migrate` sets the lost ones aside. */
const withOverriddenSignals = (pack: PackOutline, { overrides }: Answers): PackOutline => ({
  ...pack,
  signals: [...pack.signals, ...overrides.map(({ signal: id }) => ({ id }))],
});

/** The problem if a file belongs to another pack, or to a newer version of this one. */
export const packProblemBefore = (file: Pick<Answers, 'pack'>, pack: PackOutline): string | undefined =>
  packProblem(
    file,
    pack,
    (version) => versionNumbers(version) !== undefined && compareVersions(version, pack.version) <= 0,
  );

/** Unknown ids and revisions, which prevent answers to this version of the pack or an older one from being migrated. */
export function idProblemsBefore(answers: Answers, pack: PackOutline): FieldProblem[] {
  const steps = migrationSteps(answers.pack.version, pack);
  const formerIds = steps.flatMap(({ items }) => items.flatMap(({ from }) => from));
  return idProblems(answers, isOlder(answers, pack) ? withOverriddenSignals(pack, answers) : pack, formerIds);
}

/**
 * Reads a value, for example parsed JSON, as answers to this pack or to an older version of it, and carries older
 * answers over. A newer version is refused. Bad input gives every problem as a sentence that starts with its place.
 */
export function openAnswers(data: unknown, pack: PackOutline): Result<Answers> {
  const parsed = parseShape(data);
  if (!parsed.ok) return parsed;
  const otherPack = packProblemBefore(parsed.value, pack);
  if (otherPack !== undefined) return failure(otherPack);
  const before = idProblemsBefore(parsed.value, pack);
  if (before.length > 0) return failure(...before.map(labelProblem));
  const { answers } = migrate(parsed.value, pack.migrations, pack);
  const after = idProblems(answers, pack);
  return after.length > 0 ? failure(...after.map(labelProblem)) : success(answers);
}
