import * as messages from '#messages/cli-look.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { packOf } from '../core/model/pack.ts';
import { readProposals } from '../core/proposals/parse-proposals.ts';
import type { Proposals } from '../core/proposals/proposals.ts';
import { replaceControls } from '../core/text/printable.ts';
import { type Command, exitCode, onlyPositional, refuseCall } from './command.ts';
import { readText } from './read-answers.ts';

/** What a file without problems holds, in a sentence. */
export function describeProposals({ items, source }: Proposals): string {
  const reasons = items.reduce((count, item) => count + item.reasons.length, 0);
  const answers = items.filter(({ answer }) => answer !== undefined).length;
  const by = replaceControls(source.name);
  return messages.proposalsFine(items.length, reasons, answers, by, source.kind);
}

/** Checks a proposals file. */
export const proposeCommand: Command = {
  help: messages.proposeHelp,
  options: { check: 'boolean' },
  async run(call) {
    const file = onlyPositional(call);
    if (file === undefined || call.options['check'] === undefined) return refuseCall(messages.proposeUsage);
    const text = await readText(file);
    if (!text.ok) return refuseCall(...text.problems);
    const result = readProposals(text.value, packOf(loadKnowledgeBase()));
    if (!result.ok) return refuseCall(messages.notValid(file), ...result.problems.map((problem) => `- ${problem}`));
    process.stdout.write(`${describeProposals(result.value)}\n`);
    return exitCode.done;
  },
};
