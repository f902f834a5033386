import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isHeadless } from '../setup/set-up.mjs';
import { withTemporaryFolder } from '../setup/temporary-folder.mjs';
import { startDaemon } from './children.mjs';

/** `-noreset`: without it, the server restarts when its last client leaves, and refuses the next. */
const SCREEN = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-noreset'];
const BUS = ['--session', '--nofork', '--print-address=1'];

/**
 * An Xauthority entry for all displays: two-byte lengths, big endian, each followed by the bytes.
 *
 * @param {Buffer} cookie
 */
export function encodeAuthority(cookie) {
  const anyHost = 0xffff;
  /** @param {Buffer} bytes */
  const field = (bytes) => [Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes];
  /** @param {number} value */
  const number = (value) => Buffer.from([value >> 8, value & 0xff]);
  const name = Buffer.from('MIT-MAGIC-COOKIE-1');
  const empty = Buffer.alloc(0);
  return Buffer.concat([
    number(anyHost),
    ...field(empty),
    ...field(empty),
    ...field(name),
    ...field(cookie),
  ]);
}

/**
 * Runs `use` with the environment of a desktop. On Linux without a display, that is a virtual display and
 * a message bus, which are stopped afterwards. xvfb-run and dbus-run-session are not used because they do
 * not forward signals and outlive a killed run.
 *
 * @template Result
 * @param {(environment: NodeJS.ProcessEnv) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export function inDesktopSession(use) {
  if (!isHeadless()) return use(process.env);
  return withTemporaryFolder('session', async (folder) => {
    const daemons = [];
    try {
      const authority = join(folder, 'authority');
      await writeFile(authority, encodeAuthority(randomBytes(16)), { mode: 0o600 });
      const display = await startDaemon('Xvfb', [...SCREEN, '-auth', authority], 3);
      daemons.push(display);
      const environment = { ...process.env, DISPLAY: `:${display.line}`, XAUTHORITY: authority };
      const bus = await startDaemon('dbus-daemon', BUS, 1, environment);
      daemons.push(bus);
      return await use({ ...environment, DBUS_SESSION_BUS_ADDRESS: bus.line });
    } finally {
      await Promise.all(daemons.map(({ stop }) => stop()));
    }
  });
}

/**
 * The same with several desktops, for programs that would disturb each other on one.
 *
 * @template Result
 * @param {number} count
 * @param {(environments: NodeJS.ProcessEnv[]) => Promise<Result>} use
 * @param {NodeJS.ProcessEnv[]} [started]
 * @returns {Promise<Result>}
 */
export function inDesktopSessions(count, use, started = []) {
  if (started.length === count) return use(started);
  return inDesktopSession((next) => inDesktopSessions(count, use, [...started, next]));
}
