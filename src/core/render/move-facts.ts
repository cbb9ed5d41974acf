import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Move } from '../report/plan.ts';
import type { Report } from '../report/report.ts';
import { nameOf } from '../text/name-of.ts';
import type { Translate } from '../text/translate.ts';
import { effortText } from './move-texts.ts';
import { signalsText, type Wording } from './wording.ts';

/** What a move eases and what waits for it, in words; empty if nothing does. */
export function easesText(
  t: Translate,
  { eases, neededBy }: Pick<Move, 'eases' | 'neededBy'>,
  report: Pick<Report, 'signals'>,
  pack: Pack,
): string {
  const waiting = neededBy.map(packIndex(pack).title).join(', ');
  return [
    eases.length > 0 ? t('report.eases', { signals: signalsText(t, eases, report, pack) }) : '',
    waiting ? t('report.waits', { practices: waiting }) : '',
  ]
    .filter(Boolean)
    .join('; ');
}

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
