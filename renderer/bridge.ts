import type { Bridge } from '../contract/bridge';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly sidetone?: Bridge;
  }
}

/**
 * The window's only connection to the main process. No other file uses `window.sidetone`.
 *
 * @throws if the preload script has not run: the window cannot show anything without it.
 */
export function getBridge(): Bridge {
  if (window.sidetone === undefined) {
    throw new Error('The preload script did not offer `window.sidetone`.');
  }
  return window.sidetone;
}
