import { join } from 'node:path';
import { app, nativeTheme, safeStorage, type WebContents } from 'electron';
import type { AppError } from '../../contract/errors';
import { succeed, type Result } from '../../contract/result';
import type { LogLevel } from '../../contract/preference-choices';
import type { Snapshot } from '../../contract/snapshot';
import { momentOf } from '../time/clock';
import { toSnapshot } from '../calls/snapshot';
import { createCallStore } from '../calls/store';
import type { MainWindow } from '../desktop/main-window';
import type { PlaceKeeper } from '../desktop/place-keeper';
import type { Handlers, RouterParts } from '../ipc/request-listeners';
import type { Trace } from '../journal/trace';
import { createLogger } from '../log/file-logger';
import { guardLogger } from '../log/guard-logger';
import type { Logger } from '../log/logger';
import type { DrawnPage } from '../security/app-protocol';
import { createSafeStorageBox } from '../secrets/safe-storage';
import { withUnlockedKeyring, type PasswordStore } from '../secrets/unlock-keyring';
import { toPreferences } from '../settings/preferences';
import type { Profile } from '../settings/profile';
import { createProfileLibrary, type ProfileLibrary } from '../settings/profile-library';
import { openRunPreferences, type RunPreferences } from '../settings/run-preferences';
import type { Arguments } from './arguments';
import type { Composed } from './compose';
import { describeDemo, startDemo } from './demo';
import type { Disposables } from './disposables';
import { drawFirst } from './draw-first';
import { toErrorLine, importProfile } from './import-profile';
import { openProfile, type OpenedProfile } from './open-profile';
import { summarizeProfile } from './profile-summary';
import type { Link } from './link';
import { logFailures } from './log-failures';
import type { RemoteControl } from './remote-control';
import { systemClock } from '../time/system-clock';
import { waitForPaint } from './wait-for-paint';
import { describeLines, VENDORS } from '../runtime/vendors';

export interface CoreParts {
  readonly args: Arguments;
  /** The folder of the built application. */
  readonly root: string;
  readonly passwordStore: PasswordStore;
  readonly window: MainWindow;
  readonly places: PlaceKeeper;
  /** Gives another page of the app the same access to the bridge as the window. */
  readonly trust: (contents: WebContents) => void;
  readonly trace: Trace;
  readonly disposables: Disposables;
  /** Called with values that must never be written, before they are used anywhere. */
  readonly onSecrets: (secrets: readonly string[]) => void;
  readonly onPainted: () => void;
}

export interface Core extends RouterParts {
  /** The page with the first snapshot; undefined if it cannot be drawn, which is logged. */
  readonly drawFirst: () => DrawnPage | undefined;
  /** Carries out the command line of a later launch. */
  readonly performRemotely: RemoteControl;
  /** Shows a link's request in the window. */
  readonly openLink: (link: Result<Link>) => Promise<void>;
}

/**
 * Starts what the first paint needs: the agent's name and the vendors to be connected. Everything
 * else is loaded after the first paint, or when a request needs it.
 */
export async function startCore(parts: CoreParts): Promise<Core> {
  const { args, root, disposables } = parts;
  let secrets: readonly string[] = [];
  let logLevel = (): LogLevel => 'info';
  const logger = guardLogger(
    createLogger({
      file: logFile(),
      secrets: () => secrets,
      level: () => logLevel(),
    }),
  );
  logFailures(app, logger);

  const profiles = createProfiles(parts.passwordStore, logger);
  const opened = await openProfile({
    args,
    profiles,
    startDemo: () => startDemo(root),
    isPackaged: app.isPackaged,
  });
  if (opened.kind === 'invalid') {
    process.stderr.write(opened.mistakes.map((mistake) => `${toErrorLine(mistake)}\n`).join(''));
    app.exit(2);
  }
  const store = createCallStore(systemClock, (error) =>
    logger.error('A bug was caught', { error }),
  );
  disposables.add(() => store.dispose());
  if (opened.kind === 'unusable') store.addNotice(opened.error);
  const preferences = await openAllPreferences(args, opened, (problem) => store.addNotice(problem));
  const applyPreferences = (): void => store.setPreferences(toPreferences(preferences.current));
  applyPreferences();
  preferences.onSwitched(applyPreferences);
  const applySource = (): void => parts.places.switchTo(preferences.source);
  applySource();
  preferences.onSwitched(applySource);
  logLevel = () => store.getState().preferences.logLevel;
  nativeTheme.themeSource = preferences.current.theme;
  if (opened.kind === 'ready' && opened.isDemo) process.stderr.write(`${describeDemo(app)}\n`);
  const summary = summarizeProfile(opened);
  const profile = outlineOf(opened);
  if (profile !== undefined) {
    store.setLines(describeLines(profile));
    for (const module of VENDORS) {
      if (module.isIn(profile)) store.setConnection(module.vendor, 'connecting');
    }
  }

  const takeFirst = (): Snapshot =>
    toSnapshot(
      store.getState(),
      { ...summary, hasRecorder: false, canLookUpRecording: () => false },
      momentOf(systemClock),
    );

  let rest: Promise<Composed> | undefined;
  let composed: Composed | undefined;
  // Nothing connects before the window is painted.
  const { browserWindow } = parts.window;
  const endWait = waitForPaint(
    systemClock,
    () => !browserWindow.isDestroyed() && browserWindow.webContents.isLoading(),
    () => void startRest(),
  );
  disposables.add(endWait);
  const first: Partial<Handlers> = {
    getSnapshot: () => {
      // A hidden window draws nothing, so there is nothing to wait for.
      if (args.isHidden) void startRest();
      return succeed(takeFirst());
    },
    reportPainted: () => {
      parts.onPainted();
      void startRest();
      return succeed(null);
    },
  };
  return {
    // The schemas of all requests are not loaded before the first request, which follows the paint.
    parse: async (name, request) =>
      (await import('../ipc/parse-request')).parseRequest(name, request),
    // The page must not wait for the rest, which reads the history and loads the clients.
    handlerOf: async (name) =>
      (composed === undefined ? first[name] : undefined) ?? (await startRest()).handlers[name],
    performRemotely: async (command, givenAt) =>
      (await startRest()).performRemotely(command, givenAt),
    openLink: async (link) => (await startRest()).openLink(link),
    logger,
    drawFirst: () => {
      try {
        const snapshot = takeFirst();
        return { markup: drawFirst(root, snapshot), revision: snapshot.revision };
      } catch (error) {
        logger.error('The window could not be drawn before its scripts were loaded', { error });
        return undefined;
      }
    },
  };

  function startRest(): Promise<Composed> {
    endWait();
    rest ??= import('./compose').then(async ({ compose }) => {
      composed = await compose({
        ...parts,
        opened,
        profiles,
        preferences,
        store,
        logger,
        logFile: logFile(),
        onSecrets: (known) => {
          secrets = known;
          parts.onSecrets(known);
        },
        quit: () => app.quit(),
      });
      return composed;
    });
    return rest;
  }
}

function logFile(): string {
  return join(app.getPath('userData'), 'logs', 'sidetone.log');
}

/** `--import-profile`: prints the result and returns the exit code. */
export async function runImport(file: string, passwordStore: PasswordStore): Promise<number> {
  const logger = createLogger({
    file: logFile(),
    secrets: () => [],
  });
  const { isError, lines, exitCode } = await importProfile(
    file,
    await createProfiles(passwordStore, logger).active(),
  );
  const stream = isError ? process.stderr : process.stdout;
  await new Promise<void>((resolve) => stream.write(`${lines.join('\n')}\n`, () => resolve()));
  return exitCode;
}

function openAllPreferences(
  { isSmoke }: Arguments,
  opened: OpenedProfile,
  onProblem: (problem: AppError) => void,
): Promise<RunPreferences> {
  const storesNothing = isSmoke || (opened.kind === 'ready' && opened.isDemo);
  return openRunPreferences(storesNothing ? 'memory' : 'file', {
    file: join(app.getPath('userData'), 'preferences.json'),
    onProblem,
  });
}

function outlineOf(opened: OpenedProfile): Profile | undefined {
  if (opened.kind === 'sealed') return opened.outline;
  return opened.kind === 'ready' ? opened.profile : undefined;
}

function createProfiles(passwordStore: PasswordStore, logger: Logger): ProfileLibrary {
  const access = { store: passwordStore, appName: app.getName(), environment: process.env };
  const box = createSafeStorageBox({
    storage: safeStorage,
    platform: process.platform,
    logger,
    withKeyring: (onLocked, use) => withUnlockedKeyring(access, onLocked, use),
  });
  return createProfileLibrary(app.getPath('userData'), box);
}
