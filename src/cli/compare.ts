import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { t } from '../build/strings.ts';
import { compare } from '../core/assessment/compare.ts';
import { packOf } from '../core/model/pack.ts';
import { renderComparison } from '../core/render/side-by-side.ts';
import { formatOption } from './arguments.ts';
import { type Command, exitCode, exitStatusHelp, printFormat, refuseCall } from './command.ts';
import { readAnswersFile } from './read-answers.ts';

const help = `trivium compare <before> <now> [--format json|md]

Compares two assessments of one system: answers files, saved reports, or text files with a link.
  --format json   the comparison object (default)
  --format md     a text to read
Only practices known in both are compared. A change is "higher" or "lower" if the sum of levels moved by more than
sqrt(2 n) over n practices, else "no clear change".
${exitStatusHelp()}
`;

/** Prints how two assessments differ. */
export const compareCommand: Command = {
  help,
  options: { format: formatOption },
  async run(call) {
    const [beforeFile, nowFile, ...more] = call.positionals;
    if (beforeFile === undefined || nowFile === undefined || more.length > 0)
      return refuseCall('Name two files, the earlier one first. "--help" tells more.');
    const pack = packOf(loadKnowledgeBase());
    const before = await readAnswersFile(beforeFile, pack);
    const now = await readAnswersFile(nowFile, pack);
    if (!before.ok || !now.ok)
      return refuseCall(...[before, now].flatMap((result) => (result.ok ? [] : result.problems)));
    const comparison = compare(before.value, now.value, pack);
    printFormat(call, comparison, () => renderComparison(comparison, pack, t));
    return exitCode.done;
  },
};
