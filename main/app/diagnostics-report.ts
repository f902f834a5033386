import type { AppError } from '../../contract/errors';
import { en } from '../../contract/locale/en';
import type { Preferences } from '../../contract/preferences';
import type { Connection } from '../../contract/snapshot';
import { redactNumbers, redactSecrets } from '../log/redact';
import type { Profile } from '../settings/profile';
import { listSecrets, splitSecrets } from '../settings/profile-secrets';
import type { ServiceTest } from './test-log';

/** The contents of the report. */
export interface DiagnosticFacts {
  /** In ms since the epoch. */
  readonly now: number;
  /** Versions and the system, each by its name. */
  readonly system: Readonly<Record<string, string>>;
  readonly profile: Profile | undefined;
  readonly preferences: Preferences;
  /** Oldest first. */
  readonly connections: readonly Connection[];
  readonly tests: readonly ServiceTest[];
  /** The lines of the log, which contain no secrets and no complete telephone numbers. */
  readonly log: string;
}

/** Most problems concern addresses, and the digits in them are not telephone numbers. */
const WITH_NUMBERS: readonly string[] = ['baseUrl'];

/**
 * The report as text. Secrets and telephone numbers are removed, including those in answers of
 * services.
 */
export function writeReport(facts: DiagnosticFacts): string {
  const { profile, now, system, preferences, connections, tests, log } = facts;
  const texts = en.diagnostics;
  const sections: [title: string, content: string][] = [
    [texts.system, describeSystem(system)],
    [texts.profile, profile === undefined ? texts.none : toJson(openPartOf(profile))],
    [texts.preferences, toJson(preferences)],
    [texts.connections, connections.map(describeConnection).join('\n') || texts.none],
    [texts.tests, tests.map(describeTest).join('\n') || texts.none],
    [texts.log, log.trim() || texts.none],
  ];
  const body = sections.map(([title, content]) => `## ${title}\n\n${content}\n`).join('\n');
  const text = `# ${texts.title}, ${new Date(now).toISOString()}\n\n${body}`;
  return redactSecrets(text, profile === undefined ? [] : listSecrets(profile));
}

function describeSystem(system: Readonly<Record<string, string>>): string {
  return Object.entries(system)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/** A placeholder shows which secrets the profile has. */
function openPartOf(profile: Profile): unknown {
  const { open, secrets } = splitSecrets(profile);
  return Object.fromEntries(
    Object.entries(open).map(([section, content]) => {
      const hidden = Object.keys(secrets[section] ?? {}).map((field) => [
        field,
        en.diagnostics.secret,
      ]);
      return typeof content === 'object' && content !== null && !Array.isArray(content)
        ? [section, { ...content, ...Object.fromEntries(hidden) }]
        : [section, content];
    }),
  );
}

function describeConnection({ vendor, state, since, reason }: Connection): string {
  return [new Date(since).toISOString(), vendor, state, ...describeError(reason)].join(' ');
}

function describeTest({ vendor, at, error }: ServiceTest): string {
  const outcome = error === undefined ? ['accepted'] : describeError(error);
  return [new Date(at).toISOString(), vendor, ...outcome].join(' ');
}

/** As codes, which support can look up. */
function describeError(error: AppError | undefined): string[] {
  if (error === undefined) return [];
  return error.detail === undefined ? [error.code] : [error.code, redactNumbers(error.detail)];
}

function toJson(value: unknown): string {
  return JSON.stringify(
    value,
    (key, item: unknown) =>
      typeof item === 'string' && !WITH_NUMBERS.includes(key) ? redactNumbers(item) : item,
    2,
  );
}
