import { createInterface } from 'node:readline';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { type Answers, openRereads } from '../core/answers/answers.ts';
import { readAnswers } from '../core/link/read-answers.ts';
import type { Depth } from '../core/model/ids.ts';
import { type Pack, packOf } from '../core/model/pack.ts';
import { report } from '../core/report/report.ts';
import { exitCode, readCall, readText, usage } from './arguments.ts';
import { printReport, reportFormats } from './report-formats.ts';

const help = `trivium score <file> [--format json|md|summary|csv] [--depth quick|full]
trivium score -      [--depth quick|full]

Makes the report of an answers file (format trivium-answers, version 1), of a report saved as HTML, or of a text file that
holds a link.
  --format json   the report object (default)
  --format md     a text to read
  --format summary  a short text for chat and wiki, in Markdown
  --format csv    the moves for an issue tracker: Title, Description, Assignee, Due date, Labels, then all numbers.
                  Jira: map Title to Summary. GitHub importers: Description is the body. Declined moves are left out.
  --depth full    score all practices (default)
  --depth quick   score the practices of the quick check
Answers to an older version of the pack are carried over. Standard error names the questions that have changed since;
they are not scored until they are read again.
With "-": one answers object or link per line in, one report per line out, in step. A bad line answers
{ "ok": false, "problem": "..." } in its place and the rest goes on; the exit status is then 2.
`;

/** Says on standard error which former answers were not scored, and why; nothing where all were. */
function tellCarryOver(place: string, answers: Answers): void {
  const changed = new Set(openRereads(answers).map(({ item }) => item));
  const gone = new Set(answers.setAside?.answers.map(({ item }) => item));
  const told = [
    changed.size > 0 ? ` These questions have changed; read them again: ${[...changed].join(', ')}.` : '',
    gone.size > 0 ? ` These answers were kept aside; nothing asks for them now: ${[...gone].join(', ')}.` : '',
  ].join('');
  if (told) process.stderr.write(`${place}:${told} The rest is scored.\n`);
}

/** Scores standard input line by line, so that a batch of any length needs the memory of one line. */
async function scoreLines(pack: Pack, depth: Depth): Promise<number> {
  let code: number = exitCode.done;
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    const parsed = await readAnswers(line, pack);
    number += 1;
    if (parsed.ok) tellCarryOver(`Line ${number}`, parsed.value);
    else code = exitCode.wrong;
    const out = parsed.ok ? report(parsed.value, pack, depth) : { ok: false, problem: parsed.problems.join(' ') };
    process.stdout.write(`${JSON.stringify(out)}\n`);
  }
  return code;
}

/** Prints the report of a file, or of every line of standard input. */
export async function score(args: string[]): Promise<number> {
  const call = readCall(args, {
    format: { values: reportFormats, fallback: 'json' },
    depth: { values: ['quick', 'full'], fallback: 'full' },
  });
  if (!call.ok) return usage(call.sentence);
  if (call.help) {
    process.stdout.write(help);
    return exitCode.done;
  }
  const [file, ...more] = call.positionals;
  if (file === undefined || more.length > 0)
    return usage('Name one answers file, or "-" for lines on standard input. "--help" tells more.');
  const pack = packOf(loadKnowledgeBase());
  const depth = call.options['depth'] as Depth;
  if (file === '-') return scoreLines(pack, depth);
  const read = readText(file);
  if (!read.ok) return usage(read.sentence);
  const parsed = await readAnswers(read.text, pack);
  if (!parsed.ok)
    return usage(`"${file}" cannot be scored:\n${parsed.problems.map((problem) => `- ${problem}`).join('\n')}`);
  tellCarryOver(`"${file}"`, parsed.value);
  const made = report(parsed.value, pack, depth);
  process.stdout.write(printReport(call.options['format'] ?? '', made, pack, parsed.value));
  return exitCode.done;
}
