// The public names of the package. docs/library.md shows each with an example, and tests/package runs the examples.
import { noAddress } from '#messages/cli-answers.ts';
import * as messages from '#messages/package.ts';
import { entryMarkdown as markdownOf } from '../build/entry-markdown.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { pack as ownPack } from '../build/pack.ts';
import { lengthProblem, openAddress } from '../cli/link.ts';
import { formatReport as formatWithPack, reportFormats, reportOf } from '../cli/report-formats.ts';
import { entryFinder, type FoundEntry } from '../cli/search.ts';
import type { Answers } from '../core/answers/answers.ts';
import { openAnswers } from '../core/answers/migrate.ts';
import { type Comparison, compare as compareWithPack } from '../core/assessment/compare.ts';
import { type Merge, mergeRespondents } from '../core/assessment/respondents.ts';
import { readAnswers as readWithPack } from '../core/link/read-answers.ts';
import type { LinkParts } from '../core/link/redact.ts';
import { writeLink as writeCode } from '../core/link/write-link.ts';
import type { Depth } from '../core/model/ids.ts';
import type { Pack } from '../core/model/pack.ts';
import { choices, show } from '../core/model/problem.ts';
import { failure, type Result, success } from '../core/model/result.ts';
import type { ReportFileId } from '../core/render/report-files.ts';
import type { Report } from '../core/report/report.ts';

/** A text that a report can be written as. */
export type ReportFormat = Exclude<ReportFileId, 'answers'>;
export type { Answers, Comparison, Depth, FoundEntry, LinkParts, Merge, Pack, Report, Result };

/** All questions, rules and numbers of the assessment. */
export const pack: Pack = ownPack;

/**
 * Checks the data of an answers file and carries answers to an older version of the questions over.
 * @param data the parsed JSON of the file; anything is safe to pass
 * @param questions the pack that was answered; Trivium's own by default
 * @returns the answers, or every problem as a sentence; never throws
 */
export function parseAnswers(data: unknown, questions: Pack = pack): Result<Answers> {
  try {
    return openAnswers(data, questions);
  } catch (error) {
    // An object that throws when it is read.
    return failure(messages.noData(error instanceof Error ? error.message : show(error)));
  }
}

/**
 * Reads answers from a text: an answers file, a report saved as HTML, or a private link.
 * @param text anything is safe to pass
 * @returns the answers, or every problem as a sentence; never rejects
 */
export async function readAnswers(text: string, questions: Pack = pack): Promise<Result<Answers>> {
  return typeof text === 'string' ? readWithPack(text, questions) : failure(messages.noText(typeof text));
}

/**
 * Makes the report: scores, signals, tensions, diagnosis, plan, and what became of earlier promises.
 * @param answers answers that `parseAnswers` or `readAnswers` gave
 * @param depth whether to score all practices or those of the quick check
 */
export const report = (answers: Answers, questions: Pack = pack, depth: Depth = 'full'): Report =>
  reportOf(answers, questions, depth);

/**
 * Writes a report as a text: JSON, Markdown, a short summary, CSV, a calendar, or issues for a tracker. Throws a
 * sentence if there is no such format, or no day for a calendar.
 * @param report what `report` gave
 * @param format one of the formats of "trivium score"
 * @param answers the answers that the report was made from
 */
export function formatReport(report: Report, format: ReportFormat, answers: Answers): string {
  if (!reportFormats.includes(format)) throw new Error(messages.noFormat(show(format), choices(reportFormats)));
  return formatWithPack(format, report, pack, answers);
}

/** Compares two assessments of one system, the earlier one first. Only practices that both answer are compared. */
export const compare = (before: Answers, now: Answers): Comparison =>
  compareWithPack({ answers: before }, { answers: now }, pack);

/** Sets the answers of several people about one system side by side: median, spread, and what to talk about first. */
export const merge = (everyone: readonly Answers[]): Merge => mergeRespondents(everyone, pack);

/**
 * Writes a private link to a report. The link holds the answers after its "#", and texts only if you ask for them.
 * @param base the address of the site that opens it, such as `https://example.org/trivium/`
 * @returns the link, or as a sentence why there is none: no web address, or texts that make it too long
 */
export async function writeLink(answers: Answers, base: string, parts: LinkParts = {}): Promise<Result<string>> {
  const address = openAddress(base);
  if (address === undefined) return failure(noAddress(messages.base, base));
  const link = `${address}#${await writeCode(answers, pack, parts)}`;
  const problem = lengthProblem(link);
  return problem === undefined ? success(link) : failure(problem);
}

let find: ReturnType<typeof entryFinder> | undefined;

/**
 * Finds entries of the knowledge base for what a person typed, best first; none for anything but a text. The first call
 * builds the index.
 */
export function search(query: string): FoundEntry[] {
  if (typeof query !== 'string') return [];
  find ??= entryFinder(loadKnowledgeBase());
  return find(query);
}

/** The text of an entry as Markdown, with its sources; the problem as a sentence if there is no such entry. */
export function entryMarkdown(id: string): Result<string> {
  const entry = loadKnowledgeBase().entries.get(id);
  if (!entry) return failure(messages.noEntry(typeof id === 'string' ? id : show(id)));
  return success(markdownOf(entry));
}
