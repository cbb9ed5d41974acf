import ts from 'typescript';

/** A piece of code that people would read as English. */
export interface EnglishText {
  file: string;
  line: number;
  text: string;
}

/** Attributes whose value people see or hear. */
const spoken = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'label',
  'placeholder',
  'title',
]);

/** Attributes whose value is read by browsers only. */
const unspoken =
  /^(class|class:list|className|style|d|points|transform|viewBox|content|media|sizes|rel|sandbox|allow)$/;

const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Whether a string of code reads as a sentence or a label: three words with spaces between, or two that begin large. */
const isSentence = (text: string): boolean => {
  const words = text.split(/\s+/).filter((word) => /^["'“(]?\p{L}[\p{L}'’-]*["'”).,:;?!]*$/u.test(word));
  return words.length >= 3 || /^\p{Lu}\p{Ll}+,? \p{L}+/u.test(text);
};

/** The fixed text of a string or template, with an empty pair of braces for each value in it. */
function textOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}

/** The attribute that a value belongs to, or nothing; calls and conditions between the two do not matter. */
function attributeOf(node: ts.Node): string | undefined {
  for (let up: ts.Node | undefined = node.parent; up; up = up.parent) {
    if (ts.isJsxAttribute(up)) return up.name.getText();
    if (ts.isJsxElement(up) || ts.isJsxFragment(up) || ts.isBlock(up)) return undefined;
  }
  return undefined;
}

const isType = (node: ts.Node): boolean =>
  ts.isLiteralTypeNode(node.parent) || ts.isTemplateLiteralTypeNode(node.parent);
const isModule = ({ parent }: ts.Node): boolean => ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent);

/** Whether people would read a node of the syntax tree. */
function isEnglish(node: ts.Node): node is ts.JsxText | ts.StringLiteralLike | ts.TemplateExpression {
  if (ts.isJsxText(node)) return hasWord(node.text.replaceAll(/&\w+;/g, ''));
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return false;
  if (isType(node) || isModule(node)) return false;
  const attribute = attributeOf(node);
  if (ts.isJsxAttribute(node.parent) && spoken.has(attribute ?? '')) return hasWord(textOf(node));
  return !unspoken.test(attribute ?? '') && isSentence(textOf(node));
}

/** Everything in a script that reads as English. */
function englishInScript(file: string, code: string, kind: ts.ScriptKind): EnglishText[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind);
  const found: EnglishText[] = [];
  const visit = (node: ts.Node): void => {
    if (isEnglish(node)) {
      const text = (ts.isJsxText(node) ? node.text : textOf(node)).replaceAll(/\s+/g, ' ').trim();
      found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const lineBreaks = (text: string): string => text.replaceAll(/[^\n]/g, '');

/**
 * The parts of an Astro file: its scripts and its markup, each with the line breaks before it, so that lines keep their
 * numbers.
 */
function partsOf(page: string): { scripts: string[]; markup: string } {
  const [fence = '', frontmatter = ''] = /^---\n([\s\S]*?)\n---/.exec(page) ?? [];
  const scripts: string[] = [];
  const markup = page
    .slice(fence.length)
    .replaceAll(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<!doctype html>/gi, lineBreaks)
    .replaceAll(
      /(<script[^>]*>)([\s\S]*?)<\/script>/g,
      (whole, tag: string, script: string, at: number, text: string) => {
        scripts.push(lineBreaks(fence + text.slice(0, at) + tag) + script);
        return lineBreaks(whole);
      },
    )
    .replaceAll(/<(meta|link|br|hr|img|input|source|wbr)\b((?:[^>"'{]|"[^"]*"|'[^']*'|\{[^}]*\})*?)\/?>/g, '<$1$2/>');
  return { scripts: [`\n${frontmatter}`, ...scripts], markup: `<>${lineBreaks(fence)}${markup}</>` };
}

/**
 * Everything in a file of code that reads as English: sentences in strings and templates, text between tags, and labels.
 * @param file a path that ends in `.ts`, `.tsx` or `.astro`
 */
export function englishIn(file: string, code: string): EnglishText[] {
  if (!file.endsWith('.astro'))
    return englishInScript(file, code, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const { scripts, markup } = partsOf(code);
  return [
    ...scripts.flatMap((script) => englishInScript(file, script, ts.ScriptKind.TS)),
    ...englishInScript(file, markup, ts.ScriptKind.TSX),
  ];
}
