import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../support/electron';
import { testInFolder } from '../support/temporary-folder';

const WALL = /is not listed within the file list|Cannot find module/;

/** A cache of parsed files. Most files of each program are the same libraries' types. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Compiles a text as if it were a file in the folder. Writes nothing. */
function compile(folder: string, name: string, text: string): { line: number; message: string }[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(PROJECT_ROOT, folder, 'tsconfig.json'),
    { noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (config === undefined) throw new Error(`${folder} has no tsconfig.json`);
  const file = join(PROJECT_ROOT, folder, name);
  const host = ts.createCompilerHost(config.options);
  const program = ts.createProgram({
    rootNames: [file],
    options: config.options,
    ...(config.projectReferences && { projectReferences: config.projectReferences }),
    host: {
      ...host,
      fileExists: (path) => path === file || host.fileExists(path),
      readFile: (path) => (path === file ? text : host.readFile(path)),
      getSourceFile: (path, ...rest) => {
        if (path === file) return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
        if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, ...rest));
        return parsed.get(path);
      },
    },
  });
  const intruder = program.getSourceFile(file);
  if (intruder === undefined) throw new Error('The intruder was not compiled');
  return [...program.getOptionsDiagnostics(), ...program.getSemanticDiagnostics(intruder)].flatMap(
    ({ messageText, file: where, start }) =>
      where?.fileName === file && start !== undefined
        ? {
            line: intruder.getLineAndCharacterOfPosition(start).line,
            message: ts.flattenDiagnosticMessageText(messageText, ' '),
          }
        : [],
  );
}

/** The imports that the compiler rejects in a file of the folder. */
function listRejected(folder: string, imports: readonly string[]): string[] {
  // One import per line, so that the line of an error identifies the import.
  const text = imports.map((path) => `export type * from '${path}';`).join('\n');
  const errors = compile(folder, 'intruder.ts', text).filter(({ message }) => WALL.test(message));
  return imports.filter((_path, index) => errors.some(({ line }) => line === index));
}

const VENDORS = readdirSync(join(PROJECT_ROOT, 'main/vendors'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name);

/** For each folder, imports that are rejected and some that are allowed. */
const FOLDERS: Record<
  string,
  { readonly rejected: readonly string[]; readonly allowed?: readonly string[] }
> = {
  contract: {
    rejected: ['../main/log/redact', '../renderer/state/call-view', '../simulator/input'],
  },
  preload: { rejected: ['../main/http/http-client', '../renderer/bridge', 'node:fs'] },
  renderer: {
    rejected: [
      '../main/calls/current-call',
      '../main/numbers/numbers',
      '../simulator/input',
      'node:fs',
    ],
    allowed: ['../contract/result', './features/roster/visible-rows'],
  },
  'renderer/ui': {
    rejected: ['../state/call-view', '../features/roster/visible-rows', '../bridge'],
  },
  'renderer/state': {
    rejected: ['../features/roster/visible-rows', '../bridge'],
    allowed: ['../ui/class-names'],
  },
  'renderer/actions': {
    rejected: ['../features/roster/visible-rows', '../bridge'],
    allowed: ['../state/call-view', '../ui/class-names'],
  },
  'renderer/features': {
    rejected: ['../bridge', '../../main/calls/current-call'],
    allowed: ['../state/call-view', '../ui/class-names'],
  },
  simulator: { rejected: ['../contract/result', '../main/log/redact'] },
  'main/time': { rejected: ['../log/redact', '../calls/ports'] },
  'main/disk': { rejected: ['../log/redact'], allowed: ['../../contract/errors'] },
  'main/log': { rejected: ['../numbers/numbers', '../time/clock'] },
  'main/numbers': { rejected: ['../calls/ports', '../log/redact', 'node:fs'] },
  'main/http': {
    rejected: ['../calls/ports', '../vendors/shared/backoff', '../settings/profile'],
    allowed: ['../time/clock'],
  },
  'main/calls': {
    rejected: ['../http/http-client', '../vendors/genesys/line', '../log/redact', 'node:fs'],
    allowed: ['../../contract/result', '../numbers/numbers', '../time/clock'],
  },
  'main/secrets': { rejected: ['../settings/profile'] },
  'main/settings': { rejected: ['../calls/ports', '../http/http-client'] },
  'main/contacts': {
    rejected: ['../calls/ports', '../settings/profile', '../journal/history'],
    allowed: ['../numbers/numbers'],
  },
  'main/journal': { rejected: ['../app/coalesce', '../http/http-client'] },
  'main/security': { rejected: ['../desktop/tray', '../calls/ports'] },
  'main/ipc': { rejected: ['../calls/ports', '../app/coalesce'] },
  'main/desktop': { rejected: ['../ipc/router', '../http/http-client'] },
  'main/vendors/shared': { rejected: ['../genesys/wire', '../../app/coalesce'] },
  ...Object.fromEntries(
    VENDORS.map((vendor) => [
      `main/vendors/${vendor}`,
      {
        rejected: [
          ...VENDORS.filter((other) => other !== vendor).map((other) => `../${other}/wire`),
          '../../app/coalesce',
          '../../../simulator/input',
        ],
        allowed: ['../shared/wire-text', '../../calls/ports'],
      },
    ]),
  ),
  'main/runtime': {
    rejected: ['../app/coalesce', '../ipc/broadcaster', '../journal/trace', '../desktop/tray'],
    allowed: ['../vendors/genesys/wire', '../calls/store'],
  },
  'main/app': { rejected: ['../index', '../../renderer/bridge'], allowed: ['../runtime/runtime'] },
};

describe('a wrong import does not compile', () => {
  test.each(Object.entries(FOLDERS))('in %s', (folder, { rejected, allowed = [] }) => {
    expect(listRejected(folder, [...rejected, ...allowed])).toEqual(rejected);
  });

  test('in any folder with its own project', () => {
    const folders = execFileSync('git', ['ls-files', '*tsconfig.json'], { cwd: PROJECT_ROOT })
      .toString()
      .split('\n')
      .filter((path) => /^(contract|preload|renderer|simulator|main)\//.test(path))
      .map((path) => path.replace(/\/tsconfig\.json$/, ''))
      // The main entry may import all folders; `main/runtime/vendors.ts` only lists the vendors.
      .filter((folder) => folder !== 'main' && folder !== 'main/vendors');
    expect(Object.keys(FOLDERS).sort()).toEqual(folders.sort());
  });
});

test('a script with a wrong type does not compile', () => {
  const text = [
    '/** @param {string} text */',
    'export const shout = (text) => text.toUpperCase();',
    'shout(5);',
    'export const untyped = (value) => value;',
  ].join('\n');
  expect(compile('scripts', 'intruder.mjs', text).map(({ line }) => line)).toEqual([2, 3]);
});

/** For each file, a library that the linter must keep out of it. */
const LIBRARIES = [
  ['renderer/bridge.ts', 'electron'],
  ['main/calls/store.ts', 'electron'],
  ['main/log/redact.ts', 'undici'],
  ['main/http/http-client.ts', 'cometd'],
  ['main/vendors/genesys/wire.ts', 'undici'],
  ['main/desktop/tray.ts', 'undici'],
  ['contract/result.ts', 'react'],
  ['contract/errors.ts', 'zustand/vanilla'],
  ['contract/locale/format.ts', 'lucide-react'],
  ['preload/index.ts', 'zod'],
] as const;

/** Files that may import the library. */
const ALLOWED = [
  ['main/http/fetch.ts', 'undici'],
  ['main/vendors/genesys/bayeux.ts', 'cometd'],
  ['main/desktop/notifier.ts', 'electron'],
  ['contract/calls.ts', 'zod'],
  ['contract/page.ts', './calls'],
  ['preload/bridge.ts', '../contract/calls'],
] as const;

describe('the linter', () => {
  testInFolder('rejects a library where it does not belong', async ({ folder }) => {
    const write = async (file: string, text: string) => {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    };
    for (const [file, library] of [...LIBRARIES, ...ALLOWED]) {
      await write(file, `export { part } from '${library}';\n`);
    }
    const text = "import { ipcMain } from 'electron';\nexport const taken = ipcMain;\n";
    await write('main/desktop/menu.ts', text);
    await write('main/ipc/router.ts', text);
    // None of these rules needs types, which take longer than everything else.
    const config = `import config from '${pathToFileURL(join(PROJECT_ROOT, 'oxlint.config.mjs')).href}';
      export default { ...config, options: {} };`;
    await write('oxlint.config.mjs', config);
    const linter = join(PROJECT_ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
    const parameters = [linter, '--config', 'oxlint.config.mjs', '--format', 'unix'];
    const output = spawnSync(process.execPath, parameters, { cwd: folder }).stdout.toString();
    const errors = [...output.matchAll(/^(\S+?):.*no-restricted-imports/gm)];
    expect(errors.map(([, file = '']) => file).sort(), output).toEqual(
      [...LIBRARIES.map(([file]) => file), 'main/desktop/menu.ts'].sort(),
    );
  });
});
