import * as messages from '#messages/check-assessment.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { MigrationStep } from '../model/pack-schema.ts';
import { compareVersions } from '../model/versions.ts';
import { checkIds, type ReportProblem } from './check-ids.ts';

const pack = 'assessment/pack.yaml';
const migrations = 'assessment/migrations.yaml';

/** Whether the frozen order has every question once, the targets name practices, and the version is in the changelog. */
export function checkPack(kb: KnowledgeBase, report: ReportProblem): void {
  if (!kb.pack) {
    report(pack, [], messages.noPack);
    return;
  }
  const { order, targets, version, changelog } = kb.pack;
  const items = new Map<string, unknown>([...kb.questions, ...kb.symptoms]);
  checkIds(report, pack, ['order'], order, items, 'question');
  if (!changelog.some((change) => change.version === version))
    report(pack, ['changelog'], messages.noChangelogEntry(version));
  order.forEach((id, index) => {
    if (order.indexOf(id) < index) report(pack, ['order', index], messages.orderTwice(id));
  });
  for (const id of items.keys()) {
    if (!order.includes(id)) report(pack, ['order'], messages.notInOrder(id));
  }
  kb.pack.findings.forEach(({ item }, index) => {
    checkIds(report, pack, ['findings', index, 'item'], item, items, 'question');
  });
  targets.forEach((target, index) => {
    checkIds(report, pack, ['targets', index, 'items'], target.items, kb.questions, 'practice');
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
  { items }: MigrationStep,
  laterChanges: MigrationStep['items'],
  order: readonly string[],
  place: readonly PropertyKey[],
  report: ReportProblem,
) {
  const laterIds = laterChanges.flatMap(({ from }) => from);
  const existingIds = new Map([...order, ...laterIds].map((id) => [id, true]));
  items.forEach(({ kind, from, to }, index) => {
    const changePlace = [...place, 'items', index];
    checkIds(report, migrations, [...changePlace, 'to'], to, existingIds, 'question');
    from.forEach((id, fromIndex) => {
      const returnsLater = laterChanges.some((change) => change.to.includes(id));
      if (kind === 'retired' && order.includes(id) && !returnsLater)
        report(migrations, [...changePlace, 'from', fromIndex], messages.retiredButAsked(id));
    });
  });
  for (const side of ['from', 'to'] as const) {
    const ids = items.flatMap((change) => change[side]);
    for (const id of new Set(ids.filter((sideId, index) => ids.indexOf(sideId) < index)))
      report(migrations, place, messages.inStepTwice(id, side));
  }
}

/** Whether the migration steps follow each other up to the current version, and lead to questions that exist. */
export function checkMigrations(kb: KnowledgeBase, report: ReportProblem): void {
  if (!kb.pack) return;
  const { order, version } = kb.pack;
  kb.migrations.forEach((step, index) => {
    const place = ['steps', index];
    checkVersions(step, kb.migrations[index - 1]?.to, version, (message) => report(migrations, place, message));
    const laterChanges = kb.migrations.slice(index + 1).flatMap(({ items }) => items);
    checkChanges(step, laterChanges, order, place, report);
  });
}
