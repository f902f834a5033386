import { fail, succeed, type Result } from '../../contract/result';

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
  readonly isVersion: boolean;
}

const SWITCHES = ['demo', 'hidden', 'smoke', 'version', 'trace-numbers'] as const;
const VALUES = ['profile', 'import-profile', 'trace', 'user-data-dir'] as const;

/**
 * Switches of Chromium and Electron that pass through, by their beginnings. There are well over a
 * thousand of them, so an exact list would be wrong with every release.
 */
const FOREIGN_SWITCHES =
  /^(allow-|app|auth-|class$|crash|disable-|display$|enable-|explicitly-|field-trial|force-|gpu|gtk-|headless|high-dpi|host-|ignore-|in-process|inspect|js-flags|lang$|log-|name$|no-(default-browser-check|first-run|pings|proxy-server|sandbox|zygote)|original-process|ozone|password-store|proxy-|remote-|renderer-|require$|ssl-|touch-|trace-(config|startup|to)|type$|use-|v$|vmodule|wayland|window-)/;

/**
 * Reads the arguments that follow the program (and, from source, the application folder). The error
 * names the flag: `bad-input`.
 */
export function parseArguments(args: readonly string[]): Result<Arguments> {
  const switches = new Set<string>();
  const values = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (!argument.startsWith('--') || argument === '--') continue;
    const equals = argument.indexOf('=');
    const name = argument.slice(2, equals === -1 ? undefined : equals);
    const attached = equals === -1 ? undefined : argument.slice(equals + 1);
    if (isOneOf(SWITCHES, name)) {
      if (attached !== undefined) return complain(`--${name} takes no value`);
      switches.add(name);
    } else if (isOneOf(VALUES, name)) {
      const value = attached ?? args[(index += 1)];
      if (value === undefined || value === '' || value.startsWith('--')) {
        return complain(`--${name} needs a value`);
      }
      values.set(name, value);
    } else if (!FOREIGN_SWITCHES.test(name)) {
      return complain(`--${name} is not a known flag`);
    }
  }
  if (switches.has('demo') && values.has('profile')) {
    return complain('--demo and --profile cannot be used together');
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
    isVersion: switches.has('version'),
  });
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

function complain(detail: string): Result<never> {
  return fail({ code: 'bad-input', detail });
}
