import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { Readable } from 'node:stream';
import { runCommand } from '../../src/cli/run-command.ts';

/** What a run of the command line leaves behind: its exit status and its two outputs. */
export interface CliRun {
  status: number | null;
  out: string;
  err: string;
}

/** Runs the command line in a process of its own, as a person would; `nodeArgs` are for Node itself. */
export function spawnTrivium(args: string[], input = '', nodeArgs: string[] = []): CliRun {
  const run = spawnSync(process.execPath, [...nodeArgs, 'src/cli/trivium.ts', ...args], { encoding: 'utf8', input });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

/** Collects what is written to a stream until `restore` is called. */
function capture(stream: NodeJS.WriteStream): { texts: string[]; restore: () => void } {
  const { write } = stream;
  const texts: string[] = [];
  stream.write = (chunk: Uint8Array | string) => {
    texts.push(String(chunk));
    return true;
  };
  return {
    texts,
    restore: () => {
      stream.write = write;
    },
  };
}

/**
 * Runs the command line in this process, which takes a tenth of the time: modules and content are loaded once. One run at
 * a time.
 * @param input what standard input holds
 */
export async function runTrivium(args: string[], input = ''): Promise<CliRun> {
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor;
  const [out, err] = [capture(process.stdout), capture(process.stderr)];
  Object.defineProperty(process, 'stdin', { value: Readable.from([input]), configurable: true });
  try {
    const status = await runCommand(args);
    return { status, out: out.texts.join(''), err: err.texts.join('') };
  } finally {
    Object.defineProperty(process, 'stdin', stdin);
    out.restore();
    err.restore();
  }
}
