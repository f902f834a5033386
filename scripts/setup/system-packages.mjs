import { existsSync } from 'node:fs';
import { run, runOrFail } from './run.mjs';
import { ScriptError } from './say.mjs';
import { runStep } from './step.mjs';

/**
 * Debian's packages by what they are for. Where a name changed from one release to the next, both
 * stand in one entry, separated by a bar.
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
  // Chromium of the branch that the shipped Electron is made of; Ubuntu has it as a snap only.
  test: ['python3-gi', 'gnome-keyring', 'chromium|chromium-browser'],
  package: ['p7zip-full|7zip'],
  'verify-deb': ['mmdebstrap', 'lintian', 'appstream'],
};

/** A server that does not answer is given up sooner than by default (30 s, for each address). */
const RETRIES = ['-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::https::Timeout=15'];

function entriesOf(group) {
  if (Object.hasOwn(GROUPS, group)) return GROUPS[group];
  throw new ScriptError(`Unknown group "${group}"; there are ${Object.keys(GROUPS).join(', ')}`);
}

/** The entries of the groups of which no package is installed, each as a list of its names. */
export function missingEntries(groups, installed) {
  return groups
    .flatMap(entriesOf)
    .map((entry) => entry.split('|'))
    .filter((names) => !names.some((name) => installed.has(name)));
}

/** The installed packages among those that dpkg-query lists as `NAME STATUS`, one a line. */
export function parseInstalled(listing) {
  const rows = listing.split('\n').map((line) => line.split(' '));
  return new Set(rows.filter(([, status]) => status === 'installed').map(([name]) => name));
}

async function queryInstalled(groups) {
  const names = groups.flatMap(entriesOf).flatMap((entry) => entry.split('|'));
  // Its exit code tells of names it does not know, which is no failure here.
  const { stdout } = await run('dpkg-query', [
    '-W',
    '-f',
    '${Package} ${db:Status-Status}\n',
    ...names,
  ]);
  return parseInstalled(stdout);
}

/** Of each entry the first name that this release really has. */
async function chooseNames(entries) {
  const chosen = [];
  for (const names of entries) {
    const known = await Promise.all(names.map((name) => run('apt-cache', ['show', name])));
    chosen.push(names[known.findIndex(({ code }) => code === 0)] ?? names.at(-1));
  }
  return chosen;
}

/**
 * Installs what is missing of the groups by apt-get, as root on Debian or Ubuntu. Throws with the
 * command to type when this user may not. Elsewhere it does nothing: other Linux systems name their
 * packages differently, and a missing library is told by `ensureLibraries`.
 *
 * @param {string[]} groups names of GROUPS
 */
export async function ensureSystemPackages(groups) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = missingEntries(groups, await queryInstalled(groups));
  if (missing.length === 0) return;

  const install = ['install', '-y', '--no-install-recommends'];
  if (process.getuid() !== 0) {
    const command = ['sudo apt-get', ...install, ...(await chooseNames(missing))].join(' ');
    throw new ScriptError(`System packages are missing. Type:\n  ${command}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const remedy = 'Check the network and the sources of apt.';
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

/** The shared libraries that the output of ldd calls missing. */
export function parseMissingLibraries(listing) {
  return [...listing.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name);
}

/** Throws, naming them, when shared libraries that the executable is linked with are missing. */
export async function ensureLibraries(executable) {
  if (process.platform !== 'linux') return;
  const missing = parseMissingLibraries((await run('ldd', [executable])).stdout);
  if (missing.length === 0) return;
  throw new ScriptError(
    `Electron needs shared libraries that this system lacks: ${[...new Set(missing)].join(', ')}. ` +
      'Install the packages of your distribution that hold them (GTK 3, NSS, GBM, ALSA).',
  );
}
