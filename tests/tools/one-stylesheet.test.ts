import { expect, test } from 'vitest';
import { withOneStylesheet } from '../../tools/astro/one-stylesheet.mjs';

const link = (href: string, more = '') => `<link rel="stylesheet" href="${href}"${more}>`;

test('several stylesheets become one, in the place of the first, which names the others', () => {
  const joined: string[][] = [];
  const join = (hrefs: string[]) => {
    joined.push(hrefs);
    return '/page.css';
  };
  const html = `<head>${link('/a.css')}<title>A</title>${link('/b.css')}</head>`;
  expect(withOneStylesheet(html, join)).toBe(
    `<head>${link('/page.css', ' data-holds="/a.css /b.css"')}<title>A</title></head>`,
  );
  expect(joined).toEqual([['/a.css', '/b.css']]);
});

test('a page with one stylesheet stays as it is', () => {
  const html = `<head>${link('/a.css')}</head>`;
  expect(withOneStylesheet(html, () => '/page.css')).toBe(html);
});
