import { statSync } from 'node:fs';
import { fromCaller } from '../arguments.ts';
import { type Command, exitCode, exitStatusHelp, refuseCall } from '../command.ts';
import { loadOptional, missingPackage } from '../optional-package.ts';
import { createServer } from './server.ts';

const help = `trivium mcp [folder]

Serves Trivium to an assistant over the Model Context Protocol, on standard input and output, until the input ends.
Tools search and read entries, questions, moves and templates, score answers and check a proposals file; nothing is sent
anywhere. With a folder, one tool looks at that repository, as "trivium look" does, and at no other.
Needs the optional package @modelcontextprotocol/server.
${exitStatusHelp()}
`;

/** Loads the library of the protocol; undefined if it is not installed. */
const loadLibrary = () =>
  loadOptional(async () => {
    const [library, { serveStdio }] = await Promise.all([
      import('@modelcontextprotocol/server'),
      import('@modelcontextprotocol/server/stdio'),
    ]);
    return { library, serveStdio };
  });

/** Serves until the client closes standard input. */
export const mcpCommand: Command = {
  help,
  options: {},
  async run({ positionals }) {
    const [name] = positionals;
    if (positionals.length > 1) return refuseCall('Name one folder, or none. "--help" tells more.');
    const folder = name === undefined ? undefined : fromCaller(name);
    if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      return refuseCall(`Cannot look at "${name}": there is no such folder. Name the folder of one repository.`);
    const loaded = await loadLibrary();
    if (!loaded) {
      process.stderr.write(`"trivium mcp" cannot start: ${missingPackage('@modelcontextprotocol/server')}\n`);
      return exitCode.failed;
    }
    const ended = new Promise((resolve) => process.stdin.once('end', resolve).once('close', resolve));
    const handle = loaded.serveStdio(() => createServer(loaded.library, folder));
    await ended;
    await handle.close();
    return exitCode.done;
  },
};
