import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { markupProblems } from '../support/page-markup.ts';

const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
const textOf = (page: string): string => readFileSync(path.join('dist', page), 'utf8');

test('every page is well-formed and has no id twice', () => {
  expect(pages.length).toBeGreaterThan(200);
  expect(pages.flatMap((page) => markupProblems(textOf(page)).map((problem) => `${page}: ${problem}`))).toEqual([]);
});

test('every page has one h1, one main, a language and a description', () => {
  const counts = (text: string) => [/<h1[\s>]/g, /<main[\s>]/g].map((tag) => [...text.matchAll(tag)].length);
  expect(pages.filter((page) => counts(textOf(page)).join() !== '1,1')).toEqual([]);
  const head = /^<!doctype html><html lang="en">[\s\S]*<meta name="description" content="[^"]+">/i;
  expect(pages.filter((page) => !head.test(textOf(page)))).toEqual([]);
});

test('no two pages have the same title', () => {
  const titles = pages.map((page) => /<title>([^<]+)<\/title>/.exec(textOf(page))?.[1]);
  expect(titles.filter((title) => title === undefined)).toEqual([]);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test('no paragraph repeats the one before it', () => {
  const repeated = (page: string) =>
    [...textOf(page).matchAll(/<p[^>]*>([^<]{20,})<\/p>\s*(?=<p[^>]*>([^<]*)<\/p>)/g)].flatMap(
      ([, first = '', second]) => (second?.startsWith(first) ? [`${page}: ${first}`] : []),
    );
  expect(pages.flatMap(repeated)).toEqual([]);
});

test('every page carries the policy of our headers, before anything it applies to, and has no inline script', () => {
  const [, policy = ''] = /Content-Security-Policy: (.+)/.exec(textOf('_headers')) ?? [];
  expect(policy).toContain("script-src 'self'; style-src 'self'");
  const inPage = policy.replace("frame-ancestors 'none'; ", ''); // which only works as a header
  const start = `<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${inPage}">`;
  expect(pages.filter((page) => !textOf(page).includes(start))).toEqual([]);
  const inline = /<style|<script(?! type="application\/ld\+json")(?![^>]* src=)|\sstyle="|\son\w+="/;
  expect(pages.filter((page) => inline.test(textOf(page)))).toEqual([]);
});

test('every page asks for one stylesheet, before its scripts', () => {
  const sheetLinks = (text: string) => [...text.matchAll(/<link[^>]* rel="stylesheet"/g)];
  expect(pages.filter((page) => sheetLinks(textOf(page)).length !== 1)).toEqual([]);
  const firstScript = (text: string) => text.search(/<script type="module"|<link rel="modulepreload"/);
  expect(pages.filter((page) => (sheetLinks(textOf(page))[0]?.index ?? 0) > firstScript(textOf(page)))).toEqual([]);
});

test('every screen of the assessment names the modules that it needs', () => {
  const screens = pages.filter((page) => /<script[^>]* src="[^"]*\/AssessmentApp\./.test(textOf(page)));
  expect(screens.length).toBeGreaterThan(100);
  const names =
    /<div id="app" data-modules="[^"]*\/assessment-app\.|<link rel="modulepreload" href="[^"]*\/assessment-app\./;
  expect(screens.filter((page) => !names.test(textOf(page)))).toEqual([]);
});

test('the bill of materials names every package that the project depends on', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { components } = JSON.parse(textOf('sbom.json'));
  expect(components.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(Object.keys(dependencies)),
  );
});

test('markupProblems(html) finds tags that do not match, stray text and repeated ids', () => {
  expect(markupProblems('<p id="a">x<br>y</p><svg><path d="M0"/></svg>')).toEqual([]);
  expect(markupProblems('<div><p>x</div>')).toEqual(['</div> closes <p>']);
  expect(markupProblems('</p><ul>')).toEqual(['</p> closes nothing', '<ul> is never closed']);
  expect(markupProblems('<i id="a"></i><b id="a"></b>')).toEqual(['the id "a" occurs twice']);
  expect(markupProblems('<p>{title} undefined</p><p title="[object Object]"></p>')).toEqual([
    'text "undefined"',
    'text "[object Object]"',
  ]);
});
