import type { Pack } from '../model/pack.ts';
import type { Move } from '../report/plan.ts';
import type { Report } from '../report/report.ts';
import { nameOf } from '../text/name-of.ts';
import { effortText } from './move-texts.ts';
import { easesText, type Wording } from './wording.ts';

/** Effort, what it eases, owner, due day and decision of a move, as far as they are known; not escaped. */
export function moveFacts(move: Move, report: Pick<Report, 'signals'>, pack: Pack, { t, day }: Wording): string[] {
  const { owner, due, decision, until } = move.decision ?? {};
  return [
    effortText(t, move),
    easesText(t, move, report, pack),
    nameOf(owner) ? t('markdown.owner', { owner: nameOf(owner) }) : '',
    due ? t('markdown.due', { due: day(due) }) : '',
    decision ? t('markdown.decided', { decision: t(`report.decide-${decision}`) }) : '',
    until ? t('markdown.until', { until: day(until) }) : '',
  ].filter(Boolean);
}
