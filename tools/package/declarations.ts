import path from 'node:path';
import ts from 'typescript';

type Named = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/** How types are written out: completely, by their names where they have one. */
const format =
  ts.NodeBuilderFlags.NoTruncation |
  ts.NodeBuilderFlags.InTypeAlias |
  ts.NodeBuilderFlags.UseAliasDefinedOutsideCurrentScope |
  ts.NodeBuilderFlags.MultilineObjectLiterals;

const isNamed = (node: ts.Node): node is Named => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

/**
 * Whether a file is code of this project, and not of a package or of TypeScript itself, which writes paths with
 * slashes.
 */
const isOurs = ({ fileName }: ts.SourceFile): boolean =>
  path.resolve(fileName).startsWith(path.resolve('src') + path.sep);

/** The text above a declaration that documents it; empty if there is none. */
function documentationOf(node: ts.Node): string {
  const text = node.getSourceFile().text;
  const comments = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  const last = comments.map(({ pos, end }) => text.slice(pos, end)).findLast((comment) => comment.startsWith('/**'));
  return last === undefined ? '' : `${last}\n`;
}

/**
 * Writes the types of the public names into one text that needs no other file: types of ours as they are declared, and
 * what they derive from values or from packages written out.
 */
class DeclarationWriter {
  readonly #checker: ts.TypeChecker;
  readonly #printer = ts.createPrinter({ removeComments: true });
  readonly #written = new Map<string, { symbol: ts.Symbol; text: string }>();

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** The declarations of the public names of a module, and of every type that they mention. */
  write(module: ts.Symbol): string {
    const names = this.#checker.getExportsOfModule(module).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const values = names.flatMap((name) => this.#valueText(name) ?? []);
    for (const name of names) this.#addType(this.#original(name));
    const types = [...this.#written.values()].map(({ text }) => text);
    const list = `export { ${names.map(({ name }) => name).join(', ')} };`;
    return `${[...values, ...types, list].join('\n\n')}\n`;
  }

  #original = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;

  /** The declaration of a function or constant, all of whose types have to be annotated; undefined for a type. */
  #valueText(symbol: ts.Symbol): string | undefined {
    const node = symbol.valueDeclaration;
    if (!node) return undefined;
    if (ts.isFunctionDeclaration(node)) return this.#functionText(symbol.name, node, documentationOf(node));
    const { initializer, type } = node as ts.VariableDeclaration;
    const docs = documentationOf(node.parent.parent);
    if (initializer && ts.isArrowFunction(initializer)) return this.#functionText(symbol.name, initializer, docs);
    return `${docs}declare const ${symbol.name}: ${this.#annotationText(type)};`;
  }

  /** The declaration of a function. Parameters with a default are optional. */
  #functionText(name: string, { parameters, type }: ts.SignatureDeclaration, docs: string): string {
    const list = parameters.map(
      (each) => `${each.name.getText()}${each.initializer ? '?' : ''}: ${this.#annotationText(each.type)}`,
    );
    return `${docs}declare function ${name}(${list.join(', ')}): ${this.#annotationText(type)};`;
  }

  #annotationText(type: ts.TypeNode | undefined): string {
    if (!type) throw new Error('Every public name of the package needs its types written down.');
    return this.#textOf(type, type.getStart());
  }

  #print(node: ts.Node): string {
    this.#addMentioned(node);
    const file = ts.createSourceFile('types.d.ts', '', ts.ScriptTarget.Latest);
    return this.#printer.printNode(ts.EmitHint.Unspecified, node, file);
  }

  /** A type written out. */
  #typeText(type: ts.Type): string {
    const node = this.#checker.typeToTypeNode(type, undefined, format);
    if (!node) throw new Error('A type of the package cannot be written down.');
    return this.#print(node);
  }

  /** Adds every type of ours that a node names. */
  #addMentioned(node: ts.Node): void {
    if (ts.isIdentifier(node)) {
      const symbol = (node as { symbol?: ts.Symbol }).symbol ?? this.#checker.getSymbolAtLocation(node);
      if (symbol) this.#addType(this.#original(symbol));
    }
    ts.forEachChild(node, (child) => this.#addMentioned(child));
  }

  /**
   * Adds the declaration of a type of ours. Throws if another type has the same name, because one file cannot hold
   * both.
   */
  #addType(symbol: ts.Symbol): void {
    const node = symbol.declarations?.find(isNamed);
    if (!node || !isOurs(node.getSourceFile())) return;
    const same = this.#written.get(symbol.name);
    if (same?.symbol === symbol) return;
    if (same) throw new Error(`Two types of the package are named "${symbol.name}". Rename one.`);
    const entry = { symbol, text: '' };
    this.#written.set(symbol.name, entry);
    entry.text = this.#declarationText(node);
  }

  /** A declaration as its author wrote it, with documentation, apart from the parts that are written out. */
  #declarationText(node: Named): string {
    const keyword = ts.isInterfaceDeclaration(node) ? 'interface' : 'type';
    return `${documentationOf(node)}${keyword} ${this.#textOf(node, node.name.getStart())}`;
  }

  /** The text of a node from a place in it on, with the parts that have to be written out. */
  #textOf(node: ts.Node, start: number): string {
    const source = node.getSourceFile().text;
    let [text, from] = ['', start];
    for (const part of this.#derivedParts(node)) {
      text += source.slice(from, part.getStart()) + this.#typeText(this.#checker.getTypeFromTypeNode(part));
      from = part.end;
    }
    return text + source.slice(from, node.end);
  }

  /** The outermost parts of a declaration that derive a type from a value or a package. Adds the types that others name. */
  #derivedParts(node: ts.Node): ts.TypeNode[] {
    const parts: ts.TypeNode[] = [];
    const visit = (child: ts.Node): void => {
      if (ts.isTypeNode(child) && this.#isDerived(child)) parts.push(child);
      else if (ts.isIdentifier(child)) this.#addMentioned(child);
      else ts.forEachChild(child, visit);
    };
    visit(node);
    return parts;
  }

  /**
   * Whether a type has to be written out as a whole: `typeof x`, `(typeof x)[number]`, `keyof typeof x`,
   * `Output<typeof x>`.
   */
  #isDerived(node: ts.TypeNode): boolean {
    if (ts.isTypeQueryNode(node)) return true;
    if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) return this.#isDerived(node.type);
    if (ts.isIndexedAccessTypeNode(node)) return this.#isDerived(node.objectType);
    if (!ts.isTypeReferenceNode(node)) return false;
    if (node.typeArguments?.some((each) => this.#isDerived(each))) return true;
    const [symbol] = [this.#checker.getSymbolAtLocation(node.typeName)].map((each) => each && this.#original(each));
    return (
      symbol?.declarations?.every((each) => /\/node_modules\/(?!typescript\/)/.test(each.getSourceFile().fileName)) ??
      false
    );
  }
}

/** The type declarations of the library, as one file. Throws if a type cannot be written down. */
export function libraryDeclarations(): string {
  const file = path.resolve('src/package/library.ts');
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [file] }, ts.sys, process.cwd());
  const program = ts.createProgram([file], options);
  const source = program.getSourceFile(file);
  const module = source && program.getTypeChecker().getSymbolAtLocation(source);
  if (!module) throw new Error('src/package/library.ts exports nothing.');
  return new DeclarationWriter(program.getTypeChecker()).write(module);
}
