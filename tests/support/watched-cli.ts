import { spawnSync } from 'node:child_process';
import process from 'node:process';
import type { CliRun } from './cli.ts';

/** Ends the process with a sentence if it opens a connection, looks up a name, or starts another process. */
const hook = `
  import { syncBuiltinESMExports } from 'node:module';
  import childProcess from 'node:child_process';
  import dns from 'node:dns';
  import net from 'node:net';
  const forbid = (target, names) => {
    for (const name of names) target[name] = () => { process.stderr.write('FORBIDDEN ' + name); process.exit(99); };
  };
  forbid(childProcess, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);
  forbid(dns, ['lookup', 'resolve']);
  forbid(net, ['connect', 'createConnection']);
  net.Socket.prototype.connect = net.connect;
  globalThis.fetch = net.connect;
  syncBuiltinESMExports();`;

/** Runs the command line where any connection, and any other process, ends it with status 99. */
export function spawnWatched(args: string[]): CliRun {
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  const run = spawnSync(process.execPath, [...preload, 'src/cli/trivium.ts', ...args], { encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}
