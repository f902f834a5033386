import { app } from 'electron';
import { parseArguments, type Arguments } from './arguments';

/** Calls back with the arguments of each later launch; undefined if they are not readable. */
export function onLaterLaunch(listener: (args: Arguments | undefined) => void): void {
  app.on('second-instance', (_event, _commandLine, _directory, data) => {
    const parsed = parseArguments(readCommandLine(data), app);
    listener(parsed.ok ? parsed.value : undefined);
  });
}

function readCommandLine(data: unknown): string[] {
  const hasIt = typeof data === 'object' && data !== null && 'commandLine' in data;
  const commandLine: unknown = hasIt ? data.commandLine : undefined;
  return Array.isArray(commandLine)
    ? commandLine.filter((item): item is string => typeof item === 'string')
    : [];
}
