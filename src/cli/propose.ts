import * as messages from '#messages/cli-look.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { bareText, dataIn } from '../core/link/data-text.ts';
import { mentionsData, otherFileName } from '../core/link/other-file.ts';
import { otherText } from '../core/link/other-text.ts';
import { packOf } from '../core/model/pack.ts';
import { failure, type Result } from '../core/model/result.ts';
import { readProposals } from '../core/proposals/parse-proposals.ts';
import type { Proposals } from '../core/proposals/proposals.ts';
import { replaceControls } from '../core/text/printable.ts';
import { type Command, exitCode, onlyPositional, refuseCall } from './command.ts';
import { readText as readFile } from './read-answers.ts';

/** What a file without problems holds, in a sentence. */
export function describeProposals({ items, source }: Proposals): string {
  const reasons = items.reduce((count, item) => count + item.reasons.length, 0);
  const answers = items.filter(({ answer }) => answer !== undefined).length;
  const by = replaceControls(source.name);
  return messages.proposalsFine(items.length, reasons, answers, by, source.kind);
}

/** What a text is, if it is not JSON at all; undefined if it is. */
function otherKind(text: string): string | undefined {
  const plain = bareText(text);
  if (plain === '') return messages.emptyProposals;
  const name = otherFileName(plain);
  if (name !== undefined) return messages.holdsNoProposals(name);
  if (/^</.test(plain)) return messages.holdsNoProposals(messages.aPage);
  return mentionsData(plain) || /^["{[\d]|^(null|true|false)$/.test(plain)
    ? undefined
    : messages.holdsNoProposals(messages.aLink);
}

/** Reads a text as proposals, also with something around them, such as the fence of Markdown. */
function readProposalsIn(text: string): Result<Proposals> {
  const other = otherKind(text);
  if (other !== undefined) return failure(other);
  const plain = bareText(text);
  const inner = dataIn(plain) === undefined ? otherText(plain) : undefined;
  return readProposals(inner?.ok ? inner.value.text : plain, packOf(loadKnowledgeBase()));
}

/** Checks a proposals file. */
export const proposeCommand: Command = {
  help: messages.proposeHelp,
  options: { check: 'boolean' },
  async run(call) {
    const file = onlyPositional(call);
    if (file === undefined || call.options['check'] === undefined) return refuseCall(messages.proposeUsage);
    const text = await readFile(file);
    if (!text.ok) return refuseCall(...text.problems);
    const result = readProposalsIn(text.value);
    if (!result.ok) {
      const [otherFormat] = result.problems.filter((problem) => problem.startsWith('format: '));
      const problems = otherFormat === undefined ? result.problems : [otherFormat]; // the rest follows from it
      return refuseCall(messages.notValid(file), ...problems.map((problem) => `- ${problem}`));
    }
    process.stdout.write(`${describeProposals(result.value)}\n`);
    return exitCode.done;
  },
};
