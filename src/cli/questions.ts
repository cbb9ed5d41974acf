import * as messages from '#messages/cli-knowledge.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { type Pack, packOf } from '../core/model/pack.ts';
import { formatOption } from './arguments.ts';
import { type Command, exitCode, printFormat, refuseCall } from './command.ts';

/** The questions with their answers, as a numbered list. */
function questionList({ items }: Pack): string {
  const entries = items.map(({ question, anchors }, index) =>
    [`${index + 1}. ${question}`, ...anchors.map((anchor) => `   - ${anchor}`)].join('\n'),
  );
  return `${entries.join('\n\n')}\n`;
}

/** Prints the pack. */
export const questionsCommand: Command = {
  help: messages.questionsHelp,
  options: { format: formatOption },
  run(call) {
    const [file] = call.positionals;
    if (file !== undefined) return refuseCall(messages.questionsUsage(file));
    const pack = packOf(loadKnowledgeBase());
    printFormat(call, pack, () => questionList(pack));
    return exitCode.done;
  },
};
