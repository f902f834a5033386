import { fail, succeed, type Result } from '../../contract/result';
import { cleanText } from '../../contract/text';
import { REMOTE_SWITCHES, SWITCHES, VALUES, type SwitchName, type ValueName } from './flags';
import { isForeignSwitch, opensApp } from './foreign-switches';
import type { Link } from './link';
import { readLink, refuseLink, schemeOf } from './read-link';
import { explainStrayWord, suggestFlag } from './suggest-flag';

/** Something that the running app is asked to do. */
export type RemoteCommand =
  | { readonly kind: keyof typeof REMOTE_SWITCHES }
  | { readonly kind: 'dial'; readonly number: string };

/** What was asked for on the command line. */
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
  /** What the app that is running already is to do; this one only hands it over. */
  readonly remoteCommand: RemoteCommand | undefined;
  /** A link that was opened with the app, or what is wrong with it. */
  readonly link: Result<Link> | undefined;
  readonly isVersion: boolean;
  readonly isHelp: boolean;
}

export interface ParseOptions {
  /** An installed app refuses the switches that would open it to others. */
  readonly isPackaged: boolean;
}

/** Each of these says what the app is to show or do, so only one of them can be meant. */
const ALTERNATIVES: readonly string[] = ['demo', 'profile', 'import-profile'];
/** What can be said beside a command for the running app. */
const BESIDE_REMOTE: readonly string[] = ['user-data-dir', 'help', 'version'];

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
    // Chromium reads no switch after it, and neither do we.
    const isEnd = argument === '--';
    if (isEnd && index === args.length - 1) break;
    if (isEnd || !argument.startsWith('--')) {
      const word = isEnd ? (args[(index += 1)] ?? '') : argument;
      const scheme = schemeOf(word);
      if (scheme === undefined) return complain(explainStrayWord(word));
      // Nothing follows the link of a desktop: what does is a part of it that was not quoted.
      link = index === args.length - 1 ? readLink(word) : refuseLink(scheme);
      break;
    }
    const equals = argument.indexOf('=');
    const name = argument.slice(2, equals === -1 ? undefined : equals);
    const attached = equals === -1 ? undefined : argument.slice(equals + 1);
    if (isKeyOf(SWITCHES, name)) {
      if (attached !== undefined) return complain(`--${name} takes no value`);
      switches.add(name);
    } else if (isKeyOf(VALUES, name)) {
      const value = attached ?? args[(index += 1)];
      if (value === undefined || value === '' || (attached === undefined && isSwitch(value))) {
        return complain(`--${name} needs a value: --${name} ${VALUES[name][0]}`);
      }
      values.set(name, value);
    } else {
      const problem = findProblem(name, options);
      if (problem !== undefined) return complain(problem);
    }
  }
  const [one, other] = listRivals([...switches, ...values.keys()]);
  if (other !== undefined) return complain(`--${one} and --${other} cannot be used together`);
  if (link !== undefined && one !== undefined && !ALTERNATIVES.includes(one)) {
    return complain(`--${one} and a link cannot be used together`);
  }
  const number = values.get('dial');
  if (number !== undefined && !isDialable(number)) {
    return complain('--dial needs a telephone number or a network ID');
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

/** What is wrong with a flag that is not ours; undefined for a switch that passes through. */
function findProblem(name: string, { isPackaged }: ParseOptions): string | undefined {
  const suggestion = suggestFlag(name);
  // One of ours with a wrong letter may begin like a switch of Chromium's.
  if (suggestion !== undefined || !isForeignSwitch(name)) {
    const likely = suggestion === undefined ? 'see --help' : `did you mean ${suggestion}?`;
    return `--${name} is not a known flag; ${likely}`;
  }
  return isPackaged && opensApp(name)
    ? `--${name} is refused: it would open the installed app to other programs`
    : undefined;
}

/** Chromium takes a word with one dash for a switch as well. */
function isSwitch(value: string): boolean {
  return value.startsWith('-') && value !== '-';
}

/** The flags of which only one can be used. */
function listRivals(given: readonly string[]): readonly string[] {
  const hasRemote = given.some((name) => name === 'dial' || name in REMOTE_SWITCHES);
  return hasRemote
    ? given.filter((name) => !BESIDE_REMOTE.includes(name))
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

/** Whether the field for a number could hold it: one line of visible text, and not too long. */
function isDialable(text: string): boolean {
  const length = text.trim().length;
  return length > 0 && length <= MAX_NUMBER && cleanText(text) === text;
}

function isKeyOf<Table extends object>(table: Table, name: string): name is keyof Table & string {
  return Object.hasOwn(table, name);
}

const MAX_DETAIL = 300;
/** As long as a number or a network ID can be. */
const MAX_NUMBER = 200;

function complain(detail: string): Result<never> {
  return fail({ code: 'bad-input', detail: cleanText(detail).slice(0, MAX_DETAIL) });
}
