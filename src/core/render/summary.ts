import { formatPoints } from '../assessment/score.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Report } from '../report/report.ts';
import { firstMovesOf, placeOf, risksOf } from '../report/summary-lists.ts';
import { diagnosisLines } from './diagnosis-lines.ts';
import { escapeInline, escapeLine } from './escape-markdown.ts';
import { moveFacts } from './move-facts.ts';
import { moveTitle } from './move-texts.ts';
import { promiseLines, promisesHeading } from './promise-texts.ts';
import { noneText, nothingUnknownText, type Wording, wordText } from './wording.ts';

/** What became of what was promised; nothing if nothing was. */
const promiseSection = ({ promises, context }: Report, pack: Pack, wording: Wording): string[] =>
  promises ? ['', `**${promisesHeading(promises, wording)}**`, ...promiseLines(promises, context, pack, wording)] : [];

/**
 * Writes a short summary in Markdown, for chat and wiki: diagnosis, three scores, first risks, first moves, and how much
 * is unknown. It has no table, since chat shows none. Numbers are the report's own, 0 to 100.
 */
export function renderSummary(report: Report, pack: Pack, wording: Wording): string {
  const { t, day } = wording;
  const { headline } = pack.constants.moves;
  const { title, variableName, signalTitle } = packIndex(pack);
  const scores = report.variables.map((variable) => {
    const { id, point, low, high, known, applicable } = variable;
    const score =
      point === null || low === null || high === null
        ? ''
        : ` ${t('files.score', { score: formatPoints(point), low: formatPoints(low), high: formatPoints(high) })}`;
    return `- ${variableName(id)}${score}: ${wordText(t, variable, title)}, ${t('report.known', { known, applicable })}`;
  });
  const risks = risksOf(report, headline).map(({ id, status, override }) => {
    const remark = override === null ? '' : `. ${t('report.overridden', { reason: escapeInline(override) })}`;
    return `- ${signalTitle(id)} (${t(`report.status-${status}`)})${remark}`;
  });
  const moves = firstMovesOf(report).map((move) => {
    const heading = moveTitle(move, report.context, pack, t);
    return `${placeOf(report, move.practice)}. ${heading} (${moveFacts(move, report, pack, wording).map(escapeInline).join('; ')})`;
  });
  const titleParts = [escapeLine(report.system || t('report.unnamed')), t(`report.depth-${report.depth}`)];
  return [
    `**${report.verdict}**`,
    '',
    [...titleParts, report.date ? day(report.date) : ''].filter(Boolean).join(', '),
    '',
    ...diagnosisLines(t, report).map((line) => `- ${line}`),
    '',
    ...scores,
    '',
    `**${t('report.signals')}**`,
    ...(risks.length > 0 ? risks : [noneText(t, 'signals', report)]),
    '',
    `**${t('report.moves')}**`,
    ...(moves.length > 0 ? moves : [noneText(t, 'moves', report)]),
    ...promiseSection(report, pack, wording),
    '',
    report.unknown.length > 0
      ? t('files.unknown', { count: report.unknown.length })
      : nothingUnknownText(t, report, pack),
    t('files.made', { pack: report.pack.id, version: report.pack.version }),
    '',
  ].join('\n');
}
