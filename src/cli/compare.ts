import * as messages from '#messages/cli-answers.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { t } from '../build/strings.ts';
import { compare } from '../core/assessment/compare.ts';
import { packOf } from '../core/model/pack.ts';
import { renderComparison } from '../core/render/side-by-side.ts';
import { formatOption } from './arguments.ts';
import { type Command, exitCode, printFormat, refuseCall } from './command.ts';
import { readAnswersFile } from './read-answers.ts';

/** Prints how two assessments differ. */
export const compareCommand: Command = {
  help: messages.compareHelp,
  options: { format: formatOption },
  async run(call) {
    const [beforeFile, nowFile, ...more] = call.positionals;
    if (beforeFile === undefined || nowFile === undefined || more.length > 0) return refuseCall(messages.compareUsage);
    const pack = packOf(loadKnowledgeBase());
    const before = await readAnswersFile(beforeFile, pack);
    const now = await readAnswersFile(nowFile, pack);
    if (!before.ok || !now.ok)
      return refuseCall(...[before, now].flatMap((result) => (result.ok ? [] : result.problems)));
    const comparison = compare(before.value, now.value, pack);
    printFormat(call, comparison, () => renderComparison(comparison, pack, t, now.value.answers.context));
    return exitCode.done;
  },
};
