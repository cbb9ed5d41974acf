import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { filesIn } from '../../src/build/files-in.ts';
import { parseSource } from '../../src/build/read-content.ts';
import { countWords } from '../../src/core/text/count-words.ts';

/** The parts of content/ by what a translator finds there, in the order of the work. */
const parts: readonly { place: string; files: RegExp; holds: string }[] = [
  { place: 'content/ui/en.yaml', files: /^ui\/en\.yaml$/, holds: 'every sentence of the pages' },
  { place: 'content/ui/privacy.yaml', files: /^ui\/privacy\.yaml$/, holds: 'the promises about answers' },
  { place: 'content/messages/en/', files: /^messages\/en\//, holds: 'errors, exports, the command line' },
  {
    place: 'content/assessment/',
    files: /^assessment\/(?!look|migrations)/,
    holds: 'questions, answers, moves, signals',
  },
  { place: 'content/assessment/look/', files: /^assessment\/look\//, holds: 'what a place in a repository shows' },
  { place: 'content/<kind>/*.mdx', files: /^(?!study)[^/]+\/[^/]+\.mdx$/, holds: 'the entries of the knowledge base' },
  { place: 'content/study/', files: /^study\/.+\.(yaml|mdx)$/, holds: 'claims, participants, frameworks, pages' },
  { place: 'content/templates/', files: /^templates\/.+\.md$/, holds: 'texts to copy; code in the others stays' },
  { place: 'content/trouble/', files: /^trouble\//, holds: 'bugs, and the first steps in trouble' },
  { place: 'content/*.yaml', files: /^[^/]+\.yaml$/, holds: 'glossary, everyday words, tools, news' },
  { place: 'content/samples/', files: /^samples\//, holds: 'the made-up teams' },
];

/** The texts in data; ids and other words without a space do not count. */
function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return /\s/.test(data) ? [data] : [];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}

/** The texts of strings and templates in a module. */
function textsInModule(code: string): string[] {
  const source = ts.createSourceFile('module.ts', code, ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push(node.head.text, ...node.templateSpans.map(({ literal }) => literal.text));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

function textsOf(file: string): string[] {
  const text = readFileSync(path.join('content', file), 'utf8');
  if (file.endsWith('.ts')) return textsInModule(text);
  const { data, body } = parseSource(file, text).source;
  return data === undefined ? [text] : [...textsIn(data), body?.text ?? ''];
}

/** Every part with its number of files and of words. */
export function translationParts(): { place: string; holds: string; files: number; words: number }[] {
  const all = filesIn('content');
  return parts.map(({ place, files, holds }) => {
    const partFiles = all.filter((file) => files.test(file));
    const words = partFiles.flatMap(textsOf).reduce((sum, text) => sum + countWords(text), 0);
    return { place, holds, files: partFiles.length, words };
  });
}

/** The parts as a Markdown table, words rounded to the next ten. */
export function translationTable(): string {
  const rows = translationParts().map(
    ({ place, holds, files, words }) => `| \`${place}\` | ${holds} | ${files} | ${Math.ceil(words / 10) * 10} |`,
  );
  return ['| part | what is in it | files | words |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
