import { fileURLToPath } from 'node:url';
import { exitCode, usage } from './arguments.ts';
import { check } from './check.ts';
import { compareFiles } from './compare.ts';
import { link } from './link.ts';
import { mergeFiles } from './merge.ts';
import { open } from './open.ts';

import { questions } from './questions.ts';
import { rollup } from './rollup.ts';
import { score } from './score.ts';
import { search } from './search.ts';

const commands: Record<string, (args: string[]) => number | Promise<number>> = {
  score,
  compare: compareFiles,
  merge: mergeFiles,
  rollup,
  link,
  open,
  questions,
  search,
  check,
};

const help = `trivium: the assessment and the knowledge base on the command line

  trivium score <file>    make the report of an answers file
  trivium compare <a> <b> compare two assessments of one system
  trivium merge <file>... set several people's answers side by side
  trivium rollup <folder> roll up the answers of many teams
  trivium link <file>     print a private link to that report
  trivium open <link>     print the answers that a link holds
  trivium questions       print the questions and every number of the assessment
  trivium search "words"  find entries of the knowledge base
  trivium check           list what is wrong in content/

"trivium <command> --help" tells more. Through npm: npm run -s trivium -- score answers.json
`;

/** Runs one command; returns its exit code. */
export async function runCommand([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(help);
    return name === undefined ? exitCode.wrong : exitCode.done;
  }
  const command = commands[name];
  if (command) return command(args);
  return usage(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await runCommand(process.argv.slice(2));
