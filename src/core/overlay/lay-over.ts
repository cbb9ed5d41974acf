import * as messages from '#messages/overlay.ts';
import { kindOf } from '../model/content-kinds.ts';
import { isObject } from '../model/is-object.ts';
import { describeIssues } from '../model/known-keys.ts';
import { fingerprint } from '../model/pack.ts';
import { type Problem, problemAt } from '../model/problem.ts';
import type { SourceFile } from '../model/source-file.ts';
import { carrySample } from './carry-sample.ts';
import { findFixedKeys, findUnraised, fixedFileMessage } from './fixed.ts';
import type { Place } from './merge.ts';
import { mergedFile, overlayOnlyFile } from './merged-file.ts';
import { type OverlayFile, overlayFile } from './overlay-file.ts';
import { pictureNames } from './picture-names.ts';
import { layOrder, questionsIn } from './question-order.ts';
import { findWordingProblems, wordingPath } from './wording.ts';

const packPath = 'assessment/pack.yaml';
const migrationsPath = 'assessment/migrations.yaml';

/** Files of an overlay that are no content: whose it is, how it looks, what the interface says, what can be copied. */
const nonContentPaths = new RegExp(
  `^(overlay\\.yaml|theme\\.yaml|ui/en\\.yaml|templates/[^/]+|pictures/(${pictureNames.join('|')}))$`,
);

const whatIsPossible = messages.possibleFiles(pictureNames.join(', '));

/** An official content with an overlay over it. */
export interface OverlaidContent {
  files: SourceFile[];
  problems: Problem[];
  /** Whose overlay it is; undefined if it does not say so validly. */
  overlay: OverlayFile | undefined;
  /** The official pack under it. */
  official: { id: string; version: string; fingerprint: string };
}

/** Collects problems of the files of an overlay. */
type ReportIn = (file: SourceFile, place: Place, message: string) => void;

const reporterTo =
  (problems: Problem[], folder: string): ReportIn =>
  (file, place, message) => {
    problems.push(problemAt(`${folder}/${file.path}`, file.lineOf(place), place, message));
  };

/** Reads overlay.yaml. An id of the official pack is refused, so that the links and files of the two never mix. */
function readOverlayFile(
  overlayFiles: readonly SourceFile[],
  officialId: unknown,
  report: ReportIn,
): OverlayFile | undefined {
  const file = overlayFiles.find(({ path }) => path === 'overlay.yaml') ?? {
    path: 'overlay.yaml',
    data: undefined,
    lineOf: () => undefined,
  };
  if (file.data === undefined) {
    report(file, [], messages.noOverlayFile);
    return undefined;
  }
  const parsed = overlayFile.safeParse(file.data);
  for (const { place, message } of describeIssues(overlayFile, parsed.error?.issues ?? [], file.data))
    report(file, place, message);
  if (parsed.data?.id !== officialId) return parsed.data;
  report(file, ['id'], messages.officialId(String(officialId)));
  return undefined;
}

/** Whether an overlay may hold a file; reports why not. */
function isAllowed(file: SourceFile, report: ReportIn): boolean {
  const fixedMessage = fixedFileMessage(file.path);
  if (fixedMessage !== undefined) report(file, [], fixedMessage);
  else if (!nonContentPaths.test(file.path) && !kindOf(file.path))
    report(file, [], messages.unreadFile(whatIsPossible));
  return fixedMessage === undefined && (kindOf(file.path) !== undefined || file.path.startsWith('templates/'));
}

/** Files of which an overlay replaces all or nothing. */
const replacedAsWhole = /\.json$|^templates\/|^assessment\/migrations/;

/** Lays one file over its official counterpart and reports what is fixed in it. */
function layFile(base: SourceFile | undefined, fileOver: SourceFile, folder: string, report: ReportIn): SourceFile {
  if (!base || replacedAsWhole.test(fileOver.path)) return overlayOnlyFile(fileOver, folder, base === undefined);
  for (const find of [findFixedKeys, findUnraised])
    for (const { place, message } of find(fileOver.path, base.data, fileOver.data)) report(fileOver, place, message);
  return mergedFile(base, fileOver, folder);
}

/** Every question with its revision. */
const questionsOf = (files: readonly SourceFile[]) =>
  questionsIn(files).map(({ id, data }) => ({ id, rev: data['rev'] }));

/** The official pack, as links name it. */
function officialPack(files: readonly SourceFile[]): OverlaidContent['official'] {
  const pack = files.find(({ path }) => path === packPath);
  const revisions = new Map(questionsOf(files).map(({ id, rev }) => [id, Number(rev)]));
  const order = valueIn(pack, 'order');
  const items = Array.isArray(order) ? order.map((id) => ({ id: String(id), rev: revisions.get(id) ?? 0 })) : [];
  return {
    id: String(valueIn(pack, 'id')),
    version: String(valueIn(pack, 'version')),
    fingerprint: fingerprint(items),
  };
}

/** The pack, with the id and version of the overlay, and its questions in the order. */
function layPack(
  file: SourceFile,
  orders: readonly unknown[],
  files: readonly SourceFile[],
  overlay: OverlayFile,
): SourceFile {
  if (!isObject(file.data)) return file;
  const { id, version, changelog } = overlay;
  const [officialOrder, overlayOrder] = orders;
  return {
    ...file,
    data: { ...file.data, id, version, changelog, order: layOrder(officialOrder, overlayOrder, files) },
  };
}

const valueIn = (file: SourceFile | undefined, key: string): unknown =>
  isObject(file?.data) ? file.data[key] : undefined;

/** What depends on all files at once: the pack, the samples, and the former versions, which another pack does not have. */
function finish(
  files: readonly SourceFile[],
  overlay: OverlayFile | undefined,
  orders: readonly unknown[],
  overlayPaths: ReadonlySet<string>,
): SourceFile[] {
  if (!overlay) return [...files];
  const questions = questionsOf(files);
  return files.map((file) => {
    if (file.path === packPath) return layPack(file, orders, files, overlay);
    if (overlayPaths.has(file.path)) return file;
    if (file.path === migrationsPath) return { ...file, data: { steps: [], packs: [] } };
    return /^samples\/.+\.json$/.test(file.path) ? carrySample(file, overlay, questions) : file;
  });
}

/**
 * Lays the files of an overlay over the official content: what it adds is added, what it holds of an official file
 * replaces that part. Lists everything in it that is fixed, unknown or does not say whose it is.
 * @param folder the folder of the overlay, as the person knows it
 */
export function layOver(
  official: readonly SourceFile[],
  overlayFiles: readonly SourceFile[],
  folder: string,
): OverlaidContent {
  const problems: Problem[] = [];
  const report = reporterTo(problems, folder);
  const officialByPath = new Map(official.map((file) => [file.path, file]));
  const overlay = readOverlayFile(overlayFiles, valueIn(officialByPath.get(packPath), 'id'), report);
  for (const file of overlayFiles.filter(({ path }) => path === wordingPath))
    for (const { place, message } of findWordingProblems(officialByPath.get(wordingPath), file))
      report(file, place, message);
  const overlayByPath = new Map(
    overlayFiles.filter((file) => isAllowed(file, report)).map((file) => [file.path, file]),
  );
  const laidFiles = official.map((file) => {
    const fileOver = overlayByPath.get(file.path);
    return fileOver ? layFile(file, fileOver, folder, report) : file;
  });
  const addedFiles = [...overlayByPath.values()]
    .filter(({ path }) => !officialByPath.has(path))
    .map((file) => layFile(undefined, file, folder, report));
  const orders = [valueIn(officialByPath.get(packPath), 'order'), valueIn(overlayByPath.get(packPath), 'order')];
  const overlayPaths = new Set(overlayByPath.keys());
  return {
    files: finish([...laidFiles, ...addedFiles], overlay, orders, overlayPaths),
    problems,
    overlay,
    official: officialPack(official),
  };
}
