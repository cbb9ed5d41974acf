import * as messages from '#messages/cli-answers.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { readLink } from '../core/link/read-link.ts';
import { packOf } from '../core/model/pack.ts';
import { success } from '../core/model/result.ts';
import { answerLines, type Command, exitCode, formatJson, onlyPositional, refuseCall } from './command.ts';

/** Prints the answers of a link, or of every line of standard input. */
export const openCommand: Command = {
  help: messages.openHelp,
  options: {},
  async run(call) {
    const link = onlyPositional(call);
    if (link === undefined) return refuseCall(messages.openUsage);
    const pack = packOf(loadKnowledgeBase());
    if (link === '-')
      return answerLines(async (line) => {
        const answers = await readLink(line, pack);
        return answers.ok ? success({ ok: true, answers: answers.value }) : answers;
      });
    const answers = await readLink(link, pack);
    if (!answers.ok) return refuseCall(...answers.problems);
    process.stdout.write(formatJson(answers.value));
    return exitCode.done;
  },
};
