import { statSync } from 'node:fs';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import type { Answers } from '../core/answers/answers.ts';
import { type Pack, packOf } from '../core/model/pack.ts';
import { packIndex } from '../core/model/pack-index.ts';
import { type ItemReliability, type Reliability, reliabilityOf } from '../core/reliability/reliability.ts';
import { type CsvSeparator, csvTable } from '../core/render/csv.ts';
import { fromCaller, separatorOption } from './arguments.ts';
import { type Command, exitCode, exitStatusHelp, formatJson, onlyPositional, refuseCall } from './command.ts';
import { readTeams } from './rollup-read.ts';

const help = `trivium reliability <folder> [--format json|csv] [--separator comma|semicolon]

Describes how well each question measures, from the answers of several people about each of several systems. Reads every
.json file of the folder (one person) and every .jsonl or .ndjson file (one person per line). People belong together if
they name the same system; of one person's files about a system, the earliest counts. For each question it gives
  alpha           Krippendorff's alpha for ordinal values over the systems that two or more people rated: 1 is perfect
                  agreement, 0 is chance; with a 95 % interval from 1000 samples of the systems
  dontKnow        the share of people who do not know; notApplicable: of those for whom it does not apply
  levels          how many people gave each level, 0 to 4
  rest            correlation with the mean of a person's other practices of the same V. Answers about one system
                  depend on each other, so this number has no interval
  retest          where one person answered on two days within a month: pairs, and the shares of levels that are the
                  same and at most one apart
With "--separator semicolon", CSV has semicolons and decimal commas, as German and French spreadsheets expect.
A number that the answers do not define is null, or empty in CSV. Answers to older versions are carried over. None of
these numbers says that the questions measure what they should. ${exitStatusHelp('some answers could not be read')}
`;

/** The columns of the CSV, each with the value of a question. */
const columnsOf = (pack: Pack): readonly (readonly [string, (item: ItemReliability) => string | number | null])[] => [
  ['Question', ({ item }) => item],
  ['Title', ({ item }) => packIndex(pack).title(item)],
  ['V', ({ variable }) => variable],
  ['Systems', ({ systems }) => systems],
  ['Ratings', ({ ratings }) => ratings],
  ['Alpha', ({ alpha }) => alpha],
  ['Alpha from', ({ interval }) => interval?.low ?? null],
  ['Alpha to', ({ interval }) => interval?.high ?? null],
  ['Answers', ({ answers }) => answers],
  ['Do not know', ({ dontKnow }) => dontKnow],
  ['Does not apply', ({ notApplicable }) => notApplicable],
  ...[0, 1, 2, 3, 4].map((level) => [`Level ${level}`, ({ levels }: ItemReliability) => levels[level] ?? 0] as const),
  ['Correlation with the rest', ({ rest }) => rest],
  ['Asked twice', ({ retest }) => retest.pairs],
  ['Same again', ({ retest }) => retest.same],
  ['At most one apart', ({ retest }) => retest.withinOne],
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

/** Reads the answers of a folder, and says on standard error what could not be read. */
async function readAll(folder: string, pack: Pack): Promise<{ answers: Answers[]; problemCount: number }> {
  const answers: Answers[] = [];
  let problemCount = 0;
  for await (const result of readTeams(folder, pack)) {
    if (result.ok) answers.push(result.team.answers);
    else {
      problemCount += 1;
      process.stderr.write(`${result.file}${result.line === null ? '' : `:${result.line}`}: ${result.problem}\n`);
    }
  }
  return { answers, problemCount };
}

/** Says on standard error which answers do not count, and why; nothing if all do. */
function reportSkipped({ unnamed, agreed }: Reliability['skipped']): void {
  if (unnamed > 0) process.stderr.write(`${unnamed} without the name of a system were left out. Name the system.\n`);
  if (agreed > 0)
    process.stderr.write(
      `${agreed} with the agreed answers of several people were left out. Use what each answered.\n`,
    );
}

/** Describes the answers of a pilot. */
export const reliabilityCommand: Command = {
  help,
  options: { format: { values: ['json', 'csv'], fallback: 'json' }, separator: separatorOption },
  async run(call) {
    const folder = onlyPositional(call);
    if (folder === undefined) return refuseCall('Name one folder of answers files. "--help" tells more.');
    const from = fromCaller(folder);
    if (!statSync(from, { throwIfNoEntry: false })?.isDirectory())
      return refuseCall(`Cannot read "${folder}": there is no such folder. Name one that holds answers files.`);
    const pack = packOf(loadKnowledgeBase());
    const { answers, problemCount } = await readAll(from, pack);
    if (answers.length === 0) return refuseCall(`"${folder}" holds no answers. Name a folder with answers files.`);
    const reliability = reliabilityOf(answers, pack);
    reportSkipped(reliability.skipped);
    process.stdout.write(
      call.options['format'] === 'csv'
        ? reliabilityCsv(reliability, pack, call.options['separator'] as CsvSeparator)
        : formatJson(reliability),
    );
    return problemCount > 0 ? exitCode.problems : exitCode.done;
  },
};
