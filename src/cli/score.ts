import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Answers, type Parsed, parseAnswers } from '../core/assessment/answers.ts';
import { type Pack, packOf } from '../core/assessment/pack.ts';
import type { Depth } from '../core/model/vocabulary.ts';
import { renderMarkdown } from '../core/render/markdown.ts';
import { report } from '../core/report.ts';
import { loadKnowledgeBase } from '../load/knowledge-base.ts';
import { exitCode, fromCaller, readCall, usage } from './arguments.ts';

const help = `trivium score <file> [--format json|md] [--depth quick|full]
trivium score -      [--depth quick|full]

Makes the report of an answers file (format trivium-answers, version 1).
  --format json   the report object (default)
  --format md     a text to read
  --depth full    score all practices (default)
  --depth quick   score the practices of the quick check
With "-": one answers object per line in, one report per line out, in step. A bad line answers
{ "ok": false, "problem": "..." } in its place and the rest goes on; the exit status is then 2.
`;

/** Largest file that is read, in bytes. */
const limit = 1024 * 1024;

/** Turns a text into answers, or into a sentence about what is wrong with it. */
function readAnswers(text: string, pack: Pack): Parsed<Answers> {
  if (Buffer.byteLength(text) > limit)
    return { ok: false, problems: [`It has ${Buffer.byteLength(text)} bytes; at most ${limit} are read.`] };
  try {
    return parseAnswers(JSON.parse(text), pack);
  } catch (error) {
    return { ok: false, problems: [`It is not valid JSON: ${(error as Error).message}.`] };
  }
}

/** Scores standard input line by line, so that a batch of any length needs the memory of one line. */
async function scoreLines(pack: Pack, depth: Depth): Promise<number> {
  let code: number = exitCode.done;
  for await (const line of createInterface({ input: process.stdin })) {
    const parsed = readAnswers(line, pack);
    if (!parsed.ok) code = exitCode.wrong;
    const out = parsed.ok ? report(parsed.value, pack, depth) : { ok: false, problem: parsed.problems.join(' ') };
    process.stdout.write(`${JSON.stringify(out)}\n`);
  }
  return code;
}

/** Prints the report of a file, or of every line of standard input. */
export async function score(args: string[]): Promise<number> {
  const call = readCall(args, {
    format: { values: ['json', 'md'], fallback: 'json' },
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
  let text: string;
  try {
    text = readFileSync(fromCaller(file), 'utf8');
  } catch (error) {
    return usage(`Cannot read "${file}" (${(error as NodeJS.ErrnoException).code}). Name a file that exists.`);
  }
  const parsed = readAnswers(text, pack);
  if (!parsed.ok)
    return usage(`"${file}" cannot be scored:\n${parsed.problems.map((problem) => `- ${problem}`).join('\n')}`);
  const made = report(parsed.value, pack, depth);
  process.stdout.write(
    call.options['format'] === 'json' ? `${JSON.stringify(made, null, 2)}\n` : renderMarkdown(made, pack),
  );
  return exitCode.done;
}
