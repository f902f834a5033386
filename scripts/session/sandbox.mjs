import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from '../setup/run.mjs';
import { ScriptError } from '../setup/say.mjs';

/** Settings that can prevent normal users from creating user namespaces, with the value that allows it. */
const SETTINGS = [
  { name: 'kernel.apparmor_restrict_unprivileged_userns', refuses: '1', allows: '0' },
  { name: 'kernel.unprivileged_userns_clone', refuses: '0', allows: '1' },
  { name: 'user.max_user_namespaces', refuses: '0', allows: '15000' },
];

/**
 * Why Chromium's sandbox cannot start, and the commands that fix it.
 *
 * @param {string} helper Chromium's `chrome-sandbox`, which needs no namespaces if root owns it
 * @param {Record<string, string | undefined>} settings the system settings, by their sysctl names
 */
export function explainSandbox(helper, settings) {
  const found = SETTINGS.find(({ name, refuses }) => settings[name] === refuses);
  const reason = found ? `${found.name} is ${found.refuses}` : 'a container may forbid it';
  return [
    `Chromium's sandbox cannot start: unprivileged users cannot create namespaces here (${reason}).`,
    'Let Chromium’s helper create them. Run:',
    `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    ...(found
      ? ['Or allow it until the next boot:', `  sudo sysctl -w ${found.name}=${found.allows}`]
      : []),
    'If neither is possible, you can try the app without the sandbox:',
    '  npm start -- --no-sandbox',
  ].join('\n');
}

async function readSettings() {
  const entries = SETTINGS.map(async ({ name }) => {
    const path = join('/proc/sys', ...name.split('.'));
    return [
      name,
      await readFile(path, 'utf8').then(
        (text) => text.trim(),
        () => undefined,
      ),
    ];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** @param {string} helper */
async function isOwnedByRoot(helper) {
  const found = await stat(helper).catch(() => undefined);
  return found?.uid === 0 && (found.mode & 0o4000) !== 0;
}

/**
 * Throws, with the remedy, if Chromium would exit because its sandbox is not available. Root runs without
 * it, see `sandboxFlags`.
 *
 * @param {string} executable Electron's
 */
export async function ensureSandbox(executable, userId = process.getuid?.()) {
  if (process.platform !== 'linux' || userId === 0) return;
  const helper = join(dirname(executable), 'chrome-sandbox');
  if (await isOwnedByRoot(helper)) return;
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true']);
  // Without that command we cannot know, so we let Chromium try.
  if (code === 0 || code === 127) return;
  throw new ScriptError(explainSandbox(helper, await readSettings()));
}
