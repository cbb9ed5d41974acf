import * as messages from '#messages/cli.ts';
import { type Command, callCommand, exitCode, refuseCall, reportFailure } from './command.ts';
import { explainError, systemCode } from './failure.ts';

/** The module of each command, loaded when it is called: most read content/ at once, which `check` has to survive. */
const commands = new Map<string, () => Promise<Command>>([
  ['score', async () => (await import('./score.ts')).scoreCommand],
  ['compare', async () => (await import('./compare.ts')).compareCommand],
  ['merge', async () => (await import('./merge.ts')).mergeCommand],
  ['rollup', async () => (await import('./rollup.ts')).rollupCommand],
  ['reliability', async () => (await import('./reliability.ts')).reliabilityCommand],
  ['look', async () => (await import('./look/look.ts')).lookCommand],
  ['link', async () => (await import('./link.ts')).linkCommand],
  ['open', async () => (await import('./open.ts')).openCommand],
  ['propose', async () => (await import('./propose.ts')).proposeCommand],
  ['questions', async () => (await import('./questions.ts')).questionsCommand],
  ['search', async () => (await import('./search.ts')).searchCommand],
  ['dataset', async () => (await import('./dataset.ts')).datasetCommand],
  ['mcp', async () => (await import('./mcp/mcp.ts')).mcpCommand],
  ['check', async () => (await import('./check.ts')).checkCommand],
]);

/** Calls the named command; returns the exit status. */
async function call([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(messages.help);
    return name === undefined ? exitCode.wrong : exitCode.done;
  }
  if (name === '--version') {
    process.stdout.write(`${(await import('../build/site.ts')).release.version}\n`);
    return exitCode.done;
  }
  const loadCommand = commands.get(name);
  if (loadCommand) return callCommand(await loadCommand(), args);
  return refuseCall(messages.noCommand(name, [...commands.keys()].join(', ')));
}

/** Runs the command line; returns the exit status. Reports every failure as a sentence on standard error. */
export const runCommand = (args: string[]): Promise<number> => call(args).catch(reportFailure);

/** Runs the command line as a process. Exits silently when the reader of its output closes the pipe, as `head` does. */
export async function runProcess(): Promise<void> {
  process.stdout.on('error', (error) => {
    if (systemCode(error) === 'EPIPE') process.exit(exitCode.done);
    process.stderr.write(`${messages.cannotWriteOutput(explainError(error))}\n`);
    process.exit(exitCode.failed);
  });
  process.stderr.on('error', () => undefined); // nobody is reading it
  process.exitCode = await runCommand(process.argv.slice(2));
}
