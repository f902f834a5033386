import { join } from 'node:path';
import { app, screen, session, type Session } from 'electron';
import { en } from '../../contract/locale/en';
import type { Result } from '../../contract/result';
import { openToDeveloper } from '../desktop/development';
import { OWNER_ONLY } from '../disk/private-file';
import { writeAtomically } from '../disk/write-atomically';
import { createMainWindow, type MainWindow } from '../desktop/main-window';
import { createPlaceKeeper, type PlaceKeeper } from '../desktop/place-keeper';
import { wasStartedAtLogin } from '../desktop/was-started-at-login';
import { installRouter } from '../ipc/router';
import { isTrustedSender } from '../ipc/sender-check';
import { createTrace, type Trace, type TraceOptions } from '../journal/trace';
import { APP_ENTRY, serveApp, type DrawnPage } from '../security/app-protocol';
import { findDevServer, serveFromDevServer } from '../security/dev-server';
import { denyNetwork } from '../security/network';
import { denyPermissions } from '../security/permissions';
import { systemClock } from '../time/system-clock';
import type { PasswordStore } from '../secrets/unlock-keyring';
import type { Arguments } from './arguments';
import type { Core } from './core';
import { findLockProblem } from './data-folder';
import { createDisposables, type Disposables } from './disposables';
import { receiveLinks } from './incoming-links';
import { onLaterLaunch } from './later-launches';
import type { Link } from './link';
import { refuseFolder } from './refuse-folder';
import { watchSmoke } from './smoke';
import { openTraceOutput, type TraceOutput } from './trace-output';

/** How long shutting down may take before the app exits anyway, in ms. */
const QUIT_LIMIT_MS = 3_000;

/**
 * Starts the app: the window first, and everything else while it is being painted. `args` was
 * parsed from `commandLine`. `root` is the folder of the built application. `passwordStore` is the
 * store that Chromium uses for its keys.
 */
export async function boot(
  args: Arguments,
  commandLine: readonly string[],
  root: string,
  passwordStore: PasswordStore,
): Promise<void> {
  // Short tasks do not need the lock: they neither disturb a running app nor are blocked by it.
  const isShortTask = args.importProfile !== undefined || args.isSmoke;
  if (!isShortTask && !app.requestSingleInstanceLock({ commandLine })) {
    const folder = app.getPath('userData');
    const problem = findLockProblem(folder, process.platform);
    if (problem !== undefined) return refuseFolder(args, folder, problem);
    reportIgnoredFlags(args);
    app.exit(0);
    return;
  }
  const links = receiveLinks(app, args.link);
  const opening = args.trace === undefined ? undefined : openTraceOutput(args.trace);
  await app.whenReady();
  if (args.importProfile !== undefined) {
    // A signal while the user is being asked to unlock the keyring.
    app.once('will-quit', () => app.exit(1));
    const { runImport } = await import('./core');
    const exitCode = await runImport(args.importProfile, passwordStore);
    // This notifies an app that is running with the previous profile.
    if (exitCode === 0) app.requestSingleInstanceLock({ commandLine });
    app.exit(exitCode);
    return;
  }

  const disposables = createDisposables(reportBug);
  const output = await opening;
  if (output?.ok === false) {
    process.stderr.write(`sidetone: ${output.error.detail ?? output.error.code}\n`);
    app.exit(2);
    return;
  }
  let secrets: readonly string[] = [];
  const trace = startTrace(
    output?.value,
    { hasNumbers: args.hasTraceNumbers, secrets: () => secrets },
    disposables,
  );
  const places = createPlaceKeeper(
    join(app.getPath('userData'), 'windows.json'),
    screen,
    systemClock,
    (file, text) => writeAtomically(file, text, { mode: OWNER_ONLY }),
  );
  if (args.isDemo) places.switchTo('memory');
  const started: Arguments = {
    ...args,
    isHidden: args.isHidden || wasStartedAtLogin(app, process.platform),
  };
  const { window, whenServed } = openWindow(started, root, places, trace, () =>
    whenReady.then((core) => core.drawFirst()).catch(() => undefined),
  );
  endInOrder(window, disposables);
  const pages = new Set([window.browserWindow.webContents.id]);
  const smoke = args.isSmoke ? watchSmoke(window.browserWindow) : undefined;

  // Loading takes about as long as the window's process needs to start its page, so both run in
  // parallel.
  const whenReady = whenServed
    .then(() => import('./core'))
    .then(({ startCore }) =>
      startCore({
        args: started,
        root,
        passwordStore,
        window,
        places,
        trust: (contents) => {
          const { id } = contents;
          pages.add(id);
          contents.once('destroyed', () => pages.delete(id));
        },
        trace,
        disposables,
        onSecrets: (known) => {
          secrets = known;
        },
        onPainted: () => {
          trace.window('ready');
          smoke?.pass();
        },
      }),
    );
  whenReady.catch(reportBug);
  handOverLaterLaunches(window, whenReady);
  links.follow((link) => openLink(link, whenReady));
  installRouter({
    isTrusted: (event) => isTrustedSender(event, pages),
    whenReady,
  });
}

function startTrace(
  output: TraceOutput | undefined,
  options: Pick<TraceOptions, 'hasNumbers' | 'secrets'>,
  disposables: Disposables,
): Trace {
  if (output !== undefined) disposables.add(() => output.close());
  const trace = createTrace({
    write: (line) => output?.write(line),
    now: Date.now,
    ...options,
  });
  trace.start(app.getVersion());
  return trace;
}

function openWindow(
  args: Arguments,
  root: string,
  places: PlaceKeeper,
  trace: Trace,
  whenDrawn: () => Promise<DrawnPage | undefined>,
): { readonly window: MainWindow; readonly whenServed: Promise<void> } {
  const { defaultSession } = session;
  denyPermissions(defaultSession);
  denyNetwork(defaultSession);
  const whenServed = serveWindow(defaultSession, root, whenDrawn);
  const window = createMainWindow({
    session: defaultSession,
    entry: APP_ENTRY,
    root,
    isHidden: args.isHidden,
    title: en.tray.title,
    places,
    onEvent: (event) => trace.window(event),
  });
  if (import.meta.env.DEV) openToDeveloper(window.browserWindow.webContents);
  return { window, whenServed };
}

/** A production build always serves the window from the bundled files. */
function serveWindow(
  windowSession: Session,
  root: string,
  whenDrawn: () => Promise<DrawnPage | undefined>,
): Promise<void> {
  if (import.meta.env.DEV) {
    const devServer = findDevServer(process.env);
    if (devServer !== undefined) return serveFromDevServer(windowSession, devServer);
  }
  return serveApp(windowSession, join(root, 'renderer'), whenDrawn);
}

/**
 * A second launch brings the first one's window to the front, unless it has a command or a link.
 */
function handOverLaterLaunches(window: MainWindow, whenReady: Promise<Core>): void {
  onLaterLaunch(app, ({ args, launchedAt, reply }) => {
    const command = args?.remoteCommand;
    if (command !== undefined) {
      whenReady
        .then((core) => core.performRemotely(command, launchedAt))
        .then(reply, (error: unknown) => {
          reportBug(error);
          reply(en.errors.internal.message);
        });
    } else if (args?.link !== undefined) {
      reply();
      openLink(args.link, whenReady);
    } else if (args?.isHidden !== true && args?.importProfile === undefined) {
      window.show();
    }
  });
  app.on('activate', () => window.show());
}

/** Shows the link's request in the window, where the agent confirms it. */
function openLink(link: Result<Link>, whenReady: Promise<Core>): void {
  whenReady.then((core) => core.openLink(link)).catch(reportBug);
}

/** Explains in the terminal which of the two processes the flags apply to. */
function reportIgnoredFlags({ isDemo, profile, trace }: Arguments): void {
  const flags = Object.entries({ '--demo': isDemo, '--profile': profile, '--trace': trace })
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([flag]) => flag);
  if (flags.length === 0) return;
  process.stderr.write(
    `sidetone: already running, and brought to the front; quit it first to use ${flags.join(', ')}\n`,
  );
}

/**
 * Closing the window does not end the app. Quitting stops every part, in order, and never ends a
 * call.
 */
function endInOrder(window: MainWindow, disposables: Disposables): void {
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', () => window.allowClosing());
  app.once('will-quit', (event) => {
    event.preventDefault();
    const limit = new Promise((resolve) => setTimeout(resolve, QUIT_LIMIT_MS));
    void Promise.race([disposables.disposeAll(), limit]).then(() => app.exit(0));
  });
}

/** The last resort: there may be no log yet. */
function reportBug(error: unknown): void {
  process.stderr.write(
    `sidetone: ${error instanceof Error ? error.message : 'unexpected error'}\n`,
  );
}
