import { heldDecision } from '../answers/answers.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Move } from '../report/plan.ts';
import type { Report } from '../report/report.ts';
import { placeOf } from '../report/summary-lists.ts';
import { nameOf } from '../text/name-of.ts';
import { csvTable } from './csv.ts';
import { escapeLine } from './escape-markdown.ts';
import { type MoveTexts, moveTitle } from './move-texts.ts';
import { moveDescription } from './moves-csv.ts';
import type { Wording } from './wording.ts';

/** What an issue tracker needs to know about a move. */
interface Issue {
  title: string;
  /** Plain Markdown. */
  body: string;
  owner: string | null;
  due: string | null;
  labels: string[];
  /** Whether the move is one of the first of the plan. */
  isFirst: boolean;
}

type Cell = string | number | null;
/** The columns that each tracker's importer knows, with their values. Names have to be exactly these. */
const trackers: Record<'jira' | 'github' | 'linear', readonly (readonly [string, (issue: Issue) => Cell])[]> = {
  jira: [
    ['Summary', ({ title }) => title],
    ['Description', ({ body }) => body],
    ['Issue Type', () => 'Task'],
    ['Assignee', ({ owner }) => owner],
    ['Due Date', ({ due }) => due],
    ['Labels', ({ labels }) => labels.join(' ')],
  ],
  github: [
    ['title', ({ title }) => title],
    ['body', ({ body }) => body],
    ['labels', ({ labels }) => labels.join(',')],
    ['assignees', ({ owner }) => owner],
  ],
  linear: [
    ['Title', ({ title }) => title],
    ['Description', ({ body }) => body],
    ['Status', () => 'Todo'],
    ['Priority', ({ isFirst }) => (isFirst ? 'High' : 'Medium')],
    ['Labels', ({ labels }) => labels.join(', ')],
    ['Assignee', ({ owner }) => owner],
    ['Due Date', ({ due }) => due],
  ],
};

/** What the texts of issues are made from. */
export interface IssueSource {
  report: Report;
  pack: Pack;
  /** How to make moves, by practice. */
  texts: Readonly<Record<string, MoveTexts | undefined>>;
  wording: Wording;
}

function issueOf(move: Move, { report, pack, texts, wording }: IssueSource): Issue {
  const { practice, decision } = move;
  const variable = packIndex(pack).item(practice)?.variable;
  return {
    title: moveTitle(move, report.context, pack, wording.t),
    body: moveDescription(move, report, pack, texts[practice], wording),
    owner: nameOf(decision?.owner) || null,
    due: decision?.due ?? null,
    labels: ['trivium', ...(variable ? [variable] : [])],
    isFirst: placeOf(report, practice) <= pack.constants.moves.headline,
  };
}

/** The moves as issues, in the order of the plan, without declined ones. */
const issuesOf = (source: IssueSource): Issue[] =>
  source.report.moves
    .filter(({ decision }) => heldDecision(decision, source.report.date) !== 'no')
    .map((move) => issueOf(move, source));

/** Writes the moves as CSV (RFC 4180) with the columns that the importer of a tracker knows. */
export function renderIssuesCsv(tracker: keyof typeof trackers, source: IssueSource): string {
  const columns = trackers[tracker];
  return csvTable(
    columns.map(([name]) => name),
    issuesOf(source).map((issue) => columns.map(([, cellOf]) => cellOf(issue))),
  );
}

/** A text as one word of a POSIX shell, whatever it holds. */
const shellWord = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A line that ends a text of the shell: `END`, or longer if the text has such a line. */
function endMark(text: string): string {
  const lines = new Set(text.split('\n'));
  let mark = 'END';
  while (lines.has(mark)) mark += '-';
  return mark;
}

/** A fence for a block of code, longer than any in it. */
function fenceFor(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length));
  return '`'.repeat(longest + 1);
}

/** A text without the characters that steer a terminal, into which people paste commands. */
const pasteText = (text: string): string => text.replaceAll(/(?![\n\t])\p{Cc}/gu, '');

/** The command that makes an issue with GitHub's command line, gh. The shell reads nothing in its texts. */
function ghCommand(issue: Issue): string {
  const [title, body] = [pasteText(issue.title), pasteText(issue.body)];
  const mark = endMark(body);
  return `gh issue create --title ${shellWord(title)} --body-file - <<'${mark}'\n${body}\n${mark}`;
}

/** Writes the moves as Markdown, each with the command that makes it an issue on GitHub (`gh issue create`). */
export function renderIssuesMarkdown(source: IssueSource): string {
  const { report, wording } = source;
  const system = report.system || wording.t('report.unnamed');
  const sections = issuesOf(source).map((issue) => {
    const command = ghCommand(issue);
    const fence = fenceFor(command);
    return `## ${escapeLine(issue.title)}\n\n${fence}sh\n${command}\n${fence}`;
  });
  const head = `# ${wording.t('files.gh-title', { system: escapeLine(system) })}\n\n${wording.t('files.gh-lead')}`;
  return `${[head, ...sections].join('\n\n')}\n`;
}
