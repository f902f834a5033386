import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../main/app/arguments';

const FROM_SOURCE = { isPackaged: false };
const INSTALLED = { isPackaged: true };

function parse(line: string, options = FROM_SOURCE) {
  return parseArguments(line === '' ? [] : line.split(' '), options);
}

function complaintAbout(line: string, options = FROM_SOURCE): string | undefined {
  const parsed = parse(line, options);
  return parsed.ok ? undefined : parsed.error.detail;
}

function dial(number: string) {
  return { ok: true, value: { kind: 'dial', number } };
}

describe('the arguments', () => {
  it('can be empty', () => {
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
    ['--profile=-odd.json', { profile: '-odd.json' }],
    ['--demo --hidden --trace-numbers', { isDemo: true, isHidden: true, hasTraceNumbers: true }],
    ['--smoke', { isSmoke: true }],
    ['--mute --user-data-dir there', { remoteCommand: { kind: 'mute' } }],
    ['--unmute', { remoteCommand: { kind: 'unmute' } }],
    ['--answer', { remoteCommand: { kind: 'answer' } }],
    ['--hang-up --no-sandbox', { remoteCommand: { kind: 'hang-up' } }],
    ['--show', { remoteCommand: { kind: 'show' } }],
    ['--dial 15501', { remoteCommand: { kind: 'dial', number: '15501' } }],
    ['--dial=+4930123456', { remoteCommand: { kind: 'dial', number: '+4930123456' } }],
    ['--demo', { remoteCommand: undefined, link: undefined }],
    ['tel:+4930123456', { link: dial('+4930123456') }],
    ['sidetone:show', { link: { ok: true, value: { kind: 'show' } } }],
    ['--user-data-dir there -- sip:15501@pbx.example.com', { link: dial('15501') }],
    ['--version', { isVersion: true }],
    ['--help', { isHelp: true }],
    ['--demo --', { isDemo: true }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    '--no-sandbox',
    '--password-store=gnome-libsecret',
    '--force-device-scale-factor=2',
    '--trace-startup --trace-startup-duration=5',
    '--proxy-server=proxy.example:8080 --no-proxy-server',
    '--disable-gpu --lang=de --ozone-platform=wayland --enable-logging --v=1',
    '--headless --use-gl=egl --log-level=1 --disable-dev-shm-usage',
  ])('pass through switches of Chromium and Electron: %s', (line) => {
    expect(parse(line).ok).toBe(true);
    expect(parse(line, INSTALLED).ok).toBe(true);
  });

  it.each([
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--inspect=0',
    '--inspect-brk',
    '--inspect-publish-uid=http',
    '--js-flags=--allow-natives-syntax',
    '--renderer-cmd-prefix=gdb',
    '--utility-cmd-prefix=gdb',
    '--gpu-launcher=gdb',
    '--browser-subprocess-path=/tmp/other',
    '--load-extension=/tmp/other',
    '--disable-web-security',
    '--ignore-certificate-errors',
    '--host-resolver-rules=MAP',
    '--ssl-key-log-file=/tmp/keys',
    '--log-net-log=/tmp/log',
    '--unsafely-treat-insecure-origin-as-secure=http://x',
  ])('that expose an installed app to other programs are refused: %s', (line) => {
    expect(parse(line).ok).toBe(true);
    const name = line.split('=')[0];
    expect(complaintAbout(line, INSTALLED)).toMatch(`${name} is refused`);
  });

  it.each([
    '-remote-debugging-port=0',
    '--trace -remote-debugging-port=0',
    '--profile -inspect',
    '-- --remote-debugging-port=0',
  ])('that only Chromium treats as a switch are refused as well: %s', (line) => {
    expect(complaintAbout(line, INSTALLED)).toBeDefined();
  });

  it.each([
    ['--profil my.json', '--profil is not a known flag; did you mean --profile FILE?'],
    ['--frobnicate', '--frobnicate is not a known flag; see --help'],
    ['--hiden', '--hiden is not a known flag; did you mean --hidden?'],
    ['--Demo', '--Demo is not a known flag; did you mean --demo?'],
    ['--profile', '--profile needs a value: --profile FILE'],
    ['--profile --trace -', '--profile needs a value: --profile FILE'],
    ['--trace=', '--trace needs a value: --trace FILE'],
    ['--demo=yes', '--demo takes no value'],
    ['--demo --profile my.json', '--demo and --profile cannot be used together'],
    ['--mute tel:1', '--mute and a link cannot be used together'],
    ['--mute --unmute', '--mute and --unmute cannot be used together'],
    ['--answer --dial 1', '--answer and --dial cannot be used together'],
    ['--demo --show', '--demo and --show cannot be used together'],
    ['--show --trace -', '--show and --trace cannot be used together'],
    ['--mute=1', '--mute takes no value'],
    ['--dial', '--dial needs a value: --dial NUMBER'],
    ['--dial --mute', '--dial needs a value: --dial NUMBER'],
    [`--dial=${'1'.repeat(201)}`, '--dial needs a telephone number or a network ID'],
    ['--dial=1\n2', '--dial needs a telephone number or a network ID'],
    ['--hangup', '--hangup is not a known flag; did you mean --hang-up?'],
    [
      '--import-profile a.json --profile b.json',
      '--profile and --import-profile cannot be used together',
    ],
  ])('that are invalid are named: %s', (line, detail) => {
    expect(complaintAbout(line)).toBe(detail);
  });

  it.each([
    'tel:none',
    'tel:1 --remote-debugging-port=0',
    'tel:1 tel:2',
    '-- tel:1 --demo',
    '--hidden tel:none',
  ])('can contain a link without a number: %s', (line) => {
    const detail = 'the tel: link contains no number that can be dialed';
    expect(parse(line, INSTALLED)).toMatchObject({
      ok: true,
      value: { link: { ok: false, error: { code: 'bad-input', detail } } },
    });
  });

  it('that are misspelled are named even if they begin like a switch of Chromium', () => {
    expect(complaintAbout('--use-data-dir=there')).toBe(
      '--use-data-dir is not a known flag; did you mean --user-data-dir DIR?',
    );
  });

  it.each([
    ['my.json', '"my.json" is not a flag; did you mean --profile my.json?'],
    ['--demo my.json', '"my.json" is not a flag; did you mean --profile my.json?'],
    ['-h', '"-h" is not a flag; did you mean --help?'],
    ['-v', '"-v" is not a flag; did you mean --version?'],
    ['help', '"help" is not a flag; did you mean --help?'],
    ['-profile my.json', '"-profile" is not a flag; did you mean --profile FILE?'],
    ['—demo', '"—demo" is not a flag; did you mean --demo?'],
    ['-x', '"-x" is not a flag; see --help'],
    ['word', '"word" is not a flag; see --help'],
    ['-- --demo', '"--demo" is not a flag; did you mean --demo?'],
  ])('that are not flags are named with a suggestion: %s', (line, detail) => {
    expect(complaintAbout(line)).toBe(detail);
  });

  it('are always named in one line', () => {
    const parsed = parseArguments(['two\nlines\u202e'], FROM_SOURCE);
    expect(parsed).toMatchObject({ error: { detail: '"two lines" is not a flag; see --help' } });
    const long = parseArguments(['x'.repeat(10_000)], FROM_SOURCE);
    expect(!long.ok && long.error.detail?.length).toBeLessThanOrEqual(300);
  });
});
