import { type Command, exitCode, exitStatusHelp, refuseCall } from '../command.ts';
import { createServer } from './server.ts';

const help = `trivium mcp

Serves Trivium to an assistant over the Model Context Protocol, on standard input and output, until the input ends.
Tools search and read entries, questions, moves and templates, and score answers; nothing is sent anywhere.
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
    if (positionals.length > 0)
      return refuseCall(`"mcp" takes no arguments; found "${positionals.join(' ')}". "--help" tells more.`);
    const loaded = await loadLibrary();
    if (!loaded) {
      process.stderr.write(missing);
      return exitCode.failed;
    }
    const ended = new Promise((resolve) => process.stdin.once('end', resolve).once('close', resolve));
    const handle = loaded.serveStdio(() => createServer(loaded.library));
    await ended;
    await handle.close();
    return exitCode.done;
  },
};
