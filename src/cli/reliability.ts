import { statSync } from 'node:fs';
import * as messages from '#messages/cli-rollup.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { language, t } from '../build/strings.ts';
import type { Answers } from '../core/answers/answers.ts';
import { levels } from '../core/answers/levels.ts';
import { type Pack, packOf } from '../core/model/pack.ts';
import { packIndex } from '../core/model/pack-index.ts';
import { type ItemReliability, type Reliability, reliabilityOf } from '../core/reliability/reliability.ts';
import { type CsvSeparator, csvTable } from '../core/render/csv.ts';
import { renderReliability } from '../core/render/reliability-html.ts';
import { replaceControls } from '../core/text/printable.ts';
import { type Call, fromCaller, separatorOption } from './arguments.ts';
import { type Command, exitCode, formatJson, onlyPositional, refuseCall } from './command.ts';
import { readTeams } from './rollup-read.ts';

/** The columns of the CSV, each with the value of a question. */
const columnsOf = (pack: Pack): readonly (readonly [string, (item: ItemReliability) => string | number | null])[] => [
  [messages.columnQuestion, ({ item }) => item],
  [messages.columnTitle, ({ item }) => packIndex(pack).title(item)],
  ['V', ({ variable }) => variable],
  [messages.columnSystems, ({ systems }) => systems],
  [messages.columnRatings, ({ ratings }) => ratings],
  [messages.columnAlpha, ({ alpha }) => alpha],
  [messages.columnAlphaFrom, ({ interval }) => interval?.low ?? null],
  [messages.columnAlphaTo, ({ interval }) => interval?.high ?? null],
  [messages.columnAnswers, ({ answers }) => answers],
  [messages.columnDontKnow, ({ dontKnow }) => dontKnow],
  [messages.columnNotApplicable, ({ notApplicable }) => notApplicable],
  ...levels.map(
    (level) => [messages.columnLevel(level), ({ levels: counts }: ItemReliability) => counts[level] ?? 0] as const,
  ),
  [messages.columnRest, ({ rest }) => rest],
  [messages.columnAskedTwice, ({ retest }) => retest.pairs],
  [messages.columnSame, ({ retest }) => retest.same],
  [messages.columnWithinOne, ({ retest }) => retest.withinOne],
];

/** Writes the numbers of every question as CSV, one row each. */
function reliabilityCsv({ items }: Reliability, pack: Pack, separator: CsvSeparator): string {
  const columns = columnsOf(pack);
  return csvTable(
    columns.map(([name]) => name),
    items.map((item) => columns.map(([, cellOf]) => cellOf(item))),
    separator,
  );
}

/** Writes the numbers in the format that the caller has chosen. */
function formatReliability(reliability: Reliability, pack: Pack, { options }: Call): string {
  if (options['format'] === 'csv') return reliabilityCsv(reliability, pack, options['separator'] as CsvSeparator);
  return options['format'] === 'html' ? renderReliability(reliability, pack, t, language) : formatJson(reliability);
}

/** Reads the answers of a folder, and says on standard error what could not be read. */
async function readAll(folder: string, pack: Pack): Promise<{ answers: Answers[]; problemCount: number }> {
  const answers: Answers[] = [];
  let problemCount = 0;
  for await (const result of readTeams(folder, pack)) {
    if (result.ok) answers.push(result.team.answers);
    else {
      problemCount += 1;
      const place = `${result.file}${result.line === null ? '' : `:${result.line}`}`;
      process.stderr.write(`${replaceControls(`${place}: ${result.problem}`)}\n`);
    }
  }
  return { answers, problemCount };
}

/** Says on standard error which answers do not count, and why; nothing if all do. */
function reportSkipped({ unnamed, agreed }: Reliability['skipped']): void {
  if (unnamed > 0) process.stderr.write(messages.withoutSystem(unnamed));
  if (agreed > 0) process.stderr.write(messages.agreedAnswers(agreed));
}

/** Describes the answers of a pilot. */
export const reliabilityCommand: Command = {
  help: messages.reliabilityHelp,
  options: { format: { values: ['json', 'csv', 'html'], fallback: 'json' }, separator: separatorOption },
  async run(call) {
    const folder = onlyPositional(call);
    if (folder === undefined) return refuseCall(messages.reliabilityUsage);
    const from = fromCaller(folder);
    if (!statSync(from, { throwIfNoEntry: false })?.isDirectory()) return refuseCall(messages.noAnswersFolder(folder));
    const pack = packOf(loadKnowledgeBase());
    const { answers, problemCount } = await readAll(from, pack);
    if (answers.length === 0) return refuseCall(messages.noAnswers(folder));
    const reliability = reliabilityOf(answers, pack);
    reportSkipped(reliability.skipped);
    process.stdout.write(formatReliability(reliability, pack, call));
    return problemCount > 0 ? exitCode.problems : exitCode.done;
  },
};
