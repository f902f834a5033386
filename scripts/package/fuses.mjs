import { ScriptError } from '../setup/say.mjs';

/** The same that electron-builder.yml sets, in the order of the fuse wire. */
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
 * The names of the fuses that are not as they should be. One that this Electron does not have yet is
 * no fault.
 *
 * @param {Record<number, number>} wire what `getCurrentFuseWire` of @electron/fuses gives
 */
export function wrongFuses(wire) {
  return EXPECTED.filter(([, isOn], place) => {
    return place in wire && wire[place] !== (isOn ? ON : OFF);
  }).map(([name]) => name);
}

/** Reads the fuses of a packaged app back and throws when one is not as it should be. */
export async function verifyFuses(executable) {
  // Imported late: the set-up has to install it first.
  const { getCurrentFuseWire } = await import('@electron/fuses');
  const wrong = wrongFuses(await getCurrentFuseWire(executable));
  if (wrong.length > 0)
    throw new ScriptError(`Fuses not set as they should be: ${wrong.join(', ')}`);
}
