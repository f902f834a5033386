import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { listMacMenu } from '../../../main/desktop/mac-menu';

function listAll(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? listAll(item.submenu) : []),
  ]);
}

it('Cmd+Q asks for confirmation like Quit in the tray, and nothing else in the menu bar quits', () => {
  const asked: string[] = [];
  const items = listAll(listMacMenu(() => asked.push('quit')));
  const quit = items.find(({ accelerator }) => accelerator === 'Command+Q');
  (quit?.click as (() => void) | undefined)?.();
  expect(asked).toEqual(['quit']);
  const roles = items.map(({ role }) => role);
  expect(roles).not.toContain('quit');
  expect(roles).not.toContain('viewMenu');
});
