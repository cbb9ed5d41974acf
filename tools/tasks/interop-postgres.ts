import { execFileSync, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { askDuckdb, partsOf } from '../../tests/support/rollup-engines.ts';
import { generateTeam } from '../../tests/support/teams.ts';
import { stop } from '../run.mjs';
import { apt } from './browser.mjs';

/** Where Debian puts the programs of each version. */
const versions = '/usr/lib/postgresql';
/** How many teams are rolled up. */
const teamCount = 2000;

/** The folder with the newest server's programs; undefined without one. */
function findPrograms(): string | undefined {
  const folders = existsSync(versions)
    ? readdirSync(versions)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => path.join(versions, version, 'bin'))
    : [];
  return [process.env['PGBIN'] ?? '', ...folders].find((folder) => existsSync(path.join(folder, 'initdb')));
}

/** Finds PostgreSQL or installs it; if that fails, stops and says what to install. */
async function programs(): Promise<string> {
  const programs = findPrograms();
  if (programs) return programs;
  process.stderr.write('Installing PostgreSQL ...\n');
  await apt('--no-install-recommends', 'postgresql');
  return (
    findPrograms() ??
    stop('PostgreSQL is missing. Debian: apt-get install postgresql; elsewhere PGBIN=/path/to/its/bin.')
  );
}

/** The user who runs the server: PostgreSQL refuses to run as root. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** A server of its own in a folder, reached by a socket in it, without any network. */
class Server {
  readonly #bin: string;
  readonly #folder: string;
  readonly #user = serverUser();

  constructor(bin: string, folder: string) {
    this.#bin = bin;
    this.#folder = folder;
    if (this.#user) chownSync(folder, this.#user.uid, this.#user.gid);
    this.#run('initdb', ['-D', this.#data, '-A', 'trust', '-U', 'trivium', '-E', 'UTF8', '--no-sync']);
    this.#run('pg_ctl', ['-D', this.#data, '-w', '-l', path.join(folder, 'log'), '-o', `-k ${folder} -h ''`, 'start']);
  }

  get #data(): string {
    return path.join(this.#folder, 'data');
  }

  #run(program: string, args: string[]): void {
    const run = spawnSync(path.join(this.#bin, program), args, {
      encoding: 'utf8',
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      ...this.#user,
    });
    if (run.status !== 0) stop(`${program} failed: ${run.stderr || run.error?.message}`);
  }

  /** Runs psql in a folder; returns what it prints, as CSV. */
  psql(cwd: string, args: string[]): string {
    const connection = [
      '-h',
      this.#folder,
      '-U',
      'trivium',
      '-d',
      'postgres',
      '-X',
      '-q',
      '--csv',
      '-v',
      'ON_ERROR_STOP=1',
    ];
    return execFileSync(path.join(this.#bin, 'psql'), [...connection, ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
  }

  stop(): void {
    this.#run('pg_ctl', ['-D', this.#data, '-m', 'immediate', 'stop']);
  }
}

/** Rolls up generated teams into a folder. */
function rollUp(folder: string): string {
  const [from, to] = [path.join(folder, 'in'), path.join(folder, 'out')];
  mkdirSync(from);
  const pack = packOf(loadKnowledgeBase());
  const lines = Array.from({ length: teamCount }, (_, seed) =>
    JSON.stringify({ ...generateTeam(pack, seed), system: `Team ${seed}` }),
  );
  writeFileSync(path.join(from, 'teams.jsonl'), lines.join('\n'));
  execFileSync(process.execPath, ['src/cli/trivium.ts', 'rollup', from, '--out', to]);
  return to;
}

/** A row as psql writes it. */
const rowText = (row: Record<string, unknown>): string =>
  Object.values(row)
    .map((value) => value ?? '')
    .join(',');

/**
 * Runs `rollup-postgres.sql` as its header says, on a real server that is installed if necessary, and compares every
 * row with DuckDB's.
 * @param check reports one comparison
 */
export async function checkPostgres(check: (title: string, isRight: boolean, found: readonly string[]) => void) {
  const bin = await programs();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trivium-postgres-'));
  const place = mkdtempSync(path.join(os.tmpdir(), 'trivium-rollup-'));
  const server = new Server(bin, folder);
  try {
    const to = rollUp(place);
    process.stdout.write(server.psql(to, ['-t', '-c', 'SELECT version()']));
    const whole = server.psql(to, ['-f', 'rollup-postgres.sql']);
    const { questions } = partsOf(readFileSync(path.join(to, 'rollup-postgres.sql'), 'utf8'));
    for (const [name, rows] of Object.entries(await askDuckdb(to))) {
      const question = questions.find(([each]) => each === name)?.[1] ?? '';
      const lines = server
        .psql(to, ['-t', '-c', `SET search_path TO trivium_rollup;\n${question}`])
        .trimEnd()
        .split('\n');
      const [expected, found] = [rows.map(rowText).toSorted(), lines.toSorted()];
      const different = found.filter((line, at) => line !== expected[at]);
      check(
        `PostgreSQL, ${name}: ${rows.length} rows as in DuckDB`,
        found.length === expected.length && different.length === 0,
        different.slice(0, 3),
      );
      check(
        `PostgreSQL, ${name}: the whole file prints them`,
        lines.every((line) => whole.includes(line)),
        [],
      );
    }
  } finally {
    server.stop();
    for (const each of [folder, place]) rmSync(each, { recursive: true });
  }
}
