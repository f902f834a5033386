import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../../../', import.meta.url);
const script = await readFile(new URL('build/installer.nsh', ROOT), 'utf8');
const config = await readFile(new URL('electron-builder.yml', ROOT), 'utf8');

/**
 * The lines of a macro, with parameters filled in and inserted macros expanded.
 *
 * @param {string} name
 * @param {readonly string[]} given
 * @returns {string[]}
 */
function expand(name, given = []) {
  const [, parameters = '', body = ''] =
    new RegExp(`^!macro ${name}\\b(.*)\\n([^!]*(?:!(?!macroend).*\\n[^!]*)*)!macroend`, 'm').exec(
      script,
    ) ?? [];
  const names = parameters.trim().split(/\s+/);
  /** @type {Map<string, string>} */
  const values = new Map();
  for (const [, key = '', value = ''] of script.matchAll(/^!define (\w+) "(.*)"$/gm))
    values.set(key, value);
  names.forEach((key, index) => values.set(key, given[index] ?? ''));
  const fill = (/** @type {string} */ text) =>
    text.replace(/\$\{(\w+)\}/g, (_all, key) => fill(values.get(key) ?? `<${key}>`));
  return body.split('\n').flatMap((line) => {
    const [, inserted, rest = ''] = /^\s*!insertmacro (\w+)(.*)$/.exec(line) ?? [];
    if (inserted === undefined) return [fill(line.trim())];
    return expand(
      inserted,
      [...rest.matchAll(/"([^"]*)"/g)].map(([, value = '']) => fill(value)),
    );
  });
}

/** @param {string} line */
function keyOf(line) {
  return /SHELL_CONTEXT "([^"]*)"/.exec(line)?.[1] ?? '';
}

const installed = expand('customInstall').filter((line) => line.startsWith('WriteReg'));
const removed = expand('customUnInstall').filter((line) => line.startsWith('DeleteReg'));

describe('the installer for Windows', () => {
  it('is part of the package', () => {
    expect(config).toMatch(/^nsis:\n {2}include: build\/installer\.nsh$/m);
  });

  it('registers the same links as the other packages', () => {
    const protocols = [...config.matchAll(/^ +schemes: \[(.*)\]$/gm)].flatMap(([, list = '']) =>
      list.split(', '),
    );
    const offered = installed
      .filter((line) => keyOf(line).endsWith('\\UrlAssociations'))
      .map((line) => /UrlAssociations" "(\w+)" "Sidetone\.Link"$/.exec(line)?.[1]);
    expect(offered.sort()).toEqual(protocols.sort());
  });

  it.each(['sidetone', 'Sidetone.Link'])('opens %s links without parsing them as flags', (name) => {
    expect(installed).toContain(
      `WriteRegStr SHELL_CONTEXT "Software\\Classes\\${name}\\shell\\open\\command" "" '"$appExe" -- "%1"'`,
    );
  });

  it('removes everything that it registers', () => {
    const keys = removed.filter((line) => line.startsWith('DeleteRegKey SHELL')).map(keyOf);
    const values = removed.filter((line) => line.startsWith('DeleteRegValue')).map(keyOf);
    for (const key of installed.map(keyOf)) {
      const isRemoved = keys.some((other) => key === other || key.startsWith(`${other}\\`));
      expect([key, isRemoved || values.includes(key)]).toEqual([key, true]);
    }
    expect(installed.length).toBeGreaterThan(10);
  });
});
