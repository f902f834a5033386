import { join } from 'node:path';
import { app } from 'electron';
import type { AppError } from '../../contract/errors';
import type { MainWindow } from '../desktop/main-window';
import { parseRequest } from '../ipc/parse-request';
import type { RouterParts } from '../ipc/router';
import type { Trace } from '../journal/trace';
import { createLogger } from '../log/file-logger';
import type { Logger } from '../log/logger';
import { createSafeStorageBox } from '../secrets/safe-storage';
import { listSecrets } from '../settings/profile-secrets';
import { createProfileStore, type ProfileStore } from '../settings/profile-store';
import type { Arguments } from './arguments';
import { compose } from './compose';
import type { Disposables } from './disposables';
import { describe, importProfile } from './import-profile';
import { openHistory } from './open-history';
import { openProfile } from './open-profile';

export interface CoreParts {
  readonly args: Arguments;
  /** Built application folder. */
  readonly root: string;
  readonly window: MainWindow;
  readonly trace: Trace;
  readonly disposables: Disposables;
  readonly onPainted: () => void;
}

/** All that the first paint does not need: it is loaded while the window is being painted. */
export async function startCore(parts: CoreParts): Promise<RouterParts> {
  const { args, root, window, disposables } = parts;
  let secrets: readonly string[] = [];
  const logger = createLogger({
    file: join(app.getPath('userData'), 'logs', 'sidetone.log'),
    secrets: () => secrets,
  });
  // The agent's calls go on; a dialog about a defect would only be in the way.
  process.on('unhandledRejection', (error) => logger.error('A defect was met', { error }));
  process.on('uncaughtException', (error) => logger.error('A defect was met', { error }));

  const opened = await openProfile({
    args,
    store: createStore(logger),
    root,
    isPackaged: app.isPackaged,
  });
  if (opened.kind === 'invalid') {
    process.stderr.write(`${describe(opened.error)}\n`);
    app.exit(2);
  }
  const profile = opened.kind === 'ready' ? opened.profile : undefined;
  const problems: AppError[] = opened.kind === 'unusable' ? [opened.error] : [];
  if (opened.kind === 'ready') {
    secrets = listSecrets(opened.profile);
    disposables.add(opened.stop);
  }
  const kept =
    opened.kind === 'ready'
      ? await openHistory({
          folder: app.getPath('userData'),
          isInMemory: opened.isDemo,
          onProblem: (problem) => {
            problems.push(problem);
            logger.warn('Something is wrong with what is kept', { problem });
          },
          logger,
          disposables,
        })
      : undefined;
  const handlers = compose({
    profile,
    agentName: profile?.agent.name ?? (opened.kind === 'unusable' ? (opened.agentName ?? '') : ''),
    hasProfile: opened.kind !== 'none',
    problems,
    window,
    isHidden: args.isHidden,
    root,
    trace: parts.trace,
    kept,
    logger,
    disposables,
    onPainted: parts.onPainted,
    quit: () => app.quit(),
  });
  return { parse: parseRequest, handlers, logger };
}

/** `--import-profile`: says what came of it and gives the exit code. */
export async function runImport(file: string): Promise<number> {
  const logger = createLogger({
    file: join(app.getPath('userData'), 'logs', 'sidetone.log'),
    secrets: () => [],
  });
  const { isError, line, exitCode } = await importProfile(file, createStore(logger));
  const stream = isError ? process.stderr : process.stdout;
  await new Promise<void>((resolve) => stream.write(`${line}\n`, () => resolve()));
  return exitCode;
}

function createStore(logger: Logger): ProfileStore {
  return createProfileStore(
    join(app.getPath('userData'), 'profile.json'),
    createSafeStorageBox(process.platform, logger),
  );
}
