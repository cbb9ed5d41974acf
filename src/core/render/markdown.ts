import { type Answer, type Answers, answerMap } from '../answers/answers.ts';
import type { VariableScore } from '../assessment/rating.ts';
import { sayOf } from '../assessment/readings.ts';
import { formatPoints } from '../assessment/score.ts';
import { askedAt } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Move } from '../report/plan.ts';
import type { Report } from '../report/report.ts';
import { raisedSignals } from '../report/report-lists.ts';
import type { Translate } from '../text/translate.ts';
import { diagnosisLines } from './diagnosis-lines.ts';
import { escapeAddress, escapeInline, escapeLine } from './escape-markdown.ts';
import { moveFacts } from './move-facts.ts';
import { moveTitle } from './move-texts.ts';
import { promiseLines, promisesHeading } from './promise-texts.ts';
import { basisText, noneText, nothingUnknownText, troubleTexts, type Wording, wordText } from './wording.ts';

function scoreLine(score: VariableScore, pack: Pack, t: Translate): string {
  const { id, point, low, high, known, applicable } = score;
  const points = point === null ? '–' : formatPoints(point);
  const band =
    low === null || high === null ? '–' : t('report.band-range', { low: formatPoints(low), high: formatPoints(high) });
  const { title, variableName } = packIndex(pack);
  const coverage = t('markdown.known', { known, applicable });
  return `| ${variableName(id)} | ${points} | ${band} | ${coverage} | ${wordText(t, score, title)} |`;
}

function moveLine(move: Move, index: number, report: Report, pack: Pack, wording: Wording): string {
  const { t } = wording;
  const { practice, from, goal, stability } = move;
  const item = packIndex(pack).item(practice);
  const next = goal ?? t('report.find-out');
  const now = from === null || !item ? '' : ` ${t('markdown.now', { say: sayOf(item, from, report.context) })}`;
  const facts = moveFacts(move, report, pack, wording).map(escapeInline).join('; ');
  return `${index + 1}. **${moveTitle(move, report.context, pack, t)}** (${facts}): ${next}${now} ${t(`report.stable-${stability.word}`)}.`;
}

/** An answer in words. */
function answerText(item: PackItem, answer: Answer, pack: Pack, t: Translate): string {
  if (answer.state === 'level') return item.anchors[answer.level] ?? '';
  if (answer.state === 'dk') return t('question.dk');
  const { reason } = answer as Answer & { state: 'na' };
  return reason ? t('markdown.na', { reason: escapeInline(packIndex(pack).naReason(reason)) }) : t('question.na');
}

/** One answer in words, with its confidence, evidence and note. */
function answerLine(item: PackItem, answer: Answer, pack: Pack, t: Translate): string {
  const { confidence, evidence, note } = answer;
  const grounds = [
    confidence && t('markdown.confidence', { confidence: t(`print.sure-${confidence}`) }),
    evidence && t('markdown.evidence', { evidence: t(`print.backed-${evidence.kind}`) }),
    evidence?.date,
    evidence?.url && escapeAddress(evidence.url),
  ].filter(Boolean);
  const groundsText = grounds.length > 0 ? ` (${grounds.join(', ')})` : '';
  const noteText = note ? ` ${t('markdown.note', { note: escapeInline(note) })}` : '';
  return `- **${item.title}**: ${answerText(item, answer, pack, t)}.${groundsText}${noteText}`;
}

/** Every answer of a report's depth, in the order of the questions. */
function answerLines(answers: Answers, { depth }: Report, pack: Pack, t: Translate): string[] {
  const answersByItem = answerMap(answers);
  return pack.items.filter(askedAt(depth)).flatMap((item) => {
    const answer = answersByItem.get(item.id);
    return answer ? [answerLine(item, answer, pack, t)] : [];
  });
}

/** A second-level heading and its lines. */
const section = (heading: string, lines: readonly string[]): string[] => [`## ${heading}`, '', ...lines, ''];

/**
 * Writes a report as Markdown for a person to read: diagnosis, scores, signals, moves, what is not known.
 * Every number is the report's own, shown 0 to 100 without decimals.
 * @param t returns the sentences; days stay in ISO format
 * @param answers if present, every answer is listed with its evidence
 */
export function renderMarkdown(report: Report, pack: Pack, t: Translate, answers?: Answers): string {
  const { system, date, depth, moves, promises } = report;
  const isoDays = { t, day: (each: string) => each };
  const texts = packIndex(pack);
  const name = escapeLine(system) || t('report.unnamed');
  const basis = basisText(t, report.basis);
  const unknown = report.unknown.map(({ item }) => texts.title(item));
  const scores = [
    t('markdown.score-head'),
    '| --- | ---: | --- | --- | --- |',
    ...report.variables.map((score) => scoreLine(score, pack, t)),
  ];
  const signals = [
    ...raisedSignals(report).map(({ id, status }) => `- ${texts.signalTitle(id)}: ${t(`report.status-${status}`)}`),
    ...troubleTexts(report).map((text) => `- ${text}`),
  ];
  const lines = [
    `# ${report.verdict}`,
    '',
    date ? t('markdown.title', { system: name, date }) : name,
    '',
    ...diagnosisLines(t, report).flatMap((line) => [line, '']),
    t('markdown.made', {
      depth: [t(`report.depth-${depth}`), date].filter(Boolean).join(', '),
      pack: report.pack.id,
      version: report.pack.version,
    }),
    '',
    ...section(t('markdown.profiles'), [...scores, ...(basis ? ['', basis] : [])]),
    ...section(t('report.signals'), signals.length === 0 ? [noneText(t, 'signals', report)] : signals),
    ...section(
      t('report.moves'),
      moves.length === 0
        ? [noneText(t, 'moves', report)]
        : moves.map((move, index) => moveLine(move, index, report, pack, isoDays)),
    ),
    ...(promises
      ? section(promisesHeading(promises, isoDays), promiseLines(promises, report.context, pack, isoDays))
      : []),
    ...section(t('report.unknown'), [
      unknown.length === 0 ? nothingUnknownText(t, report, pack) : `${unknown.join(', ')}.`,
    ]),
    ...(answers ? section(t('markdown.answers'), answerLines(answers, report, pack, t)) : []),
  ];
  return lines.join('\n');
}
