import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { PROJECT_ROOT } from './electron';
import { listAllFiles, listProductionFiles, resolveImport } from './imports';

/** Stands for all exports of a file. */
const ALL = '*';

/**
 * The exports of production files that nothing imports, each as `FILE NAME`: all values, and the
 * types that their own file does not use either. Default exports are for tools.
 */
export function listUnusedExports(): string[] {
  const sources = new Map(listAllFiles().map((file) => [file, parse(file)]));
  const imported = new Set([...sources].flatMap(([file, source]) => listImports(file, source)));
  return listProductionFiles().flatMap((file) => {
    const source = sources.get(file);
    return source === undefined || imported.has(`${file} ${ALL}`)
      ? []
      : listExports(source)
          .filter(({ text }) => !imported.has(`${file} ${text}`))
          .filter((name) => !isTypeName(name) || !isUsedIn(source, name))
          .map(({ text }) => `${file} ${text}`);
  });
}

function parse(file: string): ts.SourceFile {
  const text = readFileSync(join(PROJECT_ROOT, file), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

function listExports({ statements }: ts.SourceFile): ts.Identifier[] {
  return statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    const kinds = modifiers.map(({ kind }) => kind);
    if (!kinds.includes(ts.SyntaxKind.ExportKeyword)) return [];
    if (kinds.includes(ts.SyntaxKind.DefaultKeyword)) return [];
    const declared = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations
      : [statement];
    return declared.flatMap((one) =>
      'name' in one && ts.isIdentifier(one.name) ? [one.name] : [],
    );
  });
}

function isTypeName({ parent }: ts.Identifier): boolean {
  return ts.isInterfaceDeclaration(parent) || ts.isTypeAliasDeclaration(parent);
}

function isUsedIn(node: ts.Node, name: ts.Identifier): boolean {
  if (ts.isIdentifier(node)) return node !== name && node.text === name.text;
  return ts.forEachChild(node, (child) => isUsedIn(child, name) || undefined) === true;
}

/** What a file imports from other files of the project, each as `FILE NAME`. */
function listImports(file: string, source: ts.SourceFile): string[] {
  return [
    ...source.statements.flatMap(listStaticImports),
    ...(/\bimport\(/.test(source.text) ? listDynamicImports(source) : []),
  ]
    .filter(([specifier]) => specifier.startsWith('.'))
    .map(([specifier, name]) => `${resolveImport(file, specifier)} ${name}`);
}

type Import = readonly [specifier: string, name: string];

function listStaticImports(statement: ts.Statement): Import[] {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
  const { moduleSpecifier } = statement;
  if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
  const clause = ts.isImportDeclaration(statement)
    ? statement.importClause?.namedBindings
    : statement.exportClause;
  const names =
    clause !== undefined && (ts.isNamedImports(clause) || ts.isNamedExports(clause))
      ? clause.elements.map(({ name, propertyName = name }) => propertyName.text)
      : [ALL];
  return names.map((name) => [moduleSpecifier.text, name]);
}

/** `import('./file')` and `import('./file').Type`. */
function listDynamicImports(node: ts.Node): Import[] {
  const found: Import[] = [];
  ts.forEachChild(node, (child) => {
    found.push(...listDynamicImports(child));
  });
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument;
    if (ts.isStringLiteral(literal)) found.push([literal.text, node.qualifier?.getText() ?? ALL]);
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [specifier] = node.arguments;
    if (specifier !== undefined && ts.isStringLiteral(specifier)) found.push([specifier.text, ALL]);
  }
  return found;
}
