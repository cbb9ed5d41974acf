// Every npm script starts here. Node 18 or later can run this with nothing installed: it installs what is missing, a Node
// new enough for the toolchain included, then runs the task. Usage: node tools/run.mjs <task> [arguments]
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { inTurn } from './in-turn.mjs';
import { whyNotInstalled } from './installed.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const calledFrom = process.env.CALLED_FROM ?? process.env.INIT_CWD ?? process.cwd();
process.chdir(root);
export const env = {
  // Node keeps compiled modules there, types already taken out, so that the project's programs start sooner.
  NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/trivium/modules'),
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  CALLED_FROM: calledFrom,
};
/** Writes a line to standard error; standard output belongs to the task's result. */
export const say = (text) => process.stderr.write(`${text}\n`);

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

/** The exit status of a program: its own, or 128 and the number of the signal that ended it. */
const statusOf = (code, signal) => code ?? 128 + os.constants.signals[signal];

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Waits for the end of a program and resolves to its exit status. Until then, a signal to this process is passed on, and
 * this process ends with the program, so that nothing keeps running after the caller has gone.
 */
export function endOf(program) {
  let wasStopped = false;
  const pass = (signal) => {
    wasStopped = true;
    program.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    program.once('error', (error) => stop(`${program.spawnfile}: ${error.message}`));
    program.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass);
      if (wasStopped) process.exit(statusOf(code, signal));
      resolve(statusOf(code, signal));
    });
  });
}

/** Runs a command and resolves to its exit status. With `quiet`, its output goes to standard error. */
export function run(command, args, { quiet = false, ...options } = {}) {
  const stdio = quiet ? ['ignore', 2, 2] : 'inherit';
  return endOf(spawn(command, args, { stdio, env, ...options }));
}

/** Runs npm under this Node. If npm started us, npm_execpath is its own file, and no shell is needed. */
export function npm(args) {
  if (env.npm_execpath?.endsWith('.js')) return run(process.execPath, [env.npm_execpath, ...args], { quiet: true });
  const windows = process.platform === 'win32';
  return run(windows ? 'npm.cmd' : 'npm', args, { quiet: true, shell: windows });
}

/** Installs the locked packages of a folder, unless they already are. `label` names them for the person who waits. */
export async function install(folder, label) {
  if (whyNotInstalled(folder) === undefined) return;
  if (!isWritable(folder)) stop(readOnly(`the packages of "${folder}" cannot be installed`));
  const wait = (owner) => say(`Process ${owner} is installing packages here; waiting for it ...`);
  await inTurn(folder, 'install', () => whyNotInstalled(folder) && installNow(folder, label), wait);
}

/** What to do about a read-only folder. */
export const readOnly = (consequence) =>
  `The folder "${root}" is read-only, so ${consequence}. Copy it to a place where you can write, and run the same command there.`;

async function installNow(folder, label) {
  say(`Installing ${label} ...`);
  const flags = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  if ((await npm(['ci', '--prefix', folder, '--engine-strict=false', ...flags])) !== 0) {
    stop(`npm could not install the packages of "${folder}". Check the network, then run the same command again.`);
  }
}

/**
 * What a path must not contain: "*", because Node puts paths in its place, and letters with a meaning to the site's
 * builder.
 */
const strangeLetters = { node: /\*/g, builder: /[*#?[{]|%[0-9a-f]{2}/gi };

/** Stops if the path of this folder contains something that the programs of a task cannot read. */
function checkPath(task) {
  const found = root.match(task === 'trivium' ? strangeLetters.node : strangeLetters.builder);
  if (!found) return;
  const letters = [...new Set(found)].join('" and a "');
  stop(
    `The path "${root}" has a "${letters}", which ${task === 'trivium' ? 'Node' : "Node or Vite, the site's builder,"} cannot read. Rename that folder, and run the same command again.`,
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
async function suitableNode() {
  const range = JSON.parse(readFileSync('package.json', 'utf8')).engines.node;
  const [major, minor] = /(\d+)\.(\d+)/.exec(range).slice(1).map(Number);
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return process.execPath;
  const name = nodePackage();
  if (name) await install('tools/node', `Node.js for this project (found ${process.version}, needed ${range})`);
  const { home, program } = installedNode(path.join(root, 'tools/node'), name ?? '');
  if (!name || !existsSync(program))
    stop(`There is no packaged Node.js for ${nodePlatform}. Please install Node.js ${range} and try again.`);
  for (const unused of ['include', 'share']) rmSync(path.join(home, unused), { recursive: true, force: true });
  return program;
}

/** What Linux tells about a process; empty on other systems. */
const readProcess = (id, name) => {
  try {
    return readFileSync(`/proc/${id}/${name}`, 'utf8');
  } catch {
    return '';
  }
};

/** The parent of a process; 0 where that is not known. */
const parentOf = (id) => Number(/.*\) \S (\d+)/s.exec(readProcess(id, 'stat'))?.[1] ?? 0);

/** Returns a function that says whether who started this process is gone: our parent, or npm behind a shell. */
function watchStarter() {
  const parent = process.ppid;
  const npmId = parentOf(parent);
  const isNpm = /^npm\b|npm-cli\.js/.test(readProcess(npmId, 'cmdline'));
  return () => process.ppid !== parent || (isNpm && parentOf(parent) !== npmId);
}

/** The scripts that need no preparation besides Node and the packages. Any other task starts in tasks.mjs. */
const scripts = { trivium: 'src/cli/trivium.ts' };

/** Prepares Node and packages, starts the task under that Node, and ends with its exit status. */
async function main([name, ...args]) {
  checkPath(name);
  const node = await suitableNode();
  const key = Object.keys(env).find((each) => each.toLowerCase() === 'path') ?? 'PATH';
  env[key] = [path.dirname(node), env[key]].join(path.delimiter);
  await install('.', 'packages');
  const script = Object.hasOwn(scripts, name ?? '') ? [scripts[name]] : ['tools/tasks/tasks.mjs', name ?? ''];
  const task = spawn(node, [...script, ...args], { stdio: 'inherit', env });
  const isStarterGone = watchStarter();
  setInterval(() => isStarterGone() && task.kill(), 500).unref();
  process.exit(await endOf(task));
}

/**
 * Ends this process if something fails that no task foresees, with a sentence where the system refused something.
 * @returns {never}
 */
export function fail(error) {
  const { code, path: file } = error;
  if (/^E[A-Z]+$/.test(code ?? ''))
    stop(`${error.message}. Check ${file === undefined ? 'that' : `"${file}"`}, and run the same command again.`);
  return stop(error.constructor === Error ? error.message : error.stack);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2)).catch(fail);
