import type { SessionBus } from './session-bus';

/** Watches whether the desktop shows tray icons. */
export interface TrayHostWatch {
  dispose(): void;
}

/** https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/ */
const WATCHER = 'org.kde.StatusNotifierWatcher';
const WATCHER_PATH = '/StatusNotifierWatcher';
const BUS = 'org.freedesktop.DBus';

const RULES = [
  `type='signal',sender='${BUS}',interface='${BUS}',member='NameOwnerChanged',arg0='${WATCHER}'`,
  `type='signal',interface='${WATCHER}',path='${WATCHER_PATH}'`,
];
/** The desktop's watcher also reports added and removed icons, which do not matter here. */
const MEMBERS: readonly string[] = [
  'NameOwnerChanged',
  'StatusNotifierHostRegistered',
  'StatusNotifierHostUnregistered',
];

/**
 * Reports whether something on the desktop shows tray icons: at first, and whenever a panel starts,
 * ends or restarts. On Linux only a desktop with a StatusNotifier host does; without a session bus
 * there is none. Elsewhere there always is one.
 */
export function watchTrayHost(
  platform: NodeJS.Platform,
  openBus: () => Promise<SessionBus>,
  onChange: (isThere: boolean) => void,
): TrayHostWatch {
  if (platform !== 'linux') {
    onChange(true);
    return { dispose: () => undefined };
  }
  const whenOpen = openBus();
  let isDisposed = false;
  let latest = 0;
  let reported: boolean | undefined;

  async function check(): Promise<void> {
    const round = (latest += 1);
    const isThere = await whenOpen.then(hasHost).catch(() => false);
    // The latest check counts, regardless of the order of the answers.
    if (isDisposed || round !== latest || isThere === reported) return;
    reported = isThere;
    onChange(isThere);
  }

  async function start(): Promise<void> {
    const bus = await whenOpen;
    await bus.listen(RULES, ({ member }) => {
      if (MEMBERS.includes(member)) void check();
    });
  }

  void start()
    .catch(() => undefined)
    .then(check);
  return {
    dispose: () => {
      isDisposed = true;
      void whenOpen.then((bus) => bus.close()).catch(() => undefined);
    },
  };
}

async function hasHost(bus: SessionBus): Promise<boolean> {
  const [isOwned] = await bus.call({
    destination: BUS,
    path: '/org/freedesktop/DBus',
    interface: BUS,
    member: 'NameHasOwner',
    signature: 's',
    body: [WATCHER],
  });
  if (isOwned !== true) return false;
  const [property] = await bus.call({
    destination: WATCHER,
    path: WATCHER_PATH,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: [WATCHER, 'IsStatusNotifierHostRegistered'],
  });
  return hasValue(property) && property.value === true;
}

/** A D-Bus variant. */
function hasValue(property: unknown): property is { readonly value: unknown } {
  return typeof property === 'object' && property !== null && 'value' in property;
}
