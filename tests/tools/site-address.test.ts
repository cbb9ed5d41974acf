import { expect, test } from 'vitest';
import { readSiteAddress } from '../../tools/astro/site-address.mjs';

test.each([
  [{}, { site: 'https://trivium.example', base: '/' }],
  [
    { SITE_URL: '', SITE_BASE: '' },
    { site: 'https://trivium.example', base: '/' },
  ],
  [
    { SITE_URL: 'https://a.example.org', SITE_BASE: '/x/' },
    { site: 'https://a.example.org', base: '/x/' },
  ],
  [
    { SITE_URL: 'http://127.0.0.1:8080/', SITE_BASE: '/a-b/c.d~e/' },
    { site: 'http://127.0.0.1:8080/', base: '/a-b/c.d~e/' },
  ],
])('readSiteAddress(%j)', (env, address) => {
  expect(readSiteAddress(env)).toEqual(address);
});

test.each([
  'trivium',
  '/trivium',
  'trivium/',
  '//',
  '/a//b/',
  '/../',
  '/a b/',
  '/ä/',
  '/?x/',
  'https://x.example/',
])('SITE_BASE "%s" is refused with what is possible', (base) => {
  expect(() => readSiteAddress({ SITE_BASE: base })).toThrow(`SITE_BASE is "${base}". Possible: "/", or a path`);
});

test.each([
  'trivium.example.org',
  'ftp://trivium.example.org',
  'https://trivium.example.org/path/',
  'https://trivium.example.org?',
  'https://user@trivium.example.org',
  'localhost:8080',
])('SITE_URL "%s" is refused with what is possible', (url) => {
  expect(() => readSiteAddress({ SITE_URL: url })).toThrow(`SITE_URL is "${url}". Possible: a scheme and a host`);
});
