import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { type Pack, packOf } from '../core/model/pack.ts';
import { formatOption } from './arguments.ts';
import { type Command, exitCode, exitStatusHelp, printFormat, refuseCall } from './command.ts';

const help = `trivium questions [--format json|md]

Prints the pack: ids, Vs, weights, claims, signals and every constant, so that anyone can recompute a score.
  --format json   the whole pack (default)
  --format md     the questions with their answers, to read
${exitStatusHelp()}
`;

/** The questions with their answers, as a numbered list. */
function questionList({ items }: Pack): string {
  const entries = items.map(({ question, anchors }, index) =>
    [`${index + 1}. ${question}`, ...anchors.map((anchor) => `   - ${anchor}`)].join('\n'),
  );
  return `${entries.join('\n\n')}\n`;
}

/** Prints the pack. */
export const questionsCommand: Command = {
  help,
  options: { format: formatOption },
  run(call) {
    const [file] = call.positionals;
    if (file !== undefined) return refuseCall(`"questions" takes no file; found "${file}". "--help" tells more.`);
    const pack = packOf(loadKnowledgeBase());
    printFormat(call, pack, () => questionList(pack));
    return exitCode.done;
  },
};
