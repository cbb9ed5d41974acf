import { createInterface } from 'node:readline';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { readLink } from '../core/link/link.ts';
import { packOf } from '../core/model/pack.ts';
import { exitCode, readCall, usage } from './arguments.ts';

const help = `trivium open <link>
trivium open -

Prints the answers that a link holds, as an answers file: a whole address, what stands after its "#", or the bare code,
also as chat and mail leave it. A link is checked, not verified: anyone can write one.
With "-": one link per line in, one line out, in step: { "ok": true, "answers": {...} } or
{ "ok": false, "problem": "..." }. The exit status is then 2 where any line was refused.
`;

/** Prints the answers of a link, or of every line of standard input. */
export async function open(args: string[]): Promise<number> {
  const call = readCall(args, {});
  if (!call.ok) return usage(call.sentence);
  if (call.help) {
    process.stdout.write(help);
    return exitCode.done;
  }
  const [text, ...more] = call.positionals;
  if (text === undefined || more.length > 0)
    return usage('Give one link in quotes, or "-" for lines on standard input. "--help" tells more.');
  const pack = packOf(loadKnowledgeBase());
  if (text !== '-') {
    const read = await readLink(text, pack);
    if (!read.ok) return usage(read.problems.join('\n'));
    process.stdout.write(`${JSON.stringify(read.value, null, 2)}\n`);
    return exitCode.done;
  }
  let code: number = exitCode.done;
  for await (const line of createInterface({ input: process.stdin })) {
    const read = await readLink(line, pack);
    if (!read.ok) code = exitCode.wrong;
    const out = read.ok ? { ok: true, answers: read.value } : { ok: false, problem: read.problems.join(' ') };
    process.stdout.write(`${JSON.stringify(out)}\n`);
  }
  return code;
}
