import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { PROJECT_ROOT } from './electron';

const CODE = /\.(tsx?|mjs)$/;
const WRITTEN = /\.(tsx?|mjs|js|css|html|sh)$/;
const FOLDERS = ['contract', 'main', 'preload', 'renderer', 'scripts', 'simulator'];

/** The modules of the app, the simulator and the scripts, by path from the project root. */
export function listProductionFiles(): string[] {
  return listFiles(CODE);
}

/** All modules: those of the app, the tests and the tools' configurations. */
export function listAllFiles(): string[] {
  const configurations = readdirSync(PROJECT_ROOT).filter((name) => CODE.test(name));
  return [...listFiles(CODE, [...FOLDERS, 'test']), ...configurations];
}

/** The production files that are written by hand, stylesheets and pages included. */
export function listWrittenFiles(): string[] {
  return listFiles(WRITTEN);
}

function listFiles(pattern: RegExp, folders = FOLDERS): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(PROJECT_ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && pattern.test(entry.name))
      .map(({ parentPath, name }) => toProjectPath(join(parentPath, name))),
  );
}

/** The project files that a file imports, including type imports and dynamic imports. */
export function listImports(file: string): string[] {
  const text = readFileSync(join(PROJECT_ROOT, file), 'utf8');
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => resolveImport(file, fileName));
}

/** The project file that a relative import means. */
export function resolveImport(file: string, imported: string): string {
  const [withoutQuery = ''] = imported.split('?');
  const path = join(PROJECT_ROOT, dirname(file), withoutQuery);
  const found = ['.ts', '.tsx', ''].map((ending) => path + ending).find((each) => existsSync(each));
  if (found === undefined) throw new Error(`${file} imports ${imported}, which does not exist`);
  return toProjectPath(found);
}

function toProjectPath(path: string): string {
  return relative(PROJECT_ROOT, path).replaceAll('\\', '/');
}

/** The folder of the diagram that contains a file: a top-level folder, or one in `main/`, `main/vendors/` or `renderer/`. */
export function layerOf(file: string): string {
  const folders = dirname(file).split('/');
  const [top, second] = folders;
  if (top === 'main') return folders.slice(0, second === 'vendors' ? 3 : 2).join('/');
  if (top === 'renderer') return folders.slice(0, 2).join('/');
  return top ?? '';
}
