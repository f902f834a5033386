import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../main/app/arguments';

function parse(line: string) {
  return parseArguments(line === '' ? [] : line.split(' '));
}

describe('the arguments', () => {
  it('are none by default', () => {
    expect(parse('')).toMatchObject({
      ok: true,
      value: { isDemo: false, profile: undefined, trace: undefined, isHidden: false },
    });
  });

  it.each([
    ['--profile my.json --trace -', { profile: 'my.json', trace: '-' }],
    ['--profile=my.json --trace=t.jsonl', { profile: 'my.json', trace: 't.jsonl' }],
    ['--import-profile my.json', { importProfile: 'my.json' }],
    ['--user-data-dir there', { userDataDirectory: 'there' }],
    ['--user-data-dir=there', { userDataDirectory: 'there' }],
    ['--demo --hidden --trace-numbers', { isDemo: true, isHidden: true, hasTraceNumbers: true }],
    ['--smoke', { isSmoke: true }],
    ['--version', { isVersion: true }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    '--no-sandbox',
    '--remote-debugging-port=0',
    '--password-store=gnome-libsecret',
    '--inspect=0',
    '--force-device-scale-factor=2',
    '--trace-startup --trace-startup-duration=5',
    '--disable-gpu --lang=de --ozone-platform=wayland --enable-logging --v=1',
  ])('let the switches of Chromium and Electron through: %s', (line) => {
    expect(parse(line).ok).toBe(true);
  });

  it.each([
    ['--profil my.json', '--profil is not a known flag'],
    ['--frobnicate', '--frobnicate is not a known flag'],
    ['--profile', '--profile needs a value'],
    ['--profile --trace -', '--profile needs a value'],
    ['--trace=', '--trace needs a value'],
    ['--demo=yes', '--demo takes no value'],
    ['--demo --profile my.json', '--demo and --profile cannot be used together'],
  ])('that are wrong are named: %s', (line, detail) => {
    expect(parse(line)).toEqual({ ok: false, error: { code: 'bad-input', detail } });
  });
});
