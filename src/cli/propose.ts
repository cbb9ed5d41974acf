import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { packOf } from '../core/model/pack.ts';
import { readProposals } from '../core/proposals/parse-proposals.ts';
import type { Proposals } from '../core/proposals/proposals.ts';
import { type Command, exitCode, exitStatusHelp, onlyPositional, refuseCall } from './command.ts';
import { readText } from './read-answers.ts';

const help = `trivium propose --check <file>

Says what is wrong with a proposals file (format trivium-proposals, version 1): the place, what was found, what to do.
Such a file holds what a tool, an agent or a person found about a system, and counts nowhere until people confirm it.
"trivium look" writes one; /schema/proposals.json describes it.
${exitStatusHelp()}
`;

/** What a file without problems holds, in a sentence. */
export function describeProposals({ items, source }: Proposals): string {
  const reasons = items.reduce((count, item) => count + item.reasons.length, 0);
  const answers = items.filter(({ answer }) => answer !== undefined).length;
  const by = source.name.replaceAll(/\p{Cc}/gu, '?');
  return `No problems: ${items.length} questions, ${reasons} reasons and ${answers} proposed answers, by ${by} (${source.kind}).`;
}

/** Checks a proposals file. */
export const proposeCommand: Command = {
  help,
  options: { check: 'boolean' },
  async run(call) {
    const file = onlyPositional(call);
    if (file === undefined || call.options['check'] === undefined)
      return refuseCall('Name one proposals file after --check. "--help" tells more.');
    const text = await readText(file);
    if (!text.ok) return refuseCall(...text.problems);
    const result = readProposals(text.value, packOf(loadKnowledgeBase()));
    if (!result.ok)
      return refuseCall(
        `"${file}" is not a valid proposals file:`,
        ...result.problems.map((problem) => `- ${problem}`),
      );
    process.stdout.write(`${describeProposals(result.value)}\n`);
    return exitCode.done;
  },
};
