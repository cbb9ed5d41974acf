import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Every class of a view is there for something: a stylesheet, a script or a test names it.

const filesOf = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => `${folder}/${file}`);
const textOf = (file: string) => readFileSync(file, 'utf8');

const stylesheets = filesOf('src', /\.css$|style\.ts$/).map(textOf);
/** What stands between quotes, without the code in it: `root.context` is no class. */
const quotedTexts = [...filesOf('src', /\.(astro|tsx?)$/), ...filesOf('tests', /\.ts$/)].flatMap((file) =>
  [...textOf(file).matchAll(/(['"`]).*?\1/g)].map(([quoted]) => quoted.replaceAll(/\$\{[^}]*\}/g, '')),
);
const users = [...stylesheets, ...quotedTexts].join('\n');

const isUsed = (name: string) => new RegExp(`\\.${name}(?![\\w-])|'[^\\n]*class="${name}"`).test(users);

test('every class of a view occurs in a stylesheet, a script or a test', () => {
  const classes = filesOf('src', /\.(astro|tsx)$/)
    .filter((file) => !file.includes('.test.'))
    .flatMap((file) =>
      [...textOf(file).matchAll(/ class="([^"{}$]+)"/g)].flatMap(([, names = '']) =>
        names.split(/\s+/).map((name) => ({ file, name })),
      ),
    );
  expect(classes.length).toBeGreaterThan(500);
  expect(classes.filter(({ name }) => name !== '' && !isUsed(name))).toEqual([]);
});
