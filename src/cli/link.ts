import * as messages from '#messages/cli-answers.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { longestLink, openPath } from '../core/link/format.ts';
import { writeLink } from '../core/link/write-link.ts';
import { packOf } from '../core/model/pack.ts';
import { namesOption } from './arguments.ts';
import { type Command, exitCode, onlyPositional, refuseCall } from './command.ts';
import { readAnswersFile } from './read-answers.ts';

/** The address of the page that opens links, on the site at a base address; undefined if that is no web address. */
export function openAddress(base: string): string | undefined {
  const url = URL.parse(base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return `${url.origin}${url.pathname.replace(/(\/open)?\/*$/, '')}${openPath}`;
}

/** What is wrong with a link that is too long to be passed on; undefined if nothing is. */
export const lengthProblem = ({ length }: string, file = messages.theFile): string | undefined =>
  length > longestLink ? messages.linkTooLong(length, longestLink, file) : undefined;

/** Prints the link of a file. */
export const linkCommand: Command = {
  help: messages.linkHelp(longestLink),
  options: { names: namesOption('none'), notes: 'boolean', decisions: 'boolean', base: 'string' },
  async run(call) {
    const file = onlyPositional(call);
    if (file === undefined) return refuseCall(messages.linkUsage);
    const { names, notes, decisions, base = 'https://trivium.example/' } = call.options;
    const address = openAddress(base);
    if (address === undefined) return refuseCall(messages.noAddress('--base', base));
    const pack = packOf(loadKnowledgeBase());
    const result = await readAnswersFile(file, pack, messages.hasNoLink);
    if (!result.ok) return refuseCall(...result.problems);
    const parts = { name: names === 'given', notes: notes !== undefined, decisions: decisions !== undefined };
    const link = `${address}#${await writeLink(result.value.answers, pack, parts)}`;
    const problem = lengthProblem(link, messages.namedFile(file));
    if (problem !== undefined) {
      process.stderr.write(`${problem}\n`);
      return exitCode.failed;
    }
    process.stdout.write(`${link}\n`);
    return exitCode.done;
  },
};
