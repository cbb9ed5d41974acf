import { formatPoints } from '../assessment/score.ts';
import type { Pack } from '../model/pack.ts';
import { firstMovesOf, type Move, type Report, risksOf } from '../report/report.ts';
import { moveTitle } from './moves-csv.ts';
import { escapeInline, type MoveText, type Wording, wordText } from './wording.ts';

/** Effort, effect, owner and due day of a move, as far as they are known. */
export function moveFacts(move: Move, pack: Pack, { t, day }: Wording): string[] {
  const { impact, decision } = move;
  const name = pack.variables.find(({ id }) => id === impact?.variable)?.name ?? '';
  return [
    t('report.person-weeks', { count: move.personWeeks }),
    impact
      ? t('report.impact-text', {
          variable: name,
          before: formatPoints(impact.before),
          after: formatPoints(impact.after),
        })
      : '',
    decision?.owner ? `${t('report.owner')}: ${decision.owner}` : '',
    decision?.due ? `${t('report.due')}: ${day(decision.due)}` : '',
    decision?.decision ? `${t('report.decide')}: ${t(`report.decide-${decision.decision}`)}` : '',
  ].filter(Boolean);
}

/**
 * A short summary in Markdown, for chat and wiki: verdict, three scores, first risks, first moves, how much is unknown.
 * No table, because chat shows none. Numbers are the report's own, 0 to 100.
 */
export function renderSummary(
  report: Report,
  pack: Pack,
  texts: Readonly<Record<string, MoveText>>,
  words: Wording,
): string {
  const { t, day } = words;
  const { headline } = pack.constants.moves;
  const titleOf = (id: string) => pack.items.find((item) => item.id === id)?.title ?? id;
  const scores = report.variables.map((variable) => {
    const { id, point, low, high, known, applicable } = variable;
    const name = pack.variables.find((each) => each.id === id)?.name ?? id;
    const score =
      point === null || low === null || high === null
        ? ''
        : ` ${t('files.score', { score: formatPoints(point), low: formatPoints(low), high: formatPoints(high) })}`;
    return `- ${name}${score}: ${wordText(t, variable, titleOf)}, ${t('report.known', { known, applicable })}`;
  });
  const risks = risksOf(report, headline).map(({ id, status, override }) => {
    const title = pack.signals.find((each) => each.id === id)?.title ?? id;
    const differs = override === null ? '' : `. ${t('report.overridden', { reason: escapeInline(override) })}`;
    return `- ${title} (${t(`report.status-${status}`)})${differs}`;
  });
  const moves = firstMovesOf(report).map((move, at) => {
    const title = moveTitle(move, pack, texts[move.practice], words);
    return `${at + 1}. ${title} (${moveFacts(move, pack, words).map(escapeInline).join('; ')})`;
  });
  const heading = [escapeInline(report.system || t('report.unnamed')), t(`report.depth-${report.depth}`)];
  return [
    `**${[...heading, report.date ? day(report.date) : ''].filter(Boolean).join(', ')}**`,
    '',
    report.verdict,
    '',
    ...scores,
    '',
    `**${t('report.signals')}**`,
    ...(risks.length > 0 ? risks : [t('report.signals-none')]),
    '',
    `**${t('report.moves')}**`,
    ...(moves.length > 0 ? moves : [t('report.moves-none')]),
    '',
    report.unknown.length > 0 ? t('files.unknown', { count: report.unknown.length }) : t('report.unknown-none'),
    t('files.made', { pack: report.pack.id, version: report.pack.version }),
    '',
  ].join('\n');
}
