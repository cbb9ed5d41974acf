import * as messages from '#messages/check-assessment.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { MigrationStep } from '../model/pack-schema.ts';
import { type Problem, placeOf } from '../model/problem.ts';
import { shownPath } from '../model/source-file.ts';
import { compareVersions } from '../model/versions.ts';
import { checkIds, type ReportProblem } from './check-ids.ts';

/** Reports a problem at a place in one file. */
type ReportInFile = (place: readonly PropertyKey[], message: string) => void;

const reporterOf =
  (kb: KnowledgeBase, owner: 'pack' | 'migrations', problems: Problem[]): ReportInFile =>
  (place, message) => {
    const file = kb.origins.get(owner)?.file;
    const line = file?.lineOf(place);
    const path = file ? shownPath(file, place) : `content/assessment/${owner}.yaml`;
    problems.push({ file: path, ...(line === undefined ? {} : { line }), place: placeOf(place), message });
  };

/** Takes dead references as problems of a file, except those to ids of refused files. */
const forIds =
  (kb: KnowledgeBase, report: ReportInFile): ReportProblem =>
  (_owner, place, message, id = '') => {
    if (!kb.refused.has(id)) report(place, message);
  };

/** Whether the frozen order has every question once, the targets name practices, and the version is in the changelog. */
export function checkPack(kb: KnowledgeBase, problems: Problem[]): void {
  const report = reporterOf(kb, 'pack', problems);
  if (!kb.pack) {
    report([], messages.noPack);
    return;
  }
  const { order, targets, version, changelog } = kb.pack;
  const items = new Map<string, unknown>([...kb.questions, ...kb.symptoms]);
  checkIds(forIds(kb, report), '', ['order'], order, items, 'question');
  if (!changelog.some((change) => change.version === version))
    report(['changelog'], messages.noChangelogEntry(version));
  order.forEach((id, index) => {
    if (order.indexOf(id) < index) report(['order', index], messages.orderTwice(id));
  });
  for (const id of items.keys()) {
    if (!order.includes(id)) report(['order'], messages.notInOrder(id));
  }
  kb.pack.findings.forEach(({ item }, index) => {
    checkIds(forIds(kb, report), '', ['findings', index, 'item'], item, items, 'question');
  });
  targets.forEach((target, index) => {
    checkIds(forIds(kb, report), '', ['targets', index, 'items'], target.items, kb.questions, 'practice');
  });
}

/** Whether a step leads from an older version to a newer one, after the step before it and not beyond the pack. */
function checkVersions(
  { from, to }: MigrationStep,
  previousTo: string | undefined,
  version: string,
  report: (message: string) => void,
) {
  if (compareVersions(from, to) >= 0) report(messages.stepNotForward(from, to));
  if (previousTo !== undefined && compareVersions(previousTo, from) > 0)
    report(messages.stepsNotInOrder(previousTo, from));
  if (compareVersions(to, version) > 0) report(messages.stepToOtherVersion(to, version));
}

/** Whether the changes of a step lead to questions that exist, now or until a later step, and each id changes once. */
function checkChanges(
  kb: KnowledgeBase,
  { items }: MigrationStep,
  laterChanges: MigrationStep['items'],
  order: readonly string[],
  place: readonly PropertyKey[],
  report: ReportInFile,
) {
  const laterIds = laterChanges.flatMap(({ from }) => from);
  const existingIds = new Map([...order, ...laterIds].map((id) => [id, true]));
  items.forEach(({ kind, from, to }, index) => {
    const changePlace = [...place, 'items', index];
    checkIds(forIds(kb, report), '', [...changePlace, 'to'], to, existingIds, 'question');
    from.forEach((id, fromIndex) => {
      const returnsLater = laterChanges.some((change) => change.to.includes(id));
      if (kind === 'retired' && order.includes(id) && !returnsLater)
        report([...changePlace, 'from', fromIndex], messages.retiredButAsked(id));
    });
  });
  for (const side of ['from', 'to'] as const) {
    const ids = items.flatMap((change) => change[side]);
    for (const id of new Set(ids.filter((sideId, index) => ids.indexOf(sideId) < index)))
      report(place, messages.inStepTwice(id, side));
  }
}

/** Whether the migration steps follow each other up to the current version, and lead to questions that exist. */
export function checkMigrations(kb: KnowledgeBase, problems: Problem[]): void {
  if (!kb.pack) return;
  const { order, version } = kb.pack;
  const report = reporterOf(kb, 'migrations', problems);
  kb.migrations.forEach((step, index) => {
    const place = ['steps', index];
    checkVersions(step, kb.migrations[index - 1]?.to, version, (message) => report(place, message));
    const laterChanges = kb.migrations.slice(index + 1).flatMap(({ items }) => items);
    checkChanges(kb, step, laterChanges, order, place, report);
  });
}
