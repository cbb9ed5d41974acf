import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { readLink } from '../core/link/link.ts';
import { packOf } from '../core/model/pack.ts';
import { success } from '../core/model/result.ts';
import {
  answerLines,
  type Command,
  exitCode,
  exitStatusHelp,
  formatJson,
  onlyPositional,
  refuseCall,
} from './command.ts';

const help = `trivium open <link>
trivium open -

Prints the answers that a link holds, as an answers file. The link may be a whole address, the part after its "#", or
the bare code, also as chat and mail leave it. A link is checked, not verified: anyone can write one.
With "-": one link per line in, one line out, in step: { "ok": true, "answers": {...} } or
{ "ok": false, "problem": "..." }.
${exitStatusHelp('some lines were refused')}
`;

/** Prints the answers of a link, or of every line of standard input. */
export const openCommand: Command = {
  help,
  options: {},
  async run(call) {
    const link = onlyPositional(call);
    if (link === undefined)
      return refuseCall('Give one link in quotes, or "-" for lines on standard input. "--help" tells more.');
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
