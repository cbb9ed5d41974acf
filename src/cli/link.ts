import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { longestLink, openPath, writeLink } from '../core/link/link.ts';
import { readAnswers } from '../core/link/read-answers.ts';
import { packOf } from '../core/model/pack.ts';
import { exitCode, readCall, readText, usage } from './arguments.ts';

const help = `trivium link <file> [--names] [--notes] [--decisions] [--base URL]

Prints a private link to the report of an answers file. The answers stand in the link itself, after the "#", which no
browser sends to a server. Whoever has the link can read them.
Every link holds the answers, coded reasons, targets, context and date. Texts go along only when asked for:
  --names       the system's name, the respondent's role and name
  --notes       notes, evidence, reasons in own words, what belongs to the system
  --decisions   decisions with owners, dates and next steps, signals seen differently, the date of review
  --base URL    where the site stands (default: https://trivium.example/)
A link may have ${longestLink} characters. Where texts make it longer, standard error says so, and the exit status is 1.
`;

/** The address of the page that opens links, on the site that stands at a base; undefined where that is no address. */
function openAddress(base: string): string | undefined {
  const url = URL.parse(base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return `${url.origin}${url.pathname.replace(/(\/open)?\/*$/, '')}${openPath}`;
}

/** Prints the link of a file. */
export async function link(args: string[]): Promise<number> {
  const call = readCall(args, {}, { names: 'boolean', notes: 'boolean', decisions: 'boolean', base: 'string' });
  if (!call.ok) return usage(call.sentence);
  if (call.help) {
    process.stdout.write(help);
    return exitCode.done;
  }
  const [file, ...more] = call.positionals;
  if (file === undefined || more.length > 0) return usage('Name one answers file. "--help" tells more.');
  const { names, notes, decisions, base = 'https://trivium.example/' } = call.options;
  const address = openAddress(base);
  if (address === undefined)
    return usage(`--base is "${base}"; an address that begins with http:// or https:// has to stand here.`);
  const read = readText(file);
  if (!read.ok) return usage(read.sentence);
  const pack = packOf(loadKnowledgeBase());
  const parsed = await readAnswers(read.text, pack);
  if (!parsed.ok)
    return usage(`"${file}" has no link:\n${parsed.problems.map((problem) => `- ${problem}`).join('\n')}`);
  const parts = { name: names !== undefined, notes: notes !== undefined, decisions: decisions !== undefined };
  const written = `${address}#${await writeLink(parsed.value, pack, parts)}`;
  if (written.length > longestLink) {
    process.stderr.write(
      `The link would have ${written.length} characters; chat and mail cut links longer than ${longestLink}. Leave out texts, or send the file "${file}" itself.\n`,
    );
    return exitCode.problems;
  }
  process.stdout.write(`${written}\n`);
  return exitCode.done;
}
