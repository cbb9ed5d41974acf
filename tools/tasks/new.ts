// Adds something to content/ with every place that belongs to it, valid and marked as unfinished: npm run new -- --help
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { readProjectRecords } from '../../src/build/project-records.ts';
import { formatProblems, readContent } from '../../src/build/read-content.ts';
import { readCall } from '../../src/cli/arguments.ts';
import { stageIds, variableIds } from '../../src/core/model/ids.ts';
import { choices } from '../../src/core/model/problem.ts';
import { failure, type Result } from '../../src/core/model/result.ts';
import { filesFor } from '../scaffold/additions.ts';
import type { Project } from '../scaffold/project.ts';
import { addableKinds, checkRequest, type Request, signalKinds, type Thing, things } from '../scaffold/request.ts';

const help = `npm run new -- entry <id> --kind <kind> --variable <V> --stage <stage> --claims <id,id>
npm run new -- question <id> --variable <V> --stage <stage> --claims <id,id>         about a practice
npm run new -- symptom <id> --stage <stage> --claims <id,id>                         about what happened
npm run new -- signal <id> --kind <kind> --symptom <id> --practice <id> --claims <id,id>
npm run new -- template <file> --practice <id>                                       something to copy
npm run new -- rule <id> --question <id> --file <topic>                              something to look for in a repository

Writes every file and line that it needs, valid, with TODO wherever a person has to write. Files that exist keep each of
their lines. "trivium check" lists what is still to do, and the tests fail until nothing is.
V: ${variableIds.join(', ')}. Stage: ${stageIds.join(', ')}.
Kind of an entry: ${addableKinds.join(', ')}; of a signal: ${signalKinds.join(', ')}.
`;

const optionNames = ['kind', 'variable', 'stage', 'claims', 'symptom', 'practice', 'question', 'file'] as const;
const say = (text: string) => process.stdout.write(`${text}\n`);

/** The project that npm runs in. Throws a sentence with all problems if its content has any. */
function readProject(): Project {
  const { kb, problems } = readContent(path.resolve('content'));
  if (problems.length > 0 || !kb.pack)
    throw new Error(`Settle what is wrong in content/ before you add to it:\n${formatProblems(problems)}`);
  return {
    kb: { ...kb, pack: kb.pack },
    records: readProjectRecords(process.cwd()).records,
    read: (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
    today: new Date().toISOString().slice(0, 10),
  };
}

const isThing = (name: string): name is Thing => (things as readonly string[]).includes(name);

/** Reads the arguments of the command. */
function readRequest([name = '', id, ...more]: readonly string[], options: Request['options']): Result<Request> {
  if (!isThing(name)) return failure(`"${name}" cannot be added; possible: ${choices(things)}. "--help" tells more.`);
  if (id === undefined || more.length > 0)
    return failure(`Name one ${name} to add, as in: npm run new -- ${name} some-name. "--help" tells more.`);
  const { claims = '', ...rest } = options;
  const ids = claims.split(',').filter(Boolean);
  return { ok: true, value: { thing: name, id, options: rest, claims: ids } };
}

/** What to do with what was written. */
function nextSteps({ thing }: Request): string[] {
  return [
    'Write a text wherever one of these files says TODO:  npm run -s trivium -- check  lists them with file and line.',
    'See it as you write:  npm run dev',
    ...(thing === 'question' || thing === 'symptom' ? ['When the texts are done:  npm run release-pack'] : []),
    'Then:  npm run unit -- tests/content   and, before you hand it in,  npm test',
  ];
}

function main(): number {
  const call = readCall(
    process.argv.slice(2),
    Object.fromEntries(optionNames.map((name) => [name, 'string'] as const)),
  );
  if (call.ok && call.value.help) {
    process.stdout.write(help);
    return 0;
  }
  const project = readProject();
  const request = call.ok ? readRequest(call.value.positionals, call.value.options) : call;
  const checked = request.ok ? checkRequest(request.value, project) : request;
  if (!checked.ok) {
    process.stderr.write(`${checked.problems.join('\n')}\n`);
    return 2;
  }
  const files = filesFor(checked.value, project);
  for (const [file, text] of files) writeFileSync(file, text);
  say(`Wrote:\n${[...files.keys()].map((file) => `  ${file}`).join('\n')}\n`);
  say(nextSteps(checked.value).join('\n'));
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
