import type { PromiseOutcome } from '../assessment/promises.ts';
import { isolate } from '../text/isolate.ts';
import { nameOf } from '../text/name-of.ts';
import type { Wording } from './wording.ts';

/** Who promised a move and until when. */
export function promiseFacts(
  { owner, due, isOverdue }: Pick<PromiseOutcome, 'owner' | 'due' | 'isOverdue'>,
  { t, day }: Wording,
): string {
  const dueText = isOverdue ? 'promises.was-due' : 'promises.due';
  return [isolate(nameOf(owner)), due ? t(dueText, { due: day(due) }) : t('promises.no-due')]
    .filter(Boolean)
    .join(', ');
}
