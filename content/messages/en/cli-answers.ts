// What the commands about answers say: score, compare, merge, link and open.

import { exitStatus, namesHelp } from './cli.ts';

export const compareHelp = `trivium compare <before> <now> [--format json|md]

Compares two assessments of one system: answers files, saved reports, or text files with a link.
  --format json   the comparison object (default)
  --format md     a text to read
Only practices known in both are compared. A change is "higher" or "lower" if the sum of levels moved by more than
sqrt(2 n) over n practices, else "no clear change".
${exitStatus()}
`;
export const compareUsage = 'Name two files, the earlier one first. "--help" tells more.';
export const linkHelp = (longestLink: number): string =>
  `trivium link <file> [--names given|none] [--notes] [--decisions] [--base URL]

Prints a private link to the report of an answers file. The link itself holds the answers, after the "#", which
browsers do not send to a server; mail and chat programs that check links, such as Outlook and Teams, do. Anyone with
the link can read them.
Every link holds the answers, coded reasons, targets, context and date, and how far apart the people of a group are.
Texts are included only on request:
${namesHelp('none')}
  --notes         notes, evidence, reasons in your own words, what belongs to the system, what is at stake
  --decisions     decisions with owners, dates and next steps, signals seen differently, the date of review; not how
                  long "later" and "no" hold
  --base URL      the address of the site (default: https://trivium.example/)
A link may have ${longestLink} characters. If texts make it longer, there is none, and standard error says so (status 3).
${exitStatus()}
`;
export const noAddress = (name: string, address: string): string =>
  `${name} is "${address}"; give an address that begins with http:// or https://.`;
export const theFile = 'the file of answers';
export const linkTooLong = (length: number, limit: number, file: string): string =>
  `The link would have ${length} characters; chat and mail cut links longer than ${limit}. Leave out texts, or send ${file} itself.`;
export const linkUsage = 'Name one answers file. "--help" tells more.';
export const hasNoLink = 'has no link';
export const namedFile = (file: string): string => `the file "${file}"`;
export const mergeHelp = `trivium merge <file> <file> ... [--format json|md]

Sets several people's answers about one system side by side: answers files, saved reports, or text files with a link.
  --format json   the merge object: median, spread and every answer to each question, agenda first (default)
  --format md     a text to read
A file that cannot be read, or holds the same answers as another, is named on standard error with the reason, and the
others are merged; at least two are needed. ${exitStatus('some files were left out')}
`;
export const mergeUsage = 'Name two files or more, one for each person. "--help" tells more.';
export const othersMerged = (problems: readonly string[]): string => `${problems.join('\n')}\nThe others are merged.\n`;
export const tooFewReadable = (readable: number, files: number): string =>
  `${readable} of ${files} files can be read; two are needed.`;
export const onePerson = 'Together they hold the answers of one person; two people are needed.';
export const sameAnswers = (file: string, other: string): string =>
  `"${file}" holds the same answers as "${other}", so it counts once.`;
export const openHelp = `trivium open <link>
trivium open -

Prints the answers that a link holds, as an answers file. The link may be a whole address, the part after its "#", or
the bare code, also as chat and mail leave it. A link is checked, not verified: anyone can write one.
With "-": one link per line in, one line out, in step: { "ok": true, "answers": {...} } or
{ "ok": false, "problem": "..." }.
${exitStatus('some lines were refused')}
`;
export const openUsage = 'Give one link in quotes, or "-" for lines on standard input. "--help" tells more.';
export const scoreHelp = `trivium score <file> [--format <format>] [--depth quick|full]
trivium score -      [--depth quick|full]

Prints the report of an answers file (format trivium-answers, version 1), of a report saved as HTML, or of a text file
with a link.
  --format json     the report object (default)
  --format md       a text to read
  --format summary  a short text for chat and wiki, in Markdown
  --format csv      the moves for an issue tracker: Title, Description, Assignee, Due date, Labels, then all numbers.
                    Jira: map Title to Summary. GitHub importers: Description is the body. Declined moves are left out.
  --format promises what became of the moves that the team had decided to do, as CSV
  --format ics      due dates and the next assessment as a calendar (iCalendar)
  --format jira     issues as CSV for Jira's importer; also: github, linear
  --format gh       issues as Markdown, each with its "gh issue create"
  --separator semicolon  for csv and promises: semicolons and decimal commas, as German and French spreadsheets expect
  --depth full      score all practices (default)
  --depth quick     score the practices of the quick check
Answers to an older version of the pack are carried over. Standard error names the questions that have changed since;
they are not scored until they are read again.
With "-": one answers object or link per line in, one report per line out, in step. A bad line is answered with
{ "ok": false, "problem": "..." } and the rest goes on.
${exitStatus('some lines were bad')}
`;
export const changed = (ids: string): string => ` These questions have changed; read them again: ${ids}.`;
export const keptAside = (ids: string): string => ` These answers were set aside; nothing asks for them now: ${ids}.`;
export const restScored = (source: string, text: string): string => `${source}:${text} The rest is scored.\n`;
export const scoreUsage = 'Name one answers file, or "-" for lines on standard input. "--help" tells more.';
export const spreadOverLines =
  'With "-", each line is a file of its own, and one here is written over several. Name such a file instead: trivium score answers.json';
export const lineNumber = (number: number): string => `Line ${number}`;
export const notScored = 'cannot be scored';
