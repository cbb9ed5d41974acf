import type { Pack } from '../assessment/pack.ts';
import { shown } from '../assessment/verdict.ts';
import type { Move, Report } from '../report.ts';
import { oneLine } from './summary.ts';

/** Words for one depth, status or state in running text. */
const plain = (id: string) => id.replaceAll('-', ' ');

function scoreLine(report: Report, pack: Pack): string[] {
  const name = (id: string) => pack.variables.find((variable) => variable.id === id)?.name ?? id;
  return report.variables.map(({ id, point, low, high, known, applicable, word, leaning, except }) => {
    const score = point === null ? '–' : shown(point);
    const band = low === null || high === null ? '–' : `${shown(low)} to ${shown(high)}`;
    const said = `${leaning ? 'leaning ' : ''}${plain(word)}${except.length > 0 ? ` except ${except.join(', ')}` : ''}`;
    return `| ${name(id)} | ${score} | ${band} | ${known} of ${applicable} | ${said} |`;
  });
}

function moveLine(move: Move, index: number, pack: Pack): string {
  const item = pack.items.find(({ id }) => id === move.practice);
  const next = move.to === null ? 'find out where you stand' : `next: ${item?.anchors[move.to]}`;
  const now = move.from === null ? '' : ` Now: ${item?.anchors[move.from]}.`;
  const { impact, decision } = move;
  const name = pack.variables.find(({ id }) => id === impact?.variable)?.name;
  const facts = [
    `about ${move.personWeeks} person-week${move.personWeeks === 1 ? '' : 's'}`,
    impact ? `${name} ${shown(impact.before)} → ${shown(impact.after)}` : '',
    decision?.owner ? `owner: ${oneLine(decision.owner)}` : '',
    decision?.due ? `due: ${decision.due}` : '',
    decision?.decision ? `decided: ${decision.decision}` : '',
  ].filter(Boolean);
  return `${index + 1}. **${item?.title}** (${facts.join(', ')}): ${next}.${now}`;
}

/**
 * Writes a report as Markdown for a person to read: verdict, scores, signals, moves, what is not known.
 * Every number is the report's own, shown 0 to 100 without decimals.
 */
export function renderMarkdown(report: Report, pack: Pack): string {
  const title = (id: string) => pack.items.find((item) => item.id === id)?.title ?? id;
  const raised = report.signals.filter(({ status }) => ['likely', 'exposed', 'possible'].includes(status));
  const signal = (id: string) => pack.signals.find((each) => each.id === id)?.title ?? id;
  const unknown = report.unknown.map(({ item }) => title(item));
  const lines = [
    `# ${oneLine(report.system) || 'Unnamed system'}`,
    '',
    `${report.verdict}`,
    '',
    `${report.depth === 'quick' ? 'Quick check' : 'Full assessment'}${report.date ? `, ${report.date}` : ''}. Pack ${report.pack.id} ${report.pack.version}.`,
    '',
    '## Profiles',
    '',
    '| | Score | Band | Known | Word |',
    '| --- | ---: | --- | --- | --- |',
    ...scoreLine(report, pack),
    '',
    '## Signals of trouble',
    '',
    ...(raised.length === 0 ? ['None raised.'] : raised.map(({ id, status }) => `- ${signal(id)}: ${plain(status)}`)),
    '',
    '## Next moves',
    '',
    ...(report.moves.length === 0
      ? ['No move above the threshold.']
      : report.moves.map((move, index) => moveLine(move, index, pack))),
    '',
    '## What is not known',
    '',
    unknown.length === 0 ? 'Everything was answered.' : `${unknown.join(', ')}.`,
    '',
  ];
  return lines.join('\n');
}
