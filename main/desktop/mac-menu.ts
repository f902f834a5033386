import type { MenuItemConstructorOptions } from 'electron';
import { en } from '../../contract/locale/en';

/**
 * The menu bar of macOS. Electron's default menu quits without asking during a call, and offers
 * developer tools. The Edit menu is required for copying and pasting with the keyboard.
 */
export function listMacMenu(quit: () => void): MenuItemConstructorOptions[] {
  return [
    {
      role: 'appMenu',
      submenu: [
        { role: 'about' },
        { type: 'separator' },
        { role: 'services' },
        { type: 'separator' },
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        { type: 'separator' },
        { label: en.tray.menuQuit, accelerator: 'Command+Q', click: () => quit() },
      ],
    },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
}
