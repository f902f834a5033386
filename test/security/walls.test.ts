import { join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../support/electron';

const WALL = /is not listed within the file list|Cannot find module/;

/** Whether the compiler stops this import, were it in a file of the room. Nothing is written. */
function isStopped(room: string, imported: string): boolean {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(PROJECT_ROOT, room, 'tsconfig.json'),
    { noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (config === undefined) throw new Error(`There is no room ${room}`);
  const file = join(PROJECT_ROOT, room, 'intruder.ts');
  const text = `import * as other from '${imported}';\nexport type Taken = typeof other;\n`;
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
  return [...program.getOptionsDiagnostics(), ...program.getSemanticDiagnostics(intruder)].some(
    ({ messageText }) => WALL.test(ts.flattenDiagnosticMessageText(messageText, ' ')),
  );
}

describe('an import from a room that is out of sight does not compile', () => {
  test.each([
    ['contract', '../main/log/redact'],
    ['preload', '../main/http/http-client'],
    ['renderer', '../main/calls/current-call'],
    ['renderer', '../simulator/input'],
    ['renderer', 'node:fs'],
    ['simulator', '../contract/result'],
    ['main/calls', '../http/http-client'],
    ['main/numbers', '../calls/clock'],
    ['main/numbers', '../log/redact'],
    ['main/log', '../numbers/numbers'],
    ['renderer', '../main/numbers/numbers'],
    ['main/calls', '../vendors/genesys/operation-names'],
    ['main/http', '../vendors/shared/backoff'],
    ['main/vendors', '../app/coalesce'],
    ['main/vendors', '../../simulator/input'],
  ])('%s: %s', (room, imported) => {
    expect(isStopped(room, imported)).toBe(true);
  });

  test.each([
    ['renderer', '../contract/result'],
    ['main/calls', '../../contract/result'],
    ['main/vendors', '../calls/clock'],
    ['main/vendors', '../numbers/numbers'],
    ['main/calls', '../numbers/numbers'],
    ['main/app', '../vendors/shared/backoff'],
  ])('but %s: %s does', (room, imported) => {
    expect(isStopped(room, imported)).toBe(false);
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
    ['main/calls/clock.ts', 'electron'],
    ['main/calls/clock.ts', 'undici'],
    ['main/http/http-client.ts', 'cometd'],
    ['main/vendors/genesys/wire.ts', 'undici'],
    ['main/desktop/tray.ts', 'undici'],
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
