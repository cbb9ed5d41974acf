import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { t } from '../build/strings.ts';
import { compare } from '../core/assessment/compare.ts';
import { packOf } from '../core/model/pack.ts';
import { renderComparison } from '../core/render/side-by-side.ts';
import { exitCode, readCall, usage } from './arguments.ts';
import { readAnswersFile } from './read-answers.ts';

const help = `trivium compare <before> <now> [--format json|md]

Compares two assessments of one system: files of answers, saved reports, or files with a link.
  --format json   the comparison object (default)
  --format md     a text to read
Only practices known in both are compared. A change is "higher" or "lower" where the sum of levels moved by more than
sqrt(2 n) over n practices, else "no clear change". Exit status: 0 done, 2 wrong call or input.
`;

/** Prints how two assessments differ. */
export async function compareFiles(args: string[]): Promise<number> {
  const call = readCall(args, { format: { values: ['json', 'md'], fallback: 'json' } });
  if (!call.ok) return usage(call.sentence);
  if (call.help) {
    process.stdout.write(help);
    return exitCode.done;
  }
  const [first, second, ...more] = call.positionals;
  if (first === undefined || second === undefined || more.length > 0)
    return usage('Name two files, the earlier one first. "--help" tells more.');
  const pack = packOf(loadKnowledgeBase());
  const before = await readAnswersFile(first, pack);
  const now = await readAnswersFile(second, pack);
  if (!before.ok || !now.ok) return usage([before, now].flatMap((each) => (each.ok ? [] : each.problems)).join('\n'));
  const made = compare(before.value, now.value, pack);
  process.stdout.write(
    call.options['format'] === 'json' ? `${JSON.stringify(made, null, 2)}\n` : renderComparison(made, pack, t),
  );
  return exitCode.done;
}
