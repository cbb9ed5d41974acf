import { statSync } from 'node:fs';
import { fromCaller } from '../arguments.ts';
import { type Command, exitCode, exitStatusHelp, refuseCall } from '../command.ts';
import { createServer } from './server.ts';

const help = `trivium mcp [folder]

Serves Trivium to an assistant over the Model Context Protocol, on standard input and output, until the input ends.
Tools search and read entries, questions, moves and templates, score answers and check a proposals file; nothing is sent
anywhere. With a folder, one tool looks at that repository, as "trivium look" does, and at no other.
Needs the optional package @modelcontextprotocol/server, which "npm install" brings.
${exitStatusHelp()}
`;

const missing =
  'The package @modelcontextprotocol/server is not installed, and "trivium mcp" needs it. Run "npm install" without "--omit=optional".\n';

/** Loads the library of the protocol; undefined if it is not installed. */
async function loadLibrary() {
  try {
    const [library, { serveStdio }] = await Promise.all([
      import('@modelcontextprotocol/server'),
      import('@modelcontextprotocol/server/stdio'),
    ]);
    return { library, serveStdio };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

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
      process.stderr.write(missing);
      return exitCode.failed;
    }
    const ended = new Promise((resolve) => process.stdin.once('end', resolve).once('close', resolve));
    const handle = loaded.serveStdio(() => createServer(loaded.library, folder));
    await ended;
    await handle.close();
    return exitCode.done;
  },
};
