import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { packOf } from '../core/model/pack.ts';
import { exitCode, readCall, usage } from './arguments.ts';

const help = `trivium questions [--format json|md]

Prints the pack: ids, Vs, weights, claims, signals and every constant, so that anyone can recompute a score.
  --format json   the whole pack (default)
  --format md     the questions with their answers, to read
`;

/** Prints the pack. */
export function questions(args: string[]): number {
  const call = readCall(args, { format: { values: ['json', 'md'], fallback: 'json' } });
  if (!call.ok) return usage(call.sentence);
  if (call.help) {
    process.stdout.write(help);
    return exitCode.done;
  }
  if (call.positionals.length > 0)
    return usage(`"questions" takes no file; found "${call.positionals[0]}". "--help" tells more.`);
  const pack = packOf(loadKnowledgeBase());
  const readable = pack.items.map(({ question, anchors }, index) =>
    [`${index + 1}. ${question}`, ...anchors.map((anchor) => `   - ${anchor}`)].join('\n'),
  );
  process.stdout.write(
    call.options['format'] === 'json' ? `${JSON.stringify(pack, null, 2)}\n` : `${readable.join('\n\n')}\n`,
  );
  return exitCode.done;
}
