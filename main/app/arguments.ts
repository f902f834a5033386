import { MAX_ADDRESS } from '../../contract/call-limits';
import { fail, succeed, type Result } from '../../contract/result';
import { cleanText } from '../../contract/text';
import { REMOTE_SWITCHES, SWITCHES, VALUES, type SwitchName, type ValueName } from './flags';
import { isForeignSwitch, exposesApp } from './foreign-switches';
import type { Link } from './link';
import { readLink, refuseLink, schemeOf } from './read-link';
import { explainUnexpectedArgument, suggestFlag } from './suggest-flag';

/** A command for the running app. */
export type RemoteCommand =
  | { readonly kind: keyof typeof REMOTE_SWITCHES }
  | { readonly kind: 'dial'; readonly number: string };

/** The parsed command line. */
export interface Arguments {
  readonly isDemo: boolean;
  readonly profile: string | undefined;
  readonly importProfile: string | undefined;
  /** A file, or `-` for standard output. */
  readonly trace: string | undefined;
  readonly hasTraceNumbers: boolean;
  readonly userDataDirectory: string | undefined;
  readonly isHidden: boolean;
  readonly isSmoke: boolean;
  /** A command for the app that is already running. This process only hands it over. */
  readonly remoteCommand: RemoteCommand | undefined;
  /** A link that was opened with the app, or what is wrong with it. */
  readonly link: Result<Link> | undefined;
  readonly isVersion: boolean;
  readonly isHelp: boolean;
}

export interface ParseOptions {
  /** An installed app refuses the switches that would expose it to other programs. */
  readonly isPackaged: boolean;
}

/** Each of these selects what the app shows or does, so only one can be given. */
const ALTERNATIVES: readonly string[] = ['demo', 'profile', 'import-profile'];
/** The flags that can be combined with a command for the running app. */
const ALLOWED_WITH_REMOTE: readonly string[] = ['user-data-dir', 'help', 'version'];

/**
 * Reads the arguments that follow the program (and, from source, the application folder). The error
 * names the flag, in one line: `bad-input`.
 */
export function parseArguments(args: readonly string[], options: ParseOptions): Result<Arguments> {
  const switches = new Set<SwitchName>();
  const values = new Map<ValueName, string>();
  let link: Result<Link> | undefined;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    // Chromium reads no switches after it, so this parser does not either.
    const isEnd = argument === '--';
    if (isEnd && index === args.length - 1) break;
    if (isEnd || !argument.startsWith('--')) {
      const word = isEnd ? (args[(index += 1)] ?? '') : argument;
      const scheme = schemeOf(word);
      if (scheme === undefined) return reject(explainUnexpectedArgument(word));
      // A desktop passes nothing after a link. What follows is a part of the link that was not
      // quoted.
      link = index === args.length - 1 ? readLink(word) : refuseLink(scheme);
      break;
    }
    const equals = argument.indexOf('=');
    const name = argument.slice(2, equals === -1 ? undefined : equals);
    const attached = equals === -1 ? undefined : argument.slice(equals + 1);
    if (isKeyOf(SWITCHES, name)) {
      if (attached !== undefined) return reject(`--${name} takes no value`);
      switches.add(name);
    } else if (isKeyOf(VALUES, name)) {
      const value = attached ?? args[(index += 1)];
      if (value === undefined || value === '' || (attached === undefined && isSwitch(value))) {
        return reject(`--${name} needs a value: --${name} ${VALUES[name][0]}`);
      }
      values.set(name, value);
    } else {
      const problem = findProblem(name, options);
      if (problem !== undefined) return reject(problem);
    }
  }
  const [one, other] = listConflicting([...switches, ...values.keys()]);
  if (other !== undefined) return reject(`--${one} and --${other} cannot be used together`);
  if (link !== undefined && one !== undefined && !ALTERNATIVES.includes(one)) {
    return reject(`--${one} and a link cannot be used together`);
  }
  const number = values.get('dial');
  if (number !== undefined && !isDialable(number)) {
    return reject('--dial needs a telephone number or a network ID');
  }
  return succeed({
    isDemo: switches.has('demo'),
    profile: values.get('profile'),
    importProfile: values.get('import-profile'),
    trace: values.get('trace'),
    hasTraceNumbers: switches.has('trace-numbers'),
    userDataDirectory: values.get('user-data-dir'),
    isHidden: switches.has('hidden'),
    isSmoke: switches.has('smoke'),
    link,
    remoteCommand: findRemoteCommand(switches, number),
    isVersion: switches.has('version'),
    isHelp: switches.has('help'),
  });
}

/**
 * What is wrong with a flag that is not Sidetone's; undefined for a switch that is passed through.
 */
function findProblem(name: string, { isPackaged }: ParseOptions): string | undefined {
  const suggestion = suggestFlag(name);
  // A misspelled flag of Sidetone may begin like one of Chromium's switches.
  if (suggestion !== undefined || !isForeignSwitch(name)) {
    const likely = suggestion === undefined ? 'see --help' : `did you mean ${suggestion}?`;
    return `--${name} is not a known flag; ${likely}`;
  }
  return isPackaged && exposesApp(name)
    ? `--${name} is refused: it would open the installed app to other programs`
    : undefined;
}

/** Chromium treats a word with a single dash as a switch too. */
function isSwitch(value: string): boolean {
  return value.startsWith('-') && value !== '-';
}

/** The given flags that exclude each other. */
function listConflicting(given: readonly string[]): readonly string[] {
  const hasRemote = given.some((name) => name === 'dial' || name in REMOTE_SWITCHES);
  return hasRemote
    ? given.filter((name) => !ALLOWED_WITH_REMOTE.includes(name))
    : ALTERNATIVES.filter((name) => given.includes(name));
}

function findRemoteCommand(
  switches: ReadonlySet<SwitchName>,
  number: string | undefined,
): RemoteCommand | undefined {
  if (number !== undefined) return { kind: 'dial', number: number.trim() };
  const kind = [...switches].find((name) => isKeyOf(REMOTE_SWITCHES, name));
  return kind && { kind };
}

/** Whether the number field accepts it: one line of visible text, and not too long. */
function isDialable(text: string): boolean {
  const length = text.trim().length;
  return length > 0 && length <= MAX_ADDRESS && cleanText(text) === text;
}

function isKeyOf<Table extends object>(table: Table, name: string): name is keyof Table & string {
  return Object.hasOwn(table, name);
}

const MAX_DETAIL = 300;

function reject(detail: string): Result<never> {
  return fail({ code: 'bad-input', detail: cleanText(detail).slice(0, MAX_DETAIL) });
}
