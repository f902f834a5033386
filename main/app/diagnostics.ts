import { readFile } from 'node:fs/promises';
import { release } from 'node:os';
import type { App } from 'electron';
import type { Diagnostics } from '../../contract/diagnostics';
import { succeed, fail, type Result } from '../../contract/result';
import { toDiskError } from '../disk/disk-error';
import { OWNER_ONLY } from '../disk/private-file';
import { writeAtomically } from '../disk/write-atomically';
import { formatLocalDay } from '../time/format-local-time';
import { writeReport, type DiagnosticFacts } from './diagnostics-report';

/** The part of Electron's app that is used. */
type DiagnosedApp = Pick<App, 'getVersion' | 'getLocale' | 'isPackaged'>;

export interface DiagnosticParts {
  readonly app: DiagnosedApp;
  readonly logFile: string;
  /** The facts about this run. */
  readonly facts: () => Omit<DiagnosticFacts, 'system' | 'log'>;
  /** Asks the agent where to write it; undefined if no file is chosen. */
  readonly chooseFile: (now: number) => Promise<string | undefined>;
}

/** The report of this run. It is saved exactly as it was shown. */
export interface DiagnosticsControl {
  prepare(): Promise<Diagnostics>;
  /** The file that was written, or null if the agent chose none. Errors: `not-saved`. */
  save(): Promise<Result<string | null>>;
}

/** The end of the log, which covers the most recent events. */
const MAX_LOG_LINES = 1_000;

export function createDiagnostics(parts: DiagnosticParts): DiagnosticsControl {
  let prepared: { readonly text: string; readonly now: number } | undefined;

  async function prepare(): Promise<{ readonly text: string; readonly now: number }> {
    const facts = parts.facts();
    const log = await readLog(parts.logFile);
    prepared = {
      text: writeReport({ ...facts, system: describeSystem(parts.app), log }),
      now: facts.now,
    };
    return prepared;
  }

  return {
    prepare: async () => ({ text: (await prepare()).text }),
    save: async () => {
      const { text, now } = prepared ?? (await prepare());
      const file = await parts.chooseFile(now);
      if (file === undefined) return succeed(null);
      try {
        await writeAtomically(file, text, { mode: OWNER_ONLY });
      } catch (error) {
        return fail(toDiskError(error, file));
      }
      return succeed(file);
    },
  };
}

function describeSystem(app: DiagnosedApp): Record<string, string> {
  const { electron, chrome, node } = process.versions;
  const { XDG_SESSION_TYPE, XDG_CURRENT_DESKTOP } = process.env;
  return {
    Sidetone: `${app.getVersion()}${app.isPackaged ? '' : ', from its sources'}`,
    Electron: electron,
    Chromium: chrome,
    'Node.js': node,
    System: `${process.platform} ${release()} ${process.arch}`,
    ...(XDG_CURRENT_DESKTOP !== undefined && { Desktop: XDG_CURRENT_DESKTOP }),
    ...(XDG_SESSION_TYPE !== undefined && { 'Session type': XDG_SESSION_TYPE }),
    Language: app.getLocale(),
    'Running for': `${Math.round(process.uptime() / 60)} min`,
  };
}

async function readLog(file: string): Promise<string> {
  // The log's rotation gives this name to the older file.
  const older = file.replace(/\.log$/, '.old.log');
  const texts = await Promise.all(
    [older, file].map((name) => readFile(name, 'utf8').catch(() => '')),
  );
  return texts.join('').trimEnd().split('\n').slice(-MAX_LOG_LINES).join('\n');
}

/** The suggested name of the file, with its date. */
export function nameDiagnostics(now: number): string {
  return `sidetone-diagnostics-${formatLocalDay(now)}.txt`;
}
