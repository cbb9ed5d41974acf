import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/code-budget.ts';
import { englishIn } from '../support/english.ts';

/** Files whose English stays, and why. */
const exceptions: readonly { files: RegExp; text?: RegExp; why: string }[] = [
  {
    files: /^src\/core\/(data\/(dataset|pack-schema|record-schemas)|report\/(promises|report)-schema)\.ts$/,
    why: 'describes the fields of published formats, which are the same in every language',
  },
  { files: /^src\/core\/answers\/recover\.ts$/, why: 'names fields of a file' },
  { files: /^src\/core\/model\/(problem|read-value)\.ts$/, text: /^Invalid input$/, why: 'a message to recognise' },
  { files: /^src\/core\/text\/fold-text\.ts$/, why: 'letters of many languages' },
  { files: /^src\/core\/render\/html-file\.ts$/, text: /^default-src/, why: 'a security policy' },
  { files: /^src\/core\/render\/reliability-html\.ts$/, text: /^:root/, why: 'the styles of its page' },
  { files: /^src\/core\/render\/cite\.ts$/, why: 'names, and the title of the study as it was published' },
  { files: /^src\/core\/render\/issues\.ts$/, why: 'columns and commands of other programs' },
  { files: /^src\/core\/overlay\/theme\.ts$/, text: /\((forced|prefers)-/, why: 'conditions of CSS' },
  { files: /^src\/app\/shared\/sheet-style\.ts$/, text: /serif$/, why: 'names of typefaces' },
  { files: /^src\/build\/json-ld\.ts$/, why: 'names, and the title of the study as it was published' },
  { files: /^src\/build\/knowledge-base\.ts$/, text: /^trivium knowledge base$/, why: 'a key between threads' },
  { files: /^src\/build\/schemas\.ts$/, why: 'names of published formats, which are the same in every language' },
  { files: /^src\/build\/site-files\.ts$/, text: /^User-agent/, why: 'robots.txt' },
  { files: /^src\/cli\/(parquet|rollup-sql)\.ts$/, why: 'SQL, and the comments of a published file of SQL' },
  { files: /^src\/components\/charts\/Transcripts\.astro$/, why: 'themes as the data of the study names them' },
  {
    files: /^src\/pages\//,
    text: /^npm run -s trivium|^(pack)?\.json$|^JSON$|^const address/,
    why: 'commands, files and code',
  },
  { files: /^src\/search\/languages\.ts$/, why: 'words of English that say nothing on their own' },
];

const isException = ({ file, text }: { file: string; text: string }): boolean =>
  exceptions.some((each) => each.files.test(file) && (each.text?.test(text) ?? true));

const found = sourceFiles('src').flatMap((file) => englishIn(file, readFileSync(file, 'utf8')));

test('src/ has no sentences or labels of its own, but those that are exempt', () => {
  const places = found
    .filter((each) => !isException(each))
    .map(
      ({ file, line, text }) =>
        `${file}:${line} says "${text}". Move it to content/ui/en.yaml or content/messages/en/.`,
    );
  expect(places.join('\n')).toBe('');
});

test('every exception is still needed', () => {
  const unused = exceptions.filter(
    ({ files, text }) => !found.some((each) => files.test(each.file) && (text?.test(each.text) ?? true)),
  );
  expect(unused, 'Nothing needs these exceptions any more. Remove them from this test.').toEqual([]);
});

const texts = (file: string, code: string): string[] =>
  englishIn(file, code).map(({ line, text }) => `${line} ${text}`);

test('englishIn() finds sentences in strings and templates, text between tags, and labels', () => {
  expect(texts('a.ts', "const a = 'There is none.';\nconst b = `It has $" + '{n} parts too many`;')).toEqual([
    '1 There is none.',
    '2 It has {} parts too many',
  ]);
  expect(texts('a.tsx', 'const a = <p title="Close">\n  Not now <b>{x}</b></p>;')).toEqual(['1 Close', '2 Not now']);
});

test('englishIn() passes over names, types, modules and classes', () => {
  const code =
    "import x from 'a b c.ts';\ntype Side = 'on the left';\nconst id = 'left-side'; const query = 'main, a';";
  expect(texts('a.ts', code)).toEqual([]);
  expect(texts('a.tsx', 'const a = <p class="wide open page">{text}&nbsp;</p>;')).toEqual([]);
});

test('englishIn() reads the frontmatter, the markup and the scripts of an Astro page, with their lines', () => {
  const page = [
    '---',
    "const title = 'A page of ours';",
    '---',
    '<style>.a .b .c { color: red }</style>',
    '<meta name="x" content="a b c" />',
    '<p>Some text</p>',
    '<script>',
    "throw new Error('This never happens here');",
    '</script>',
  ].join('\n');
  expect(texts('a.astro', page).toSorted()).toEqual(['2 A page of ours', '6 Some text', '8 This never happens here']);
});
