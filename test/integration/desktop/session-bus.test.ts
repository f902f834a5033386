import { expect, onTestFinished, test, vi } from 'vitest';
import { openSessionBus, type SessionBus } from '../../../main/desktop/session-bus';
import { watchTrayHost } from '../../../main/desktop/tray-host';
import { startDesktop, startMessageBus } from '../../support/desktop';
import { eventually } from '../../support/eventually';

const DAEMON = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};
const WATCHER = 'org.kde.StatusNotifierWatcher';

/** The session bus at an address, as the desktop passes it. */
function open(address: string): SessionBus {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', address);
  try {
    return openSessionBus();
  } finally {
    vi.unstubAllEnvs();
  }
}

async function startBus(): Promise<string> {
  const bus = await startMessageBus();
  onTestFinished(() => bus.close());
  return bus.address;
}

function own(bus: SessionBus, member: 'RequestName' | 'ReleaseName', name: string) {
  const body = member === 'RequestName' ? [name, 0] : [name];
  return bus.call({ ...DAEMON, member, signature: member === 'RequestName' ? 'su' : 's', body });
}

test('a call is answered, or rejected if nobody offers the service', async () => {
  const bus = open(await startBus());
  onTestFinished(() => bus.close());
  expect(
    await bus.call({ ...DAEMON, member: 'NameHasOwner', signature: 's', body: [WATCHER] }),
  ).toEqual([false]);
  await expect(
    bus.call({ destination: WATCHER, path: '/', interface: WATCHER, member: 'Nothing' }),
  ).rejects.toThrow(WATCHER);
});

test('without a bus every call is rejected', async () => {
  const bus = open('unix:path=/nowhere/bus');
  onTestFinished(() => bus.close());
  await expect(bus.call({ ...DAEMON, member: 'ListNames' })).rejects.toThrow();
});

test('a signal that two rules match is delivered once', async () => {
  const address = await startBus();
  const [bus, other] = [open(address), open(address)];
  onTestFinished(() => [bus, other].forEach((each) => each.close()));
  const heard: unknown[] = [];
  const rule = `type='signal',sender='${DAEMON.destination}',member='NameOwnerChanged',arg0='${WATCHER}'`;
  await bus.listen([rule, `${rule},path='${DAEMON.path}'`], ({ member, body }) => {
    if (body[0] === WATCHER) heard.push(member);
  });
  await own(other, 'RequestName', WATCHER);
  await own(other, 'ReleaseName', WATCHER);
  await eventually(() => heard).toEqual(['NameOwnerChanged', 'NameOwnerChanged']);
});

test('a tray is noticed when it starts and when it stops', async () => {
  const desktop = await startDesktop({ hasTray: false });
  onTestFinished(() => desktop.close());
  const bus = open(desktop.environment.DBUS_SESSION_BUS_ADDRESS!);
  const reported: boolean[] = [];
  const watch = watchTrayHost(
    'linux',
    () => Promise.resolve(bus),
    (isThere) => reported.push(isThere),
  );
  onTestFinished(() => watch.dispose());
  await eventually(() => reported).toEqual([false]);
  desktop.startTray();
  await eventually(() => reported).toEqual([false, true]);
  desktop.stopTray();
  await eventually(() => reported).toEqual([false, true, false]);
});
