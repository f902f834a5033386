import { join } from 'node:path';
import {
  Menu,
  nativeImage,
  screen,
  Tray,
  type MenuItemConstructorOptions,
  type NativeImage,
} from 'electron';
import { en } from '../../contract/locale/en';
import { createMenuKeeper, type MenuKeeper } from './menu-keeper';
import type { TrayChoice, TrayItem } from './tray-menu';
import { findTrayIcon } from './tray-icons';
import type { TrayState, TrayView } from './tray-state';

/** The actions of the tray and its menu. */
export interface TrayActions {
  show(): void;
  choose(choice: TrayChoice): void;
  /** Fetches everything again, and reopens connections that may be dead. */
  refresh(): void;
  quit(): void;
}

export interface TrayOptions {
  readonly iconDirectory: string;
  readonly actions: TrayActions;
  /** Called whenever the tray's state or text changes. */
  readonly onChange: (view: TrayView) => void;
}

export interface TrayIcon {
  show(view: TrayView): void;
  /** Sets whether the desktop has a place for the icon. Initially there is none. */
  setHost(isThere: boolean): void;
  dispose(): void;
}

type TrayMenu = ReturnType<typeof Menu.buildFromTemplate>;

export function createTrayIcon({ iconDirectory, actions, onChange }: TrayOptions): TrayIcon {
  let tray: Tray | undefined;
  let menu: MenuKeeper<TrayMenu> | undefined;
  let wanted: TrayView | undefined;
  let shown: TrayView | undefined;

  function show(view: TrayView): void {
    wanted = view;
    if (tray === undefined) return;
    const isSame = shown !== undefined && JSON.stringify(shown) === JSON.stringify(view);
    if (isSame) return;
    const isChanged = shown?.state !== view.state || shown.tooltip !== view.tooltip;
    if (shown?.state !== view.state) tray.setImage(iconFor(view.state, iconDirectory));
    tray.setToolTip(view.tooltip);
    // On Linux a menu is read only when it is set, and later changes of its items have no effect. A
    // new menu closes one that may be open, so it is set only if necessary. Its items have new ids, so
    // a click on an item of the old one does nothing.
    if (shown === undefined || !hasSameMenu(shown, view)) {
      menu?.replace(Menu.buildFromTemplate(menuFor(view, actions)));
    }
    shown = view;
    if (isChanged) onChange(view);
  }

  function remove(): void {
    menu?.dispose();
    menu = undefined;
    tray?.destroy();
    tray = undefined;
    shown = undefined;
  }

  return {
    show,
    setHost: (isThere) => {
      // Created again for each host, because an icon created without a host is never shown.
      remove();
      if (!isThere) return;
      const icon = new Tray(iconFor(wanted?.state ?? 'connecting', iconDirectory));
      icon.on('click', () => actions.show());
      tray = icon;
      menu = createMenuKeeper((next) => icon.setContextMenu(next));
      if (wanted !== undefined) show(wanted);
    },
    dispose: remove,
  };
}

function hasSameMenu(one: TrayView, other: TrayView): boolean {
  return JSON.stringify(one.items) === JSON.stringify(other.items);
}

function iconFor(state: TrayState, directory: string): NativeImage {
  const scaleFactor = Math.max(...screen.getAllDisplays().map((display) => display.scaleFactor));
  return nativeImage.createFromPath(
    join(directory, findTrayIcon(state, process.platform, scaleFactor)),
  );
}

function menuFor({ items }: TrayView, actions: TrayActions): MenuItemConstructorOptions[] {
  const groups: MenuItemConstructorOptions[][] = [
    [{ label: en.tray.menuShow, click: () => actions.show() }],
    ...items.map((group) => group.map((item) => toMenuItem(item, actions))),
    [
      { label: en.tray.menuRefresh, click: () => actions.refresh() },
      { label: en.tray.menuQuit, click: () => actions.quit() },
    ],
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' }, ...group]));
}

function toMenuItem({ label, choice }: TrayItem, actions: TrayActions): MenuItemConstructorOptions {
  return {
    // A single ampersand would make the next letter the item's access key.
    label: label.replaceAll('&', '&&'),
    enabled: choice !== undefined,
    click: () => {
      if (choice !== undefined) actions.choose(choice);
    },
  };
}
