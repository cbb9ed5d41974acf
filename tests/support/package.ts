import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { CliRun } from './cli.ts';

/** The Node that runs the package: this one, unless `npm run every-node` names another. */
export const packageNode = process.env['PACKAGE_NODE'] ?? process.execPath;

/** The variables of a terminal outside this project. */
const { CALLED_FROM: _, INIT_CWD: __, NODE_OPTIONS: ___, ...outside } = process.env;
const env = { ...outside, PATH: [path.dirname(packageNode), process.env['PATH']].join(path.delimiter) };

/** Runs a program in a folder. */
function run(folder: string, command: string, args: readonly string[], input = '', more = {}): CliRun {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, ...more },
    input,
    maxBuffer: 2 ** 28,
  });
  return { status, out: stdout, err: stderr };
}

/** Runs a program that has to succeed. Throws what it says otherwise. */
function mustRun(folder: string, command: string, args: readonly string[], more = {}): string {
  const { status, out, err } = run(folder, command, args, '', more);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${out}${err}`);
  return out;
}

/** The package, installed offline into an otherwise empty folder. */
export class InstalledPackage {
  /** The folder, which has a sample as `answers.json`. */
  readonly folder = mkdtempSync(path.join(tmpdir(), 'trivium-installed-'));
  readonly tarball: string;

  /** @param overlay the folder of an organisation's own pack, if the package is made with one */
  constructor(overlay?: string) {
    const made = ['tools/tasks/tasks.mjs', 'package', this.folder];
    mustRun('.', process.execPath, made, overlay === undefined ? {} : { TRIVIUM_OVERLAY: overlay });
    const name = readdirSync(this.folder).find((file) => file.endsWith('.tgz')) ?? '';
    this.tarball = path.join(this.folder, name);
    writeFileSync(path.join(this.folder, 'package.json'), '{ "private": true, "type": "module" }');
    const flags = [
      '--offline',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--cache',
      path.join(this.folder, 'cache'),
    ];
    mustRun(this.folder, 'npm', ['install', `./${name}`, ...flags]);
    copyFileSync('content/samples/invoice-reader.json', path.join(this.folder, 'answers.json'));
  }

  /** The folder of the package itself. */
  get home(): string {
    return path.join(this.folder, 'node_modules/trivium');
  }

  /** Runs the installed command. */
  trivium(args: readonly string[], input = ''): CliRun {
    return run(this.folder, packageNode, [path.join(this.home, 'code/trivium.js'), ...args], input);
  }

  /** Runs a program in the folder. */
  run(command: string, args: readonly string[], input = ''): CliRun {
    return run(this.folder, command, args, input);
  }

  /** Runs a text as a module in the folder. Throws what it says if it fails. */
  runModule(text: string, name = 'module.mjs'): string {
    writeFileSync(path.join(this.folder, name), text);
    return mustRun(this.folder, packageNode, [name]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
