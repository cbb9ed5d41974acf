import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

// Stylesheets are global, so the class that begins a selector says whose it is: it has at least two words, or it is the
// name of a component or stylesheet at hand. `.agenda` alone could be a meeting's or a group's.

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => path.posix.join('src', file.replaceAll('\\', '/')))
  .filter((file) => /\.(astro|tsx|css)$/.test(file) && !file.includes('.test.'));
const stylesheets = files.filter((file) => file.endsWith('.css') && !file.startsWith('src/styles/'));

/** Words that several features share, or that a stylesheet takes from another feature; ten at most. */
const exceptions = [
  'src/app/assess/assess.css: choice', // a radio button with its label: an assessment and a group's discussion have it
  'src/app/proposals/proposals.css: question', // how findings stand on the page of a question
  'src/app/shared/citations.css: cite', // the evidence of a sentence, on every page; authors write it `<Cite>`
];

const singular = (word: string) => word.replace(/s$/, '');
/** The name of a component or stylesheet as a class has it: `TimerView.tsx` is `timer`. */
const nameOf = (file: string) =>
  path.posix
    .parse(file)
    .name.replace(/^_|View$/g, '')
    .replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();

/** Whether a file is in the folder of a stylesheet, below it, or above it in the same part of `src/`. */
function isAtHand(file: string, stylesheet: string): boolean {
  const [folder, own] = [path.posix.dirname(file), path.posix.dirname(stylesheet)];
  const isAbove = `${own}/`.startsWith(`${folder}/`) && folder.split('/').length > (own.startsWith('src/app') ? 2 : 1);
  return isAbove || `${folder}/`.startsWith(`${own}/`);
}

const isRule = (prelude: string) => !prelude.trim().startsWith('@');

/** The classes that begin a selector; nested selectors belong to the one around them. */
function firstClasses(css: string): string[] {
  const open: string[] = [];
  const rules: string[] = [];
  for (const [, text = '', end] of css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{};]*)([{};])/g)) {
    if (end === '}') open.pop();
    if (end !== '{') continue;
    if (isRule(text) && !open.some(isRule)) rules.push(text);
    open.push(text);
  }
  let selectors = rules.join(',');
  while (selectors.includes('(')) selectors = selectors.replaceAll(/\([^()]*\)/g, '');
  return selectors.split(',').flatMap((selector) => /^\s*[a-z\d]*\.([\w-]+)/.exec(selector)?.[1] ?? []);
}

/** The classes of one word that are not the name of anything at hand. */
function namelessClasses(stylesheet: string, css: string): string[] {
  const names = files.filter((file) => isAtHand(file, stylesheet)).map(nameOf);
  const known = new Set([...names, ...nameOf(stylesheet).split('-')].map(singular));
  return [...new Set(firstClasses(css))].filter((name) => !name.includes('-') && !known.has(singular(name)));
}

test('a class that begins a selector has two words or the name of its component', () => {
  const nameless = stylesheets.flatMap((file) =>
    namelessClasses(file, readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`),
  );
  expect(stylesheets.length).toBeGreaterThan(50);
  expect(nameless.sort()).toEqual(exceptions);
});

test.each([
  ['.agenda { a { } }', []],
  ['.talk li { }', ['talk']],
  ['@media print { @layer a { li.every:is(.a, .b), .dot-strip { --a: 1; } } }', ['every']],
  ['.dot-strip { .text { } } main:has(.talk) { }', []],
  ['.together .text { } /* .talk { } */', []],
])('in the stylesheet of answers together, %s', (css, expected) => {
  expect(namelessClasses('src/app/together/together.css', css)).toEqual(expected);
});
