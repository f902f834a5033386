import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** A notification as the desktop was asked to show it. */
export interface ShownNotification {
  readonly id: number;
  readonly title: string;
  /** As markup, as desktops read it. */
  readonly body: string;
  readonly urgency: number | null;
  /** The labels of its buttons. */
  readonly buttons: readonly string[];
}

export interface MenuItem {
  readonly label: string;
  readonly isEnabled: boolean;
}

/** A message bus of its own, with a notification server and a tray on it that keep what they get. */
export interface Desktop {
  /** What a program needs in its environment to be on this desktop. */
  readonly environment: Readonly<Record<string, string>>;
  notifications(): readonly ShownNotification[];
  /** Those of them that the app has not closed. */
  openNotifications(): readonly ShownNotification[];
  /** What the tray icon shows now; undefined while there is none. */
  tray(): { readonly tooltip: string; readonly icon: string } | undefined;
  menu(): readonly MenuItem[];
  activateTray(): void;
  chooseFromTray(label: string): void;
  /** Chooses from a menu that was replaced meanwhile; resolves when the app has declined it. */
  chooseOutdated(label: string): Promise<void>;
  clickNotification(id: number): void;
  /** The desktop then closes the notification. */
  pressButton(id: number, label: string): void;
  /** The agent closes it. */
  dismissNotification(id: number): void;
  /** The panel that shows tray icons starts or ends. */
  startTray(): void;
  stopTray(): void;
  close(): Promise<void>;
}

/** Debian's own Python, for that is the one its package of GObject bindings belongs to. */
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
  z.object({
    event: z.literal('menu'),
    items: z.array(z.object({ label: z.string(), isEnabled: z.boolean() })),
  }),
  z.object({ event: z.literal('tray-gone') }),
  z.object({ event: z.literal('outdated') }),
  z.object({ event: z.literal('refused'), why: z.string() }),
]);
type DesktopEvent = z.infer<typeof eventSchema>;

/** Starts a message bus that nobody else is on. */
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
  /** Whether there is a tray from the start. */
  readonly hasTray?: boolean;
  /** A message bus that others are on too, and that stays when the desktop ends. */
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
  let menu: readonly MenuItem[] = [];

  function take(event: DesktopEvent): void {
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
        refusals.push(event.why);
        break;
    }
  }

  function command(words: object): void {
    recorder.stdin.write(`${JSON.stringify(words)}\n`);
  }

  await new Promise<void>((resolve, reject) => {
    createInterface(recorder.stdout).on('line', (line) => {
      const event = eventSchema.parse(JSON.parse(line));
      take(event);
      if (event.event === 'ready') resolve();
    });
    recorder.once('exit', () => reject(new Error('The desktop recorder has ended')));
  });

  return {
    environment,
    notifications: () => notifications,
    openNotifications: () => notifications.filter(({ id }) => !closed.has(id)),
    tray: () => tray,
    menu: () => menu,
    activateTray: () => command({ do: 'activate' }),
    chooseFromTray: (label) => command({ do: 'choose', label }),
    chooseOutdated: async (label) => {
      const declined = once(declinedChoices, 'outdated');
      command({ do: 'choose-outdated', label });
      await declined;
    },
    clickNotification: (id) => command({ do: 'click-notification', id }),
    pressButton: (id, label) => command({ do: 'press-button', id, label }),
    dismissNotification: (id) => command({ do: 'dismiss-notification', id }),
    startTray: () => command({ do: 'start-tray' }),
    stopTray: () => command({ do: 'stop-tray' }),
    close: async () => {
      await end(recorder);
      await bus.close();
      if (refusals.length > 0) throw new Error(`The desktop could not: ${refusals.join('; ')}`);
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
