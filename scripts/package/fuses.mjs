import { ScriptError } from '../setup/say.mjs';

/** The same as in electron-builder.yml, in the order of the fuse wire. */
const EXPECTED = [
  ['runAsNode', false],
  ['enableCookieEncryption', false],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  ['loadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', false],
];
/** A fuse on the wire is one character. */
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

/**
 * The names of the fuses with a wrong value. A fuse that this Electron does not have yet is not wrong.
 *
 * @param {Record<number, number>} wire from `getCurrentFuseWire` of @electron/fuses
 */
export function wrongFuses(wire) {
  return EXPECTED.filter(([, isOn], place) => {
    return place in wire && wire[place] !== (isOn ? ON : OFF);
  }).map(([name]) => name);
}

/**
 * Reads the fuses of a packaged app and throws if one has a wrong value.
 *
 * @param {string} executable
 */
export async function verifyFuses(executable) {
  // Imported here because the setup has to install it first.
  const { getCurrentFuseWire } = await import('@electron/fuses');
  const wrong = wrongFuses(await getCurrentFuseWire(executable));
  if (wrong.length > 0) throw new ScriptError(`Fuses with wrong values: ${wrong.join(', ')}`);
}
