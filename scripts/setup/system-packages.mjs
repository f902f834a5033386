import { existsSync } from 'node:fs';
import { run, runOrFail } from './run.mjs';
import { ScriptError } from './say.mjs';
import { runStep } from './step.mjs';

/**
 * Debian packages by purpose. If a name changed between releases, the entry has both, separated by a bar.
 *
 * @type {Record<string, string[]>}
 */
const GROUPS = {
  run: [
    'libgtk-3-0t64|libgtk-3-0',
    'libnss3',
    'libgbm1',
    'libasound2t64|libasound2',
    'libnotify4',
    'libsecret-1-0',
  ],
  display: ['xvfb', 'dbus'],
  // Chromium from the branch of the shipped Electron; Ubuntu only has it as a snap.
  test: ['python3-gi', 'gnome-keyring', 'chromium|chromium-browser'],
  wayland: ['xvfb', 'weston'],
  package: ['p7zip-full|7zip'],
  'verify-deb': ['mmdebstrap', 'lintian', 'appstream'],
};

/** Gives up on an unresponsive server sooner than by default (30 s per address). */
const RETRIES = ['-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::https::Timeout=15'];

/**
 * @param {string} group
 * @returns {string[]}
 */
function entriesOf(group) {
  const entries = GROUPS[group];
  if (entries !== undefined) return entries;
  throw new ScriptError(`Unknown group "${group}"; use ${Object.keys(GROUPS).join(', ')}`);
}

/**
 * The entries of the groups with no installed package, each as a list of names.
 *
 * @param {string[]} groups
 * @param {Set<string>} installed
 */
export function missingEntries(groups, installed) {
  return groups
    .flatMap(entriesOf)
    .map((entry) => entry.split('|'))
    .filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * The installed packages in dpkg-query's list of `NAME STATUS` lines.
 *
 * @param {string} listing
 */
export function parseInstalled(listing) {
  const rows = listing.split('\n').map((line) => line.split(' '));
  return new Set(rows.filter(([, status]) => status === 'installed').map(([name = '']) => name));
}

/** @param {string[]} groups */
async function queryInstalled(groups) {
  const names = groups.flatMap(entriesOf).flatMap((entry) => entry.split('|'));
  // Its exit code reports unknown names, which are not a failure here.
  const { stdout } = await run('dpkg-query', [
    '-W',
    '-f',
    '${Package} ${db:Status-Status}\n',
    ...names,
  ]);
  return parseInstalled(stdout);
}

/**
 * The first name of each entry that exists in this release.
 *
 * @param {string[][]} entries
 */
async function chooseNames(entries) {
  const chosen = [];
  for (const names of entries) {
    const known = await Promise.all(names.map((name) => run('apt-cache', ['show', name])));
    chosen.push(names[known.findIndex(({ code }) => code === 0)] ?? names.at(-1) ?? '');
  }
  return chosen;
}

/**
 * Installs the missing packages of the groups with apt-get, as root on Debian or Ubuntu. Without root, it
 * throws with the command to run. On other systems it does nothing: package names differ, and
 * `ensureLibraries` reports missing libraries.
 *
 * @param {string[]} groups names of GROUPS
 */
export async function ensureSystemPackages(groups) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = missingEntries(groups, await queryInstalled(groups));
  if (missing.length === 0) return;

  const install = ['install', '-y', '--no-install-recommends'];
  if (process.getuid?.() !== 0) {
    const command = ['sudo apt-get', ...install, ...(await chooseNames(missing))].join(' ');
    throw new ScriptError(`System packages are missing. Run:\n  ${command}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const remedy = 'Check the network and the apt sources.';
  await runStep(
    'Updating the list of system packages (apt-get)',
    { limit: 180, remedy },
    (signal) => runOrFail('apt-get', [...RETRIES, 'update'], { env, signal }),
  );
  const names = await chooseNames(missing);
  const what = `Installing system packages (apt-get): ${names.join(' ')}`;
  await runStep(what, { limit: 900, remedy }, (signal) =>
    runOrFail('apt-get', [...RETRIES, ...install, ...names], { env, signal }),
  );
}

/**
 * The shared libraries that are missing according to the output of ldd.
 *
 * @param {string} listing
 */
export function parseMissingLibraries(listing) {
  return [...listing.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name = '']) => name);
}

/**
 * Throws if shared libraries of the executable are missing, and names them.
 *
 * @param {string} executable
 */
export async function ensureLibraries(executable) {
  if (process.platform !== 'linux') return;
  const missing = parseMissingLibraries((await run('ldd', [executable])).stdout);
  if (missing.length === 0) return;
  throw new ScriptError(
    `Shared libraries that Electron needs are missing: ${[...new Set(missing)].join(', ')}. ` +
      'Install the packages of your distribution that contain them (GTK 3, NSS, GBM, ALSA).',
  );
}
