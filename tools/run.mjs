// Every npm script starts here. Node 18 or later can run this with nothing installed: it installs what is missing, a Node
// new enough for the toolchain included, then runs the task. Usage: node tools/run.mjs <task> [arguments]
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { inTurn } from './in-turn.mjs';
import { whyNotInstalled } from './installed.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const calledFrom = process.env.CALLED_FROM ?? process.env.INIT_CWD ?? process.cwd();
process.chdir(root);
export const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', CALLED_FROM: calledFrom };
export const say = (text) => process.stderr.write(`${text}\n`); // standard output belongs to the task's result

/**
 * Ends the process with a sentence that says what to do; with status 3 for `trivium`, where 1 means something else.
 * @returns {never}
 */
export function stop(sentence) {
  say(`\n${sentence}`);
  process.exit(process.argv[2] === 'trivium' ? 3 : 1);
}

/** Whether files can be written to a folder. */
export function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a command and returns its exit status. With `quiet`, its output goes to standard error. */
export function run(command, args, { quiet = false, ...options } = {}) {
  const stdio = quiet ? ['ignore', 2, 2] : 'inherit';
  const result = spawnSync(command, args, { stdio, env, ...options });
  if (result.error) stop(`${command}: ${result.error.message}`);
  if (result.signal) process.kill(process.pid, result.signal);
  return result.status ?? 1;
}

/** Runs npm under this Node. If npm started us, npm_execpath is its own file, and no shell is needed. */
export function npm(args) {
  if (env.npm_execpath?.endsWith('.js')) return run(process.execPath, [env.npm_execpath, ...args], { quiet: true });
  const windows = process.platform === 'win32';
  return run(windows ? 'npm.cmd' : 'npm', args, { quiet: true, shell: windows });
}

/** Installs the locked packages of a folder, unless they already are. `label` names them for the person who waits. */
export function install(folder, label) {
  if (whyNotInstalled(folder) === undefined) return;
  if (!isWritable(folder)) stop(readOnly(`the packages of "${folder}" cannot be installed`));
  const wait = (owner) => say(`Process ${owner} is installing packages here; waiting for it ...`);
  inTurn(folder, 'install', () => whyNotInstalled(folder) && installNow(folder, label), wait);
}

/** What to do about a read-only folder. */
export const readOnly = (consequence) =>
  `The folder "${root}" is read-only, so ${consequence}. Copy it to a place where you can write, and run the same command there.`;

function installNow(folder, label) {
  say(`Installing ${label} ...`);
  const flags = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  if (npm(['ci', '--prefix', folder, '--engine-strict=false', ...flags]) !== 0) {
    stop(`npm could not install the packages of "${folder}". Check the network, then run the same command again.`);
  }
}

/** Stops if the path of this folder contains a character that Vite takes for the start of a query or fragment. */
function checkPath() {
  const letters = ['#', '?'].filter((letter) => root.includes(letter));
  if (letters.length === 0) return;
  stop(
    `The path "${root}" has a "${letters.join('" and a "')}", which Vite, the site's builder, cannot read. Rename that folder, and run the same command again.`,
  );
}

/** This machine in the names of npm packages with a Node. */
export const nodePlatform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** The npm package with a Node for this machine, among those of tools/node/package.json; undefined if there is none. */
export function nodePackage() {
  const { optionalDependencies } = JSON.parse(readFileSync('tools/node/package.json', 'utf8'));
  return Object.keys(optionalDependencies).find((name) => name.endsWith(`-${nodePlatform}`));
}

/** Where npm puts such a package for a folder, and the program in it. */
export function installedNode(folder, name) {
  const home = path.join(folder, 'node_modules', name);
  return { home, program: path.join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node') };
}

/** The path of a Node that is new enough for the toolchain: this one, or else the packaged one, installed if needed. */
function suitableNode() {
  const range = JSON.parse(readFileSync('package.json', 'utf8')).engines.node;
  const [major, minor] = /(\d+)\.(\d+)/.exec(range).slice(1).map(Number);
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return process.execPath;
  const name = nodePackage();
  if (name) install('tools/node', `Node.js for this project (found ${process.version}, needed ${range})`);
  const { home, program } = installedNode(path.join(root, 'tools/node'), name ?? '');
  if (!name || !existsSync(program))
    stop(`There is no packaged Node.js for ${nodePlatform}. Please install Node.js ${range} and try again.`);
  for (const unused of ['include', 'share']) rmSync(path.join(home, unused), { recursive: true, force: true });
  return program;
}

/** Prepares Node and packages, starts tasks.mjs under that Node, and passes signals on to it. */
function main() {
  if (process.argv[2] !== 'trivium') checkPath();
  const node = suitableNode();
  const key = Object.keys(env).find((name) => name.toLowerCase() === 'path') ?? 'PATH';
  env[key] = [path.dirname(node), env[key]].join(path.delimiter);
  install('.', 'packages');
  const task = spawn(node, ['tools/tasks/tasks.mjs', ...process.argv.slice(2)], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => task.kill(signal));
  const parent = process.ppid; // if npm is killed, only its shell ends too: a new parent means stop
  setInterval(() => process.ppid !== parent && task.kill(), 500).unref();
  task.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
