import type { App } from 'electron';
import { parseArguments, type Arguments } from './arguments';
import { writeReply } from './remote-reply';

/** A launch while the app is running. */
export interface LaterLaunch {
  /** The parsed arguments; undefined if they are invalid. */
  readonly args: Arguments | undefined;
  /** When its process was created, in ms since the epoch. */
  readonly launchedAt: number;
  /** Answers the launched process if it waits: why nothing was done, or that it was done. */
  readonly reply: (reason?: string) => void;
}

/** The part of Electron's app that is used. */
export type LaunchedApp = Pick<App, 'on' | 'getPath' | 'isPackaged'>;

/** Calls back for each later launch. */
export function onLaterLaunch(app: LaunchedApp, listener: (launch: LaterLaunch) => void): void {
  app.on('second-instance', (_event, _commandLine, _directory, data) => {
    const { commandLine, launchedAt, replyId } = readData(data);
    const parsed = parseArguments(commandLine, app);
    listener({
      args: parsed.ok ? parsed.value : undefined,
      launchedAt,
      reply: (reason) => writeReply(app.getPath('userData'), replyId, reason),
    });
  });
}

interface LaunchData {
  readonly commandLine: string[];
  readonly launchedAt: number;
  readonly replyId: string;
}

function readData(data: unknown): LaunchData {
  const { commandLine, launchedAt, replyId } = (data ?? {}) as Readonly<Record<string, unknown>>;
  return {
    commandLine: Array.isArray(commandLine)
      ? commandLine.filter((item): item is string => typeof item === 'string')
      : [],
    launchedAt: typeof launchedAt === 'string' ? Number(launchedAt) : Date.now(),
    replyId: typeof replyId === 'string' ? replyId : '',
  };
}
