import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { longestLink, openPath, writeLink } from '../core/link/link.ts';
import { packOf } from '../core/model/pack.ts';
import { namesHelp, namesOption } from './arguments.ts';
import { type Command, exitCode, exitStatusHelp, onlyPositional, refuseCall } from './command.ts';
import { readAnswersFile } from './read-answers.ts';

const help = `trivium link <file> [--names given|none] [--notes] [--decisions] [--base URL]

Prints a private link to the report of an answers file. The link itself holds the answers, after the "#", which
browsers do not send to a server; mail and chat programs that check links, such as Outlook and Teams, do. Anyone with
the link can read them.
Every link holds the answers, coded reasons, targets, context and date, and how far apart the people of a group are.
Texts are included only on request:
${namesHelp('none')}
  --notes         notes, evidence, reasons in your own words, what belongs to the system, what is at stake
  --decisions     decisions with owners, dates and next steps, signals seen differently, the date of review; not how
                  long "later" and "no" hold
  --base URL      the address of the site (default: https://trivium.example/)
A link may have ${longestLink} characters. If texts make it longer, there is none, and standard error says so (status 3).
${exitStatusHelp()}
`;

/** The address of the page that opens links, on the site at a base address; undefined if that is no web address. */
export function openAddress(base: string): string | undefined {
  const url = URL.parse(base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return `${url.origin}${url.pathname.replace(/(\/open)?\/*$/, '')}${openPath}`;
}

/** The problem with the address of a site. */
export const addressProblem = (name: string, address: string): string =>
  `${name} is "${address}"; give an address that begins with http:// or https://.`;

/** What is wrong with a link that is too long to be passed on; undefined if nothing is. */
export const lengthProblem = ({ length }: string, file = 'the file of answers'): string | undefined =>
  length > longestLink
    ? `The link would have ${length} characters; chat and mail cut links longer than ${longestLink}. Leave out texts, or send ${file} itself.`
    : undefined;

/** Prints the link of a file. */
export const linkCommand: Command = {
  help,
  options: { names: namesOption('none'), notes: 'boolean', decisions: 'boolean', base: 'string' },
  async run(call) {
    const file = onlyPositional(call);
    if (file === undefined) return refuseCall('Name one answers file. "--help" tells more.');
    const { names, notes, decisions, base = 'https://trivium.example/' } = call.options;
    const address = openAddress(base);
    if (address === undefined) return refuseCall(addressProblem('--base', base));
    const pack = packOf(loadKnowledgeBase());
    const result = await readAnswersFile(file, pack, 'has no link');
    if (!result.ok) return refuseCall(...result.problems);
    const parts = { name: names === 'given', notes: notes !== undefined, decisions: decisions !== undefined };
    const link = `${address}#${await writeLink(result.value.answers, pack, parts)}`;
    const problem = lengthProblem(link, `the file "${file}"`);
    if (problem !== undefined) {
      process.stderr.write(`${problem}\n`);
      return exitCode.failed;
    }
    process.stdout.write(`${link}\n`);
    return exitCode.done;
  },
};
