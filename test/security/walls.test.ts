import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../support/electron';

const WALL = /is not listed within the file list|Cannot find module/;

/** Which of these imports the compiler stops, were they in a file of the room. Nothing is written. */
function listStopped(room: string, imports: readonly string[]): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(PROJECT_ROOT, room, 'tsconfig.json'),
    { noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (config === undefined) throw new Error(`There is no room ${room}`);
  const file = join(PROJECT_ROOT, room, 'intruder.ts');
  // One import a line, so that the line of an error says which of them is stopped.
  const text = imports.map((path) => `export type * from '${path}';`).join('\n');
  const host = ts.createCompilerHost(config.options);
  const program = ts.createProgram({
    rootNames: [file],
    options: config.options,
    ...(config.projectReferences && { projectReferences: config.projectReferences }),
    host: {
      ...host,
      fileExists: (path) => path === file || host.fileExists(path),
      readFile: (path) => (path === file ? text : host.readFile(path)),
      getSourceFile: (path, ...rest) =>
        path === file
          ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
          : host.getSourceFile(path, ...rest),
    },
  });
  const intruder = program.getSourceFile(file);
  if (intruder === undefined) throw new Error('The intruder was not compiled');
  const stoppedLines = [
    ...program.getOptionsDiagnostics(),
    ...program.getSemanticDiagnostics(intruder),
  ].flatMap(({ messageText, file: where, start }) =>
    where?.fileName === file &&
    start !== undefined &&
    WALL.test(ts.flattenDiagnosticMessageText(messageText, ' '))
      ? [intruder.getLineAndCharacterOfPosition(start).line]
      : [],
  );
  return imports.filter((_path, line) => stoppedLines.includes(line));
}

const VENDORS = readdirSync(join(PROJECT_ROOT, 'main/vendors'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name);
/** For each room, what it must not import, and what it may. */
const ROOMS: Record<string, { readonly stopped: readonly string[]; readonly free?: string[] }> = {
  contract: {
    stopped: ['../main/log/redact', '../renderer/state/call-view', '../simulator/input'],
  },
  preload: { stopped: ['../main/http/http-client', '../renderer/bridge', 'node:fs'] },
  renderer: {
    stopped: [
      '../main/calls/current-call',
      '../main/numbers/numbers',
      '../simulator/input',
      'node:fs',
    ],
    free: ['../contract/result', './features/roster/visible-rows'],
  },
  'renderer/ui': {
    stopped: ['../state/call-view', '../features/roster/visible-rows', '../bridge'],
  },
  'renderer/state': {
    stopped: ['../features/roster/visible-rows', '../bridge'],
    free: ['../ui/class-names'],
  },
  'renderer/actions': {
    stopped: ['../features/roster/visible-rows', '../bridge'],
    free: ['../state/call-view', '../ui/class-names'],
  },
  'renderer/features': {
    stopped: ['../bridge', '../../main/calls/current-call'],
    free: ['../state/call-view', '../ui/class-names'],
  },
  simulator: { stopped: ['../contract/result', '../main/log/redact'] },
  'main/time': { stopped: ['../log/redact', '../calls/ports'] },
  'main/disk': { stopped: ['../log/redact'], free: ['../../contract/errors'] },
  'main/log': { stopped: ['../numbers/numbers', '../time/clock'] },
  'main/numbers': { stopped: ['../calls/ports', '../log/redact', 'node:fs'] },
  'main/http': {
    stopped: ['../calls/ports', '../vendors/shared/backoff', '../settings/profile'],
    free: ['../time/clock'],
  },
  'main/calls': {
    stopped: ['../http/http-client', '../vendors/genesys/line', '../log/redact', 'node:fs'],
    free: ['../../contract/result', '../numbers/numbers', '../time/clock'],
  },
  'main/secrets': { stopped: ['../settings/profile'] },
  'main/settings': { stopped: ['../calls/ports', '../http/http-client'] },
  'main/journal': { stopped: ['../app/coalesce', '../http/http-client'] },
  'main/security': { stopped: ['../desktop/tray', '../calls/ports'] },
  'main/ipc': { stopped: ['../calls/ports', '../app/coalesce'] },
  'main/desktop': { stopped: ['../ipc/router', '../http/http-client'] },
  'main/vendors/shared': { stopped: ['../genesys/wire', '../../app/coalesce'] },
  ...Object.fromEntries(
    VENDORS.map((vendor) => [
      `main/vendors/${vendor}`,
      {
        stopped: [
          ...VENDORS.filter((other) => other !== vendor).map((other) => `../${other}/wire`),
          '../../app/coalesce',
          '../../../simulator/input',
        ],
        free: ['../shared/wire-text', '../../calls/ports'],
      },
    ]),
  ),
  'main/runtime': {
    stopped: ['../app/coalesce', '../ipc/broadcaster', '../journal/trace', '../desktop/tray'],
    free: ['../vendors/genesys/wire', '../calls/store'],
  },
  'main/app': { stopped: ['../index', '../../renderer/bridge'], free: ['../runtime/runtime'] },
};

describe('an import from a room that is out of sight does not compile', () => {
  test.each(Object.entries(ROOMS))('in %s', (room, { stopped, free = [] }) => {
    expect(listStopped(room, [...stopped, ...free])).toEqual(stopped);
  });

  test('whichever room it is', () => {
    const rooms = execFileSync('git', ['ls-files', '*tsconfig.json'], { cwd: PROJECT_ROOT })
      .toString()
      .split('\n')
      .filter((path) => /^(contract|preload|renderer|simulator|main)\//.test(path))
      .map((path) => path.replace(/\/tsconfig\.json$/, ''))
      // The entry of the main process sees them all; the other one only lists the vendors.
      .filter((room) => room !== 'main' && room !== 'main/vendors');
    expect(Object.keys(ROOMS).sort()).toEqual(rooms.sort());
  });
});

describe('a library where it does not belong is a lint error', () => {
  const eslint = new ESLint({
    cwd: PROJECT_ROOT,
    // In continuous integration the parser would look at the file on the disk, not at this text.
    overrideConfig: {
      languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } },
    },
  });

  test.each([
    ['renderer/bridge.ts', 'electron'],
    ['main/calls/store.ts', 'electron'],
    ['main/calls/store.ts', 'undici'],
    ['main/http/http-client.ts', 'cometd'],
    ['main/vendors/genesys/wire.ts', 'undici'],
    ['main/desktop/tray.ts', 'undici'],
    ['contract/result.ts', 'react'],
    ['contract/result.ts', 'zustand/vanilla'],
    ['contract/locale/format.ts', 'lucide-react'],
    ['preload/index.ts', 'zod'],
  ])('%s: %s', async (filePath, library) => {
    const [result] = await eslint.lintText(
      `import * as library from '${library}';\nexport const taken = library;\n`,
      { filePath: join(PROJECT_ROOT, filePath) },
    );
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-imports');
  });

  test('ipcMain belongs to the router alone', async () => {
    const text = `import { ipcMain } from 'electron';\nexport const taken = ipcMain;\n`;
    const lint = async (filePath: string) => {
      const [result] = await eslint.lintText(text, { filePath: join(PROJECT_ROOT, filePath) });
      return result?.messages.map(({ ruleId }) => ruleId);
    };
    expect(await lint('main/desktop/tray.ts')).toContain('no-restricted-imports');
    expect(await lint('main/ipc/router.ts')).not.toContain('no-restricted-imports');
  });
});
