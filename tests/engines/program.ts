import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

/**
 * Ends a program and everything it has started (they share a group, which has its id), then removes its folders. It
 * does so when its own input ends: because we say so, or because we have ended ourselves, for whatever reason.
 */
const keeper =
  'read _; kill -s KILL -- "-$1"; shift; tries=50; until rm -rf "$@" || [ $((tries -= 1)) = 0 ]; do sleep 0.1; done';

/** A new folder. It is removed once the program that it is given to has ended. */
export const temporaryFolder = (): string => mkdtempSync(path.join(tmpdir(), 'trivium-engine-'));

/** A free port of this machine. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export interface Program {
  /** Waits until it prints something, or writes it to its fourth stream. If it ends before, the error has what it said. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ends it and everything it has started, and waits until it is gone. */
  stop(): Promise<void>;
}

/** What a program gets beside its arguments: more variables, and folders that are its own. */
interface Belongings {
  env?: Record<string, string>;
  folders?: string[];
}

/** Starts a program. */
export function start(command: string, args: string[], { env = {}, folders = [] }: Belongings = {}): Program {
  // Requests to the browsers never leave this machine, so no proxy is involved.
  const own = Object.entries(process.env).filter(([name]) => !/_proxy$/i.test(name));
  const program = spawn(command, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...Object.fromEntries(own), ...env },
  });
  const keeping = spawn('/bin/sh', ['-c', keeper, 'keeper', String(program.pid), ...folders], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const kept = new Promise((resolve) => keeping.once('close', resolve));

  let said = '';
  for (const stream of program.stdio.slice(1)) {
    stream?.on('data', (piece) => {
      said += String(piece);
    });
  }
  const gone = new Promise<string>((resolve) => {
    program.once('error', ({ message }) => resolve(message));
    program.once('close', () => resolve(`${command} has ended. It said: ${said}`));
  });
  return {
    async says(pattern) {
      for (;;) {
        const match = pattern.exec(said);
        if (match) return match;
        const end = await Promise.race([gone, setTimeout(20)]);
        if (end !== undefined) throw new Error(end);
      }
    },
    async stop() {
      keeping.stdin.end();
      await Promise.all([kept, gone]);
    },
  };
}
