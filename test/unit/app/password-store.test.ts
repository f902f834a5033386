import { expect, test } from 'vitest';
import { choosePasswordStore } from '../../../main/app/password-store';

/** Chromium's command line, with or without the switch. */
function commandLineWith(chosen?: string) {
  let value = chosen;
  return {
    hasSwitch: () => value !== undefined,
    getSwitchValue: () => value ?? '',
    appendSwitch: (_name: string, appended = '') => void (value = appended),
  };
}

test.each([
  ['i3', undefined, 'linux', 'gnome-libsecret', 'secret-service'],
  ['', undefined, 'linux', 'gnome-libsecret', 'secret-service'],
  ['ubuntu:GNOME', undefined, 'linux', 'gnome-libsecret', 'secret-service'],
  ['KDE', undefined, 'linux', 'kwallet6', 'kwallet6'],
  // An explicit choice is respected.
  ['i3', 'basic', 'linux', 'basic', 'other'],
  ['i3', 'kwallet5', 'linux', 'kwallet5', 'kwallet5'],
  ['KDE', 'gnome-libsecret', 'linux', 'gnome-libsecret', 'secret-service'],
  ['', undefined, 'darwin', '', 'other'],
] as const)(
  'on the desktop %j, with %j chosen, on %s: %j',
  (desktop, chosen, platform, value, store) => {
    const commandLine = commandLineWith(chosen);
    const environment = { XDG_CURRENT_DESKTOP: desktop };
    expect(choosePasswordStore(commandLine, environment, platform)).toBe(store);
    expect(commandLine.getSwitchValue()).toBe(value);
  },
);

test.each([
  [{ XDG_CURRENT_DESKTOP: 'KDE', KDE_SESSION_VERSION: '5' }, 'kwallet5'],
  [{ XDG_CURRENT_DESKTOP: 'KDE', KDE_SESSION_VERSION: '6' }, 'kwallet6'],
  [{ KDE_FULL_SESSION: 'true', KDE_SESSION_VERSION: '5' }, 'kwallet5'],
  [{ DESKTOP_SESSION: 'plasmawayland' }, 'kwallet6'],
] as const)('the KDE of %j uses %s', (environment, store) => {
  expect(choosePasswordStore(commandLineWith(), environment, 'linux')).toBe(store);
});
