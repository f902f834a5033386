import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { PROJECT_ROOT } from './electron';
import { listProductionFiles } from './imports';

const CATALOG = /^contract\/locale\/en(\.ts|\/)/;

/**
 * The paths of the texts, such as `window.title`, that no file of the app refers to.
 *
 * @param texts the catalog, which the app imports as `en`
 */
export function listUnusedTexts(texts: object): string[] {
  const files = listProductionFiles().filter((file) => !CATALOG.test(file));
  const used = new Set(files.flatMap((file) => listUsedPaths(file, texts)));
  return listLeaves(texts).filter((path) => !isUsed(path, used));
}

/** A group counts as used if it is passed on, or if a text in it is looked up by a variable name. */
function isUsed(path: string, used: ReadonlySet<string>): boolean {
  const names = path.split('.');
  return names.some((_, index) => used.has(names.slice(0, index + 1).join('.')));
}

function listLeaves(group: object, prefix = ''): string[] {
  return Object.entries(group).flatMap(([name, value]: [string, unknown]) =>
    isGroup(value) ? listLeaves(value, `${prefix}${name}.`) : [`${prefix}${name}`],
  );
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listUsedPaths(file: string, texts: object): string[] {
  const code = readFileSync(join(PROJECT_ROOT, file), 'utf8');
  if (!code.includes('{ en }')) return [];
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const used: string[] = [];
  /** The paths that the local names stand for. One name may be declared in several functions. */
  const paths = new Map([['en', new Set([''])]]);

  function declare({ name, initializer }: ts.VariableDeclaration): void {
    for (const path of resolve(initializer)) {
      if (ts.isIdentifier(name)) add(name, path);
      else for (const element of name.elements) declarePart(element, path);
    }
  }

  function declarePart(element: ts.ArrayBindingElement, path: string): void {
    if (!ts.isBindingElement(element) || !ts.isIdentifier(element.name)) return;
    const { name, propertyName = name } = element;
    add(name, append(path, propertyName.getText(source)));
  }

  function add({ text }: ts.Identifier, path: string): void {
    // A text that got a name of its own is used.
    if (!isGroup(find(texts, path))) used.push(path);
    else paths.set(text, (paths.get(text) ?? new Set()).add(path));
  }

  function resolve(node: ts.Expression | undefined): readonly string[] {
    if (node === undefined) return [];
    if (ts.isIdentifier(node)) return [...(paths.get(node.text) ?? [])];
    if (!ts.isPropertyAccessExpression(node)) return [];
    return resolve(node.expression).map((path) => append(path, node.name.text));
  }

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isName(node)) return;
    const found = ts.isExpression(node) ? resolve(node) : [];
    if (found.length > 0) used.push(...found);
    else if (ts.isVariableDeclaration(node) && resolve(node.initializer).length > 0) declare(node);
    else ts.forEachChild(node, visit);
  }

  visit(source);
  return used;
}

/** Whether it is the name of a property, variable or parameter, and not a reference to a variable. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isIdentifier(node) || ts.isShorthandPropertyAssignment(parent)) return false;
  return 'name' in parent && parent.name === node;
}

function append(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function find(texts: object, path: string): unknown {
  const names = path === '' ? [] : path.split('.');
  return names.reduce<unknown>(
    (group, name) =>
      isGroup(group) ? Object.getOwnPropertyDescriptor(group, name)?.value : undefined,
    texts,
  );
}
