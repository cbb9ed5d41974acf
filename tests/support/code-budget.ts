import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A function that has a name, with the number of lines from its head to its end. */
export interface NamedFunction {
  file: string;
  name: string;
  lines: number;
}

/** Files below a folder, as paths from the root of the project; without installed packages and hidden folders. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => !/\/(\.|node_modules\/)/.test(file))
    .toSorted();

/** Files of code below a folder. */
export const codeFiles = (folder: string): string[] =>
  filesBelow(folder).filter((file) => /(?<!\.d)\.(ts|tsx|js|mjs|astro)$/.test(file));

const isTest = (file: string) => /\.test\.\w+$/.test(file);

/** Unit tests below a folder. */
export const testFiles = (folder: string): string[] => codeFiles(folder).filter(isTest);

/** Files of code below a folder without these tests. */
export const sourceFiles = (folder: string): string[] => codeFiles(folder).filter((file) => !isTest(file));

/** Stylesheets below a folder. */
export const stylesheets = (folder: string): string[] => filesBelow(folder).filter((file) => file.endsWith('.css'));

/** The number of lines in a file. */
export const lineCount = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length;

/** The name under which a function can be called; undefined for a function without a name. */
function nameOf(node: ts.Node, source: ts.SourceFile): string | undefined {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isAccessor(node))
    return node.name?.getText(source);
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return undefined;
  const { parent } = node;
  const isNamed =
    ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
  return isNamed ? parent.name.getText(source) : undefined;
}

/** Every function of a text that has a name and a body, including those inside others. */
export function namedFunctions(file: string, text: string): NamedFunction[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const functions: NamedFunction[] = [];
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    const name = 'body' in node && node.body ? nameOf(node, source) : undefined;
    if (name) functions.push({ file, name, lines: lineAt(node.end) - lineAt(node.getStart(source)) + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return functions;
}
