import { statSync } from 'node:fs';
import { missingPackage } from '#messages/cli.ts';
import * as messages from '#messages/cli-look.ts';
import { fromCaller } from '../arguments.ts';
import { type Command, exitCode, inputProblem, refuseCall } from '../command.ts';
import { loadOptional } from '../optional-package.ts';
import { createServer } from './server.ts';

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
  help: messages.mcpHelp,
  options: {},
  async run({ positionals }) {
    const [name] = positionals;
    if (positionals.length > 1) return refuseCall(messages.oneFolderOrNone);
    const folder = name === undefined ? undefined : fromCaller(name);
    if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      return refuseCall(messages.noRepository(String(name)));
    const problem = inputProblem();
    if (problem !== undefined) return refuseCall(problem);
    const loaded = await loadLibrary();
    if (!loaded) {
      process.stderr.write(messages.cannotStart(missingPackage('@modelcontextprotocol/server')));
      return exitCode.failed;
    }
    const ended = new Promise((resolve) => process.stdin.once('end', resolve).once('close', resolve));
    const handle = loaded.serveStdio(() => createServer(loaded.library, folder));
    await ended;
    await handle.close();
    return exitCode.done;
  },
};
