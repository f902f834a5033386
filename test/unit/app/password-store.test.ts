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
  // Chromium finds KWallet by itself there.
  ['KDE', undefined, 'linux', '', 'other'],
  // An explicit choice is respected.
  ['i3', 'basic', 'linux', 'basic', 'other'],
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

test.each([{ KDE_FULL_SESSION: 'true' }, { DESKTOP_SESSION: 'plasmawayland' }])(
  'an older KDE is recognized by %j',
  (environment) => {
    expect(choosePasswordStore(commandLineWith(), environment, 'linux')).toBe('other');
  },
);
