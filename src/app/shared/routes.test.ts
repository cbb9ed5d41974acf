import { expect, test } from 'vitest';
import { parseRoute, type Route, routePath } from './routes.ts';

const routes: Route[] = [
  { view: 'start' },
  { view: 'question', depth: 'quick', item: 'fast-idea-to-model' },
  { view: 'stage', depth: 'full', stage: 'experimentation' },
  { view: 'meeting', depth: 'full', item: undefined },
  { view: 'meeting', depth: 'full', item: 'label-live-data' },
  { view: 'check', depth: 'quick' },
  { view: 'report', depth: 'full' },
];

test.each(
  routes.map((route) => [routePath(route), route]),
)('%s is a route, however a host serves it', (path, route) => {
  const served = [path, path.slice(0, -1), `${path}index.html`, path.toUpperCase(), path.replaceAll('/', '//')];
  expect(served.map(parseRoute)).toEqual(served.map(() => route));
});

test('other paths are no route', () => {
  const paths = ['/', '/entries/', '/assess/quick/', '/assess/quick/index.html', '/assess/slow/check/'];
  for (const path of [...paths, '/assess/quick/check/more/', '/assess/quick/meeting/a/b/'])
    expect(parseRoute(path), path).toBeNull();
});
