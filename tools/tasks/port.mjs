// Determines the port that `npm start` listens on, and says what to do if it cannot.
import net from 'node:net';

export const defaultPort = 4321;
const highestPort = 65_535;
const possible = `a whole number from 1 to ${highestPort}, or 0 for any free port`;

/** The requested port, as text, and where it was requested; the first of several sources wins. */
function requestedPort(args, env) {
  const [first = '', second, ...more] = args;
  // What npm leaves of "npm start --port 80".
  if (/^\d+$/.test(first) && args.length === 1) return { source: '--port', text: first };
  const option = /^--port(?:=(.*))?$/s.exec(first);
  const rest = option?.[1] === undefined ? more : args.slice(1);
  if (first !== '' && (!option || rest.length > 0)) {
    const unknown = option ? rest[0] : first;
    return { problem: `"${unknown}" is unknown. Possible: npm start -- --port ${defaultPort}` };
  }
  if (option) return { source: '--port', text: option[1] ?? second ?? '' };
  if (env.npm_config_port) return { source: '--port', text: env.npm_config_port }; // ... and of "npm start --port=80"
  if (env.PORT) return { source: 'PORT', text: env.PORT };
  return { source: '--port', text: String(defaultPort) };
}

/**
 * The port to listen on: the argument `--port`, else the environment variable PORT, else the default.
 * @returns `{ port }`, or `{ problem }` with a sentence about an invalid value
 */
export function readPort(args, env) {
  const { source, text, problem } = requestedPort(args, env);
  if (problem !== undefined) return { problem };
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (port <= highestPort) return { port };
  return { problem: `${source} is "${text}"; possible: ${possible}. For example: npm start -- --port ${defaultPort}` };
}

/** What to do if listening on a port fails. */
export function portHint(error, { port, host }) {
  const another = port === defaultPort ? defaultPort + 1 : defaultPort;
  const causes = {
    EADDRINUSE: `Something listens there already; if it is Trivium, open that address. Else stop it, or choose another port: npm start -- --port ${another}`,
    EACCES: `Ports below 1024 need special rights. Choose a higher one: npm start -- --port ${another}`,
  };
  return `Cannot serve on http://${host}:${port} (${error.code}). ${causes[error.code] ?? error.message}`;
}

/** Why listening on a port fails at the moment, as a sentence; undefined if it works. */
export const portProblem = ({ port, host = '127.0.0.1' }) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.on('error', (error) => resolve(portHint(error, { port, host })));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
