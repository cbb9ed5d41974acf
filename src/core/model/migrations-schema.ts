import { z } from 'zod';
import * as messages from '#messages/content-model.ts';
import { id, packVersion } from './vocabulary.ts';

/** How many ids each kind of change has in `from` and `to`. */
const idCounts = {
  same: { from: 'one', to: 'one' },
  reworded: { from: 'one', to: 'one' },
  split: { from: 'one', to: 'many' },
  merged: { from: 'many', to: 'one' },
  retired: { from: 'some', to: 'none' },
  added: { from: 'none', to: 'some' },
} as const;
/** Whether a number of ids has the right count; `many` is two or more. */
const hasCount = {
  none: (n: number) => n === 0,
  one: (n: number) => n === 1,
  some: (n: number) => n > 0,
  many: (n: number) => n > 1,
};

/** How some questions changed from one version of the pack to a later one. */
const itemChange = z
  .strictObject({
    kind: z.enum(['same', 'reworded', 'split', 'merged', 'retired', 'added']),
    from: z.array(id),
    to: z.array(id),
  })
  .superRefine(({ kind, from, to }, context) => {
    const { from: fromCount, to: toCount } = idCounts[kind];
    if (hasCount[fromCount](from.length) && hasCount[toCount](to.length)) return;
    context.addIssue({
      code: 'custom',
      message: messages.wrongCounts(kind, fromCount, toCount),
    });
  });

/** content/assessment/migrations.yaml: how to carry answers to older versions over, oldest step first. */
export const migrationsFile = z.strictObject({
  steps: z.array(z.strictObject({ from: packVersion, to: packVersion, items: z.array(itemChange) })),
  /** Older released versions, for reading their links: ids and revisions in their frozen order. */
  packs: z
    .array(
      z.strictObject({
        version: packVersion,
        items: z.array(z.strictObject({ id, rev: z.int().min(1) })).min(1),
        naReasons: z.array(z.strictObject({ id })).min(1),
        /** In the pack of an overlay: the hash of its numbers, as `trivium questions` prints it. */
        numbers: z.string().optional(),
      }),
    )
    .default([]),
});
