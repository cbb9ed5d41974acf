// Starts nginx and Caddy with the files of deploy/, as the user who asks, to test them. They are taken from the system.
// Usage: node tools/tasks/servers.mjs   prints the packages of the system that bring them
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The packages of Debian that bring the servers. */
export const serverPackages = ['nginx-light', 'caddy'];

const env = { ...process.env, PATH: `${process.env.PATH}${path.delimiter}/usr/sbin` };

/** Whether a server is installed. */
export const isInstalled = (command) => spawnSync(command, ['version'], { env, stdio: 'ignore' }).error === undefined;

/** A port of this machine that nobody listens on. */
const freePort = () =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Puts a value in the place of a line that has to stand there exactly once. */
function set(text, line, value) {
  if (text.split(line).length !== 2) throw new Error(`"${line}" has to stand once in deploy/nginx.conf.`);
  return text.replace(line, value);
}

/** Each server: its files in a folder of its own, and the command that runs it. */
const servers = {
  nginx({ root, base, port, folder }) {
    let site = readFileSync('deploy/nginx.conf', 'utf8');
    site = set(site, 'listen 8080;', `listen 127.0.0.1:${port};`);
    site = set(site, 'root /usr/share/nginx/html;', `root "${root}";`);
    site = set(site, 'error_page 403 404 =404 /404.html;', `error_page 403 404 =404 ${base}404.html;`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const places = temporary.map((name) => `${name}_temp_path "${folder}/${name}";`).join('\n');
    const own = 'daemon off;\nmaster_process off;\nerror_log stderr;\nevents {}\n';
    const whole = `${own}pid "${folder}/pid";\nhttp {\naccess_log off;\n${places}\n${site}\n}\n`;
    writeFileSync(path.join(folder, 'nginx.conf'), whole);
    return { command: 'nginx', args: ['-p', folder, '-e', 'stderr', '-c', path.join(folder, 'nginx.conf')], env };
  },
  caddy({ root, base, port, folder }) {
    const own = { PORT: String(port), SITE_ROOT: root, SITE_BASE: base, HOME: folder, XDG_DATA_HOME: folder };
    const args = ['run', '--config', path.resolve('deploy/Caddyfile'), '--adapter', 'caddyfile'];
    return { command: 'caddy', args, env: { ...env, ...own, XDG_CONFIG_HOME: folder } };
  },
};
export const serverNames = Object.keys(servers);

/**
 * Starts a server on a free port of 127.0.0.1.
 * @param name one of `serverNames`
 * @param root the folder in which the site lies, below its base
 * @param base the base for which it was built
 * @param folder an empty folder for what the server writes
 * @returns its address, and a function that ends this very process
 */
export async function startServer(name, { root, base = '/', folder }) {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const { command, args, env: own } = servers[name]({ root, base, port, folder });
  const server = spawn(command, args, { env: own, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (text) => {
    said += text;
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = () => {
    server.kill();
    return ended;
  };
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error(`${name} did not start: ${said}`);
    const answers = await fetch(address, { method: 'HEAD' }).catch(() => undefined);
    if (answers) return { address, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${name} did not answer within 10 seconds: ${said}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${serverPackages.join(' ')}\n`);
