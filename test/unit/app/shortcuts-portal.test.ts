import { expect, it } from 'vitest';
import { allowShortcutsPortal } from '../../../main/app/shortcuts-portal';

const PORTAL = 'GlobalShortcutsPortal,GlobalShortcutsPortalPreferredTrigger';

function switchesOf(given: string, platform: NodeJS.Platform): readonly string[] {
  const switches = [given];
  allowShortcutsPortal(
    {
      getSwitchValue: () => given,
      appendSwitch: (name, value) => switches.push(`${name}=${value ?? ''}`),
    },
    platform,
  );
  return switches.slice(1);
}

it('lets the portal bind shortcuts on Linux, and keeps the features of the command line', () => {
  expect(switchesOf('', 'linux')).toEqual([`enable-features=${PORTAL}`]);
  expect(switchesOf('Other', 'linux')).toEqual([`enable-features=Other,${PORTAL}`]);
});

it('changes nothing on other systems', () => {
  expect(switchesOf('Other', 'win32')).toEqual([]);
  expect(switchesOf('Other', 'darwin')).toEqual([]);
});
