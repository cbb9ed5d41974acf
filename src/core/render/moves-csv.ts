import { toPoints } from '../assessment/score.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Move, Report } from '../report/report.ts';
import { csvTable } from './csv.ts';
import { type MoveText, stepsOf, type Wording } from './wording.ts';

/** The columns, in order. Issue trackers import the first six; the rest is for spreadsheets. */
export const moveColumns = [
  'Title', 'Description', 'Assignee', 'Due date', 'Labels', 'Estimate in person-weeks',
  'Practice', 'Kind', 'Level now', 'Next level', 'Target level', 'V', 'Score before', 'Score after',
  'Priority', 'Share among the first three', 'Decision', 'Reason',
] as const; // biome-ignore format: one list

/** The body of an issue: the current level, the next anchor, the steps, and how to tell that it is done. */
function description(move: Move, pack: Pack, text: MoveText | undefined, { t }: Wording): string {
  const { practice, from, to } = move;
  const { anchor } = packIndex(pack);
  const { how } = text ?? {};
  const lines = [
    from === null ? t('report.find-out') : `${t('report.you-said')}: ${anchor(practice, from)}`,
    to === null ? '' : `${t('report.next-anchor')}: ${anchor(practice, to)}`,
    how ? `\n${t('report.steps')}:\n${stepsOf(move, how).map((step) => `- ${step}`).join('\n')}\n` : '',
    how ? `${t('report.done-when')}: ${how.doneWhen}` : '',
    text ? `${t('report.measure')}: ${text.measure}` : '',
    text ? `${t('report.leads')}: ${text.leads}` : '',
    how ? `${t('report.waiting')}: ${how.waiting}` : '',
  ]; // biome-ignore format: one line each
  return lines.filter(Boolean).join('\n').trim();
}

/** The title of a move, as for an issue. */
export function moveTitle(move: Move, pack: Pack, text: MoveText | undefined, { t }: Wording): string {
  const title = packIndex(pack).title(move.practice);
  return move.kind === 'find-out' ? t('report.find-out-title', { title }) : (text?.title ?? title);
}

/**
 * Writes the plan as CSV (RFC 4180) for an issue tracker or a spreadsheet, one row per move, in the order of the plan.
 * Jira: map Title to Summary and the next four by their names; days are `yyyy-MM-dd`. GitHub: Title is the title,
 * Description the body (Markdown), Assignee and Labels as they are.
 * Levels are 0 to 4, scores 0 to 100 as shown, priority and share unrounded. Declined moves are left out, so that
 * nobody imports them.
 * @param texts the texts of moves, by practice
 */
export function renderMovesCsv(
  report: Report,
  pack: Pack,
  texts: Readonly<Record<string, MoveText>>,
  wording: Wording,
): string {
  const points = (value: number | undefined) => (value === undefined ? null : toPoints(value));
  const rows = report.moves
    .filter(({ decision }) => decision?.decision !== 'no')
    .map((move) => {
      const variable = packIndex(pack).item(move.practice)?.variable ?? null;
      const text = texts[move.practice];
      const { decision, impact } = move;
      return [
        moveTitle(move, pack, text, wording),
        description(move, pack, text, wording),
        decision?.owner ?? null,
        decision?.due ?? null,
        `trivium ${variable ?? ''}`.trim(),
        move.personWeeks,
        move.practice,
        move.kind,
        move.from,
        move.to,
        move.target,
        variable,
        points(impact?.before),
        points(impact?.after),
        move.priority,
        move.firstThreeShare,
        decision?.decision ?? null,
        decision?.reason ?? null,
      ];
    });
  return csvTable(moveColumns, rows);
}
