import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

// What can be known of deploy/Containerfile without a container engine, which a test cannot ask for: it is read, not built.
const lines = readFileSync('deploy/Containerfile', 'utf8').split('\n');
const of = (word: string, from = lines) =>
  from.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
const nginx = readFileSync('deploy/nginx.conf', 'utf8');

test('base images are pinned by tag and digest', () => {
  expect(of('FROM')).toHaveLength(2);
  for (const image of of('FROM'))
    expect(image).toMatch(/^\$\{IMAGES\}[\w/-]+:[\w.-]+@sha256:[0-9a-f]{64}( AS build)?$/);
});

test('both stages end without the rights of root', () => {
  expect(of('USER')).toEqual(['node', '101']);
  expect(lines.indexOf('USER node')).toBeLessThan(lines.findIndex((line) => line.includes('npm run build')));
});

test('the last stage serves the built site with the very file that is tested, where that file looks for it', () => {
  const port = Number(/listen (\d+);/.exec(nginx)?.[1]);
  expect(port).toBeGreaterThan(1024);
  expect(of('EXPOSE', last)).toEqual([String(port)]);
  expect(of('COPY', last)).toEqual([
    '--from=build /trivium/deploy/nginx.conf /etc/nginx/conf.d/default.conf',
    `--from=build /trivium/site ${/root (\S+);/.exec(nginx)?.[1]}`,
  ]);
  expect(of('RUN', last)).toEqual([]);
});

test('what is not source stays out of the image', () => {
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['**/node_modules', '.git', 'dist', 'reports']));
});

test('one argument puts the site below a path: the folder and the one line of nginx.conf', () => {
  const text = lines.join('\n');
  expect(text).toContain('cp -r dist/. "site$SITE_BASE"');
  expect(text).toContain('s#set \\$site_base \\"/\\"#set \\$site_base \\"$SITE_BASE\\"#');
  expect(nginx.split('set $site_base "/";')).toHaveLength(2);
});

test('compose and Kubernetes use the port, the user and the health check of the container', () => {
  const [port, user] = [Number(of('EXPOSE', last)[0]), Number(of('USER', last)[0])];
  expect(of('HEALTHCHECK', last)[0]).toContain(`http://127.0.0.1:${port}/healthz`);
  expect(nginx).toContain('location = /healthz');
  const { services } = parse(readFileSync('deploy/compose.yaml', 'utf8'));
  expect(services.trivium.build.dockerfile).toBe('deploy/Containerfile');
  expect(services.trivium.ports).toEqual([`127.0.0.1:${port}:${port}`]);
  const documents = parseAllDocuments(readFileSync('deploy/kubernetes.yaml', 'utf8'));
  const [deployment, service] = documents.map((each) => each.toJS());
  const { containers, securityContext } = deployment.spec.template.spec;
  expect(containers[0].ports).toEqual([{ containerPort: port }]);
  for (const probe of ['readinessProbe', 'livenessProbe'])
    expect(containers[0][probe].httpGet).toEqual({ path: '/healthz', port });
  expect(securityContext.runAsUser).toBe(user);
  expect(service.spec.ports[0].targetPort).toBe(port);
});
