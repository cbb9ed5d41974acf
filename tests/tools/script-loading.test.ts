import { expect, test } from 'vitest';
import { withLatePriority, withModules, withPreloads } from '../../tools/astro/script-loading.mjs';

test('withPreloads() puts links before the first script, and refuses a page without one', () => {
  expect(withPreloads('<head><script type="module" src="/b.js"></script></head>', ['/a.js'])).toBe(
    '<head><link rel="modulepreload" href="/a.js"><script type="module" src="/b.js"></script></head>',
  );
  expect(() => withPreloads('<head></head>', ['/a.js'])).toThrow('no script');
});

test('withLatePriority() lowers the priority of every script', () => {
  expect(
    withLatePriority('<script type="module" src="/a.js"></script><script type="module" src="/b.js"></script>'),
  ).toBe(
    '<script type="module" fetchpriority="low" src="/a.js"></script><script type="module" fetchpriority="low" src="/b.js"></script>',
  );
});

test('withModules() names modules that are not among the scripts of the page, and refuses a page without an app', () => {
  const html = '<div id="app"></div><script type="module" src="/a.js"></script>';
  expect(withModules(html, ['/a.js', '/b.js', '/c.js'])).toBe(
    '<div id="app" data-modules="/b.js /c.js"></div><script type="module" src="/a.js"></script>',
  );
  expect(() => withModules('<main></main>', ['/a.js'])).toThrow('no app');
});
