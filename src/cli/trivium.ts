import { fileURLToPath } from 'node:url';
import { checkCommand } from './check.ts';
import { type Command, callCommand, exitCode, refuseCall, reportFailure } from './command.ts';
import { compareCommand } from './compare.ts';
import { systemCode } from './failure.ts';
import { linkCommand } from './link.ts';
import { mcpCommand } from './mcp/mcp.ts';
import { mergeCommand } from './merge.ts';
import { openCommand } from './open.ts';
import { questionsCommand } from './questions.ts';
import { rollupCommand } from './rollup.ts';
import { scoreCommand } from './score.ts';
import { searchCommand } from './search.ts';

const commands = new Map<string, Command>([
  ['score', scoreCommand],
  ['compare', compareCommand],
  ['merge', mergeCommand],
  ['rollup', rollupCommand],
  ['link', linkCommand],
  ['open', openCommand],
  ['questions', questionsCommand],
  ['search', searchCommand],
  ['mcp', mcpCommand],
  ['check', checkCommand],
]);

const help = `trivium: the assessment and the knowledge base on the command line

  trivium score <file>    make the report of an answers file
  trivium compare <a> <b> compare two assessments of one system
  trivium merge <file>... set several people's answers side by side
  trivium rollup <folder> roll up the answers of many teams
  trivium link <file>     print a private link to that report
  trivium open <link>     print the answers that a link holds
  trivium questions       print the questions and every number of the assessment
  trivium search "words"  find entries of the knowledge base
  trivium mcp             serve all this to an assistant (Model Context Protocol)
  trivium check           list what is wrong in content/

Every command ends with 0 if it is done, 1 if it is done but something in the input was wrong, 2 if the call or its input
is wrong, and 3 if it could not be done; a sentence on standard error says why.

"trivium <command> --help" tells more. Through npm: npm run -s trivium -- score answers.json
`;

/** Calls the named command; returns the exit status. */
async function call([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(help);
    return name === undefined ? exitCode.wrong : exitCode.done;
  }
  const command = commands.get(name);
  if (command) return callCommand(command, args);
  return refuseCall(`There is no command "${name}". There are: ${[...commands.keys()].join(', ')}.`);
}

/** Runs the command line; returns the exit status. Reports every failure as a sentence on standard error. */
export const runCommand = (args: string[]): Promise<number> => call(args).catch(reportFailure);

/** Runs the command line as a process. Exits silently when the reader of its output closes the pipe, as `head` does. */
async function main(): Promise<void> {
  process.stdout.on('error', (error) =>
    process.exit(systemCode(error) === 'EPIPE' ? exitCode.done : reportFailure(error)),
  );
  process.stderr.on('error', () => undefined); // nobody is reading it
  process.exitCode = await runCommand(process.argv.slice(2));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
