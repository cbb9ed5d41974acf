// Starts the installed nginx and Caddy with the files of deploy/, as the current user, to test those files.
// Usage: node tools/tasks/servers.mjs   prints the Debian packages of both
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The Debian packages of the servers. */
export const serverPackages = ['nginx-light', 'caddy'];

const env = { ...process.env, PATH: `${process.env.PATH}${path.delimiter}/usr/sbin` };

/** Whether a server is installed. */
export const isInstalled = (command) => spawnSync(command, ['version'], { env, stdio: 'ignore' }).error === undefined;

/** A free port of this machine. */
const freePort = () =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Replaces a line that must occur exactly once. */
function replaceLine(text, line, value) {
  if (text.split(line).length !== 2) throw new Error(`"${line}" has to occur exactly once in deploy/nginx.conf.`);
  return text.replace(line, value);
}

/** Writes the files of each server into a folder and returns the command that starts it. */
const servers = {
  nginx({ root, base, port, folder }) {
    let site = readFileSync('deploy/nginx.conf', 'utf8');
    site = replaceLine(site, 'listen 8080;', `listen 127.0.0.1:${port};`);
    site = replaceLine(site, 'root /usr/share/nginx/html;', `root "${root}";`);
    site = replaceLine(site, 'set $site_base "/";', `set $site_base "${base}";`);
    const temporaryFolders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const paths = temporaryFolders.map((name) => `${name}_temp_path "${folder}/${name}";`).join('\n');
    const main = 'daemon off;\nmaster_process off;\nerror_log stderr;\nevents {}\n';
    const config = `${main}pid "${folder}/pid";\nhttp {\naccess_log off;\n${paths}\n${site}\n}\n`;
    writeFileSync(path.join(folder, 'nginx.conf'), config);
    return { command: 'nginx', args: ['-p', folder, '-e', 'stderr', '-c', path.join(folder, 'nginx.conf')], env };
  },
  caddy({ root, base, port, folder }) {
    const caddyEnv = { PORT: String(port), SITE_ROOT: root, SITE_BASE: base, HOME: folder, XDG_DATA_HOME: folder };
    const args = ['run', '--config', path.resolve('deploy/Caddyfile'), '--adapter', 'caddyfile'];
    return { command: 'caddy', args, env: { ...env, ...caddyEnv, XDG_CONFIG_HOME: folder } };
  },
};
export const serverNames = Object.keys(servers);

/**
 * Starts a server on a free port of 127.0.0.1.
 * @param name one of `serverNames`
 * @param root the folder that holds the site, below its base path
 * @param base the base path it was built for
 * @param folder an empty folder for files that the server writes
 * @returns its address, and a function that stops it
 */
export async function startServer(name, { root, base = '/', folder }) {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const { command, args, env: serverEnv } = servers[name]({ root, base, port, folder });
  const server = spawn(command, args, { env: serverEnv, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  server.stderr.on('data', (text) => {
    output += text;
  });
  const exit = new Promise((resolve) => server.once('exit', resolve));
  const stop = () => {
    server.kill();
    return exit;
  };
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error(`${name} did not start: ${output}`);
    const response = await fetch(address, { method: 'HEAD' }).catch(() => undefined);
    if (response) return { address, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${name} did not answer within 10 seconds: ${output}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${serverPackages.join(' ')}\n`);
