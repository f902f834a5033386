import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** A notification as the desktop was asked to show it. */
export interface ShownNotification {
  readonly id: number;
  readonly title: string;
  /** The markup that the desktop received. */
  readonly body: string;
  readonly urgency: number | null;
  /** The labels of its buttons. */
  readonly buttons: readonly string[];
}

/** A separate D-Bus session with a fake notification server and tray, which record what the app sends. */
export interface Desktop {
  /** Environment variables that put a program on this desktop. */
  readonly environment: Readonly<Record<string, string>>;
  notifications(): readonly ShownNotification[];
  /** The notifications that have not been closed. */
  openNotifications(): readonly ShownNotification[];
  /** The current tray icon, as a hash of its shape; undefined while there is none. */
  tray(): { readonly tooltip: string; readonly icon: string } | undefined;
  /** The items of the tray's menu: `Mute`, `Mute (disabled)`, or `-` for a separator. */
  menu(): readonly string[];
  activateTray(): void;
  chooseFromTray(label: string): void;
  /** Chooses an item from a menu that was replaced. Resolves when the app has rejected it. */
  chooseOutdated(label: string): Promise<void>;
  clickNotification(id: number): void;
  /** The desktop then closes the notification, as real ones do. */
  pressButton(id: number, label: string): void;
  /** Closes the notification as the agent would. */
  dismissNotification(id: number): void;
  /** Starts or stops the panel that shows tray icons. */
  startTray(): void;
  stopTray(): void;
  close(): Promise<void>;
}

/** Debian's Python, because its package of GObject bindings is built for that one. */
export const PYTHON = '/usr/bin/python3';

const eventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('ready') }),
  z.object({
    event: z.literal('notification'),
    id: z.number(),
    title: z.string(),
    body: z.string(),
    urgency: z.number().nullable(),
    buttons: z.array(z.string()),
  }),
  z.object({ event: z.literal('notification-closed'), id: z.number() }),
  z.object({ event: z.literal('tray'), tooltip: z.string(), icon: z.string() }),
  z.object({ event: z.literal('menu'), items: z.array(z.string()) }),
  z.object({ event: z.literal('tray-gone') }),
  z.object({ event: z.literal('outdated') }),
  z.object({ event: z.literal('refused'), reason: z.string() }),
]);
type DesktopEvent = z.infer<typeof eventSchema>;

/** Starts a separate D-Bus session bus. */
export async function startMessageBus(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: environment,
  });
  const [address] = (await once(createInterface(bus.stdout), 'line')) as [string];
  return { address, close: () => end(bus) };
}

export interface DesktopOptions {
  /** Whether there is a tray from the start (default true). */
  readonly hasTray?: boolean;
  /** An existing session bus to use. It keeps running after the desktop is closed. */
  readonly busAddress?: string;
}

export async function startDesktop({
  hasTray = true,
  busAddress,
}: DesktopOptions = {}): Promise<Desktop> {
  const bus =
    busAddress === undefined
      ? await startMessageBus()
      : { address: busAddress, close: () => Promise.resolve() };
  const environment = { DBUS_SESSION_BUS_ADDRESS: bus.address };
  const script = join(import.meta.dirname, 'desktop-recorder.py');
  const recorder = spawn(PYTHON, [script, ...(hasTray ? [] : ['--without-tray'])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const notifications: ShownNotification[] = [];
  const closed = new Set<number>();
  const refusals: string[] = [];
  const declinedChoices = new EventEmitter();
  let tray: { tooltip: string; icon: string } | undefined;
  let menu: readonly string[] = [];

  function apply(event: DesktopEvent): void {
    switch (event.event) {
      case 'ready':
        break;
      case 'notification':
        notifications.push(event);
        break;
      case 'notification-closed':
        closed.add(event.id);
        break;
      case 'tray':
        tray = event;
        break;
      case 'menu':
        menu = event.items;
        break;
      case 'tray-gone':
        tray = undefined;
        menu = [];
        break;
      case 'outdated':
        declinedChoices.emit('outdated');
        break;
      case 'refused':
        refusals.push(event.reason);
        break;
    }
  }

  function send(command: object): void {
    recorder.stdin.write(`${JSON.stringify(command)}\n`);
  }

  await new Promise<void>((resolve, reject) => {
    createInterface(recorder.stdout).on('line', (line) => {
      const event = eventSchema.parse(JSON.parse(line));
      apply(event);
      if (event.event === 'ready') resolve();
    });
    recorder.once('exit', () => reject(new Error('The desktop recorder has exited')));
  });

  return {
    environment,
    notifications: () => notifications,
    openNotifications: () => notifications.filter(({ id }) => !closed.has(id)),
    tray: () => tray,
    menu: () => menu,
    activateTray: () => send({ do: 'activate' }),
    chooseFromTray: (label) => send({ do: 'choose', label }),
    chooseOutdated: async (label) => {
      const declined = once(declinedChoices, 'outdated');
      send({ do: 'choose-outdated', label });
      await declined;
    },
    clickNotification: (id) => send({ do: 'click-notification', id }),
    pressButton: (id, label) => send({ do: 'press-button', id, label }),
    dismissNotification: (id) => send({ do: 'dismiss-notification', id }),
    startTray: () => send({ do: 'start-tray' }),
    stopTray: () => send({ do: 'stop-tray' }),
    close: async () => {
      await end(recorder);
      await bus.close();
      if (refusals.length > 0) throw new Error(`The fake desktop failed: ${refusals.join('; ')}`);
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
