import { columns } from '#messages/moves-csv.ts';
import { heldDecision } from '../answers/answers.ts';
import { sayOf } from '../assessment/readings.ts';
import { toPoints } from '../assessment/score.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Move } from '../report/plan.ts';
import type { Report } from '../report/report.ts';
import { capitalise } from '../text/format.ts';
import { nameOf } from '../text/name-of.ts';
import { type CsvSeparator, csvTable } from './csv.ts';
import { type MoveTexts, moveTextOf, moveTitle, placeToLook } from './move-texts.ts';
import type { Wording } from './wording.ts';

/** The columns, in order. Issue trackers import the first five; the rest is for spreadsheets. */
export const moveColumns: readonly string[] = columns;

/** The body of an issue: the current state, the goal, the steps, and how to tell that it is done. */
export function moveDescription(
  move: Move,
  report: Report,
  pack: Pack,
  texts: MoveTexts | undefined,
  { t }: Wording,
): string {
  const { practice, from, goal } = move;
  const item = packIndex(pack).item(practice);
  const text = texts && moveTextOf(move, texts, report.context);
  const place = texts && !text ? `${t('report.look')}: ${placeToLook(texts, report.context)}` : '';
  const lines = [
    from === null || !item
      ? t('report.find-out')
      : `${t('report.now')}: ${capitalise(sayOf(item, from, report.context))}.`,
    goal ? `${t('report.goal')}: ${goal}` : '',
    place,
    text ? `\n${t('report.steps')}:\n${text.steps.map((step) => `* ${step}`).join('\n')}\n` : '',
    text ? `${t('report.done-when')}: ${text.doneWhen}` : '',
    text ? `${t('report.measure')}: ${text.measure}` : '',
    text ? `${t('report.leads')}: ${text.leads}` : '',
    text && texts.waiting ? `${t('report.waiting')}: ${texts.waiting}` : '',
  ];
  return lines.filter(Boolean).join('\n').trim();
}

/**
 * Writes the plan as CSV (RFC 4180) for an issue tracker or a spreadsheet, one row per move, in the order of the plan.
 * Jira: map Title to Summary and the next four by their names; days are `yyyy-MM-dd`. GitHub: Title is the title,
 * Description the body (Markdown), Assignee and Labels as they are.
 * Levels are 0 to 4, scores 0 to 100 as shown, priority and share unrounded. Declined moves are left out, so that
 * nobody imports them.
 * @param texts how to make moves, by practice
 * @param separator for spreadsheets; issue trackers take commas
 */
export function renderMovesCsv(
  report: Report,
  pack: Pack,
  texts: Readonly<Record<string, MoveTexts | undefined>>,
  wording: Wording,
  separator: CsvSeparator = 'comma',
): string {
  const points = (value: number | undefined) => (value === undefined ? null : toPoints(value));
  const rows = report.moves
    .filter(({ decision }) => heldDecision(decision, report.date) !== 'no')
    .map((move) => {
      const variable = packIndex(pack).item(move.practice)?.variable ?? null;
      const { decision, impact } = move;
      return [
        moveTitle(move, report.context, pack, wording.t),
        moveDescription(move, report, pack, texts[move.practice], wording),
        nameOf(decision?.owner) || null,
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
        decision?.until ?? null,
      ];
    });
  return csvTable(moveColumns, rows, separator);
}
