import { type Answer, type Answers, answerMap } from '../answers/answers.ts';
import { isRaised } from '../assessment/signal-status.ts';
import type { StabilityWord } from '../assessment/stability.ts';
import { formatPoints } from '../assessment/verdict.ts';
import { askedAt } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import type { Move, Report } from '../report/report.ts';
import { typed } from './wording.ts';

/** Words for one depth, status or state in running text. */
const plain = (id: string) => id.replaceAll('-', ' ');

function scoreLine(report: Report, pack: Pack): string[] {
  const name = (id: string) => pack.variables.find((variable) => variable.id === id)?.name ?? id;
  return report.variables.map(({ id, point, low, high, known, applicable, word, leaning, except }) => {
    const score = point === null ? '–' : formatPoints(point);
    const band = low === null || high === null ? '–' : `${formatPoints(low)} to ${formatPoints(high)}`;
    const said = `${leaning ? 'leaning ' : ''}${plain(word)}${except.length > 0 ? ` except ${except.join(', ')}` : ''}`;
    return `| ${name(id)} | ${score} | ${band} | ${known} of ${applicable} | ${said} |`;
  });
}

/** How often, before the number of re-weightings. */
const oftenIn: Record<StabilityWord, string> = {
  'hardly-any': 'hardly any of',
  few: 'few of',
  'about-half': 'about half of',
  most: 'most of',
  'nearly-all': 'nearly all of',
  all: 'all',
};

function moveLine(move: Move, index: number, pack: Pack): string {
  const item = pack.items.find(({ id }) => id === move.practice);
  const next = move.to === null ? 'find out where you stand' : `next: ${item?.anchors[move.to]}`;
  const now = move.from === null ? '' : ` Now: ${item?.anchors[move.from]}.`;
  const { word, times, count } = move.stability;
  const stable = `Stays among the first three in ${oftenIn[word]} ${count} re-weightings of our constants (${times}).`;
  const { impact, decision } = move;
  const name = pack.variables.find(({ id }) => id === impact?.variable)?.name;
  const facts = [
    `about ${move.personWeeks} person-week${move.personWeeks === 1 ? '' : 's'}`,
    impact ? `${name} ${formatPoints(impact.before)} → ${formatPoints(impact.after)}` : '',
    decision?.owner ? `owner: ${typed(decision.owner)}` : '',
    decision?.due ? `due: ${decision.due}` : '',
    decision?.decision ? `decided: ${decision.decision}` : '',
  ].filter(Boolean);
  return `${index + 1}. **${item?.title}** (${facts.join(', ')}): ${next}.${now} ${stable}`;
}

/** One answer in words, with its confidence, evidence and note. */
function answerLine(item: PackItem, answer: Answer, pack: Pack): string {
  const { confidence, evidence, note } = answer;
  const reason = answer.state === 'na' ? answer.reason : undefined;
  const because = pack.naReasons.find(({ id }) => id === reason)?.label ?? reason;
  const said =
    answer.state === 'level'
      ? item.anchors[answer.level]
      : answer.state === 'dk'
        ? "I don't know"
        : `Does not apply${because ? `: ${typed(because)}` : ''}`;
  const beside = [
    confidence && `confidence: ${confidence}`,
    evidence && `evidence: ${evidence.kind}`,
    evidence?.date,
    evidence?.url && typed(evidence.url),
  ];
  const grounds = beside.filter(Boolean).join(', ');
  return `- **${item.title}**: ${said}.${grounds ? ` (${grounds})` : ''}${note ? ` Note: ${typed(note)}` : ''}`;
}

/** Every answer of a report's depth, in the order in which the questions are asked. */
function answerLines(answers: Answers, { depth }: Report, pack: Pack): string[] {
  const given = answerMap(answers);
  return pack.items.flatMap((item) => {
    const answer = given.get(item.id);
    return answer && askedAt(depth)(item) ? [answerLine(item, answer, pack)] : [];
  });
}

/**
 * Writes a report as Markdown for a person to read: verdict, scores, signals, moves, what is not known.
 * Every number is the report's own, shown 0 to 100 without decimals.
 * @param answers those of the report; given, every answer is listed, with what stands beside it
 */
export function renderMarkdown(report: Report, pack: Pack, answers?: Answers): string {
  const title = (id: string) => pack.items.find((item) => item.id === id)?.title ?? id;
  const raised = report.signals.filter(({ status }) => isRaised(status));
  const signal = (id: string) => pack.signals.find((each) => each.id === id)?.title ?? id;
  const unknown = report.unknown.map(({ item }) => title(item));
  const lines = [
    `# ${typed(report.system) || 'Unnamed system'}${report.date ? `, report of ${report.date}` : ''}`,
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
    ...(answers ? ['## Answers', '', ...answerLines(answers, report, pack), ''] : []),
  ];
  return lines.join('\n');
}
