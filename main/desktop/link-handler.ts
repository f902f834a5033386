import type { App } from 'electron';
import { fail, succeed, type Result } from '../../contract/result';

/** Whether the system opens telephone links with this app. */
export interface LinkHandler {
  isOn(): boolean;
  /** Errors: `not-saved` if the system refuses. */
  set(isOn: boolean): Result<null>;
}

type Registration = Pick<
  App,
  | 'isPackaged'
  | 'isDefaultProtocolClient'
  | 'removeAsDefaultProtocolClient'
  | 'setAsDefaultProtocolClient'
>;

const SCHEMES = ['tel', 'callto', 'sip', 'sips', 'sidetone'];
/** Arguments after it are never parsed as flags. */
const END_OF_FLAGS = ['--'];

/**
 * Undefined if the app cannot change this: a Linux package registers its desktop entry, and the
 * agent chooses in the desktop's settings. A run from source registers nothing.
 */
export function createLinkHandler(
  platform: NodeJS.Platform,
  app: Registration,
  program: string,
): LinkHandler | undefined {
  if (platform === 'linux' || !app.isPackaged) return undefined;
  return {
    isOn: () =>
      SCHEMES.every((scheme) => app.isDefaultProtocolClient(scheme, program, END_OF_FLAGS)),
    set: (isOn) => {
      const done = SCHEMES.map((scheme) =>
        isOn
          ? app.setAsDefaultProtocolClient(scheme, program, END_OF_FLAGS)
          : app.removeAsDefaultProtocolClient(scheme, program, END_OF_FLAGS),
      );
      return done.every(Boolean) ? succeed(null) : fail({ code: 'not-saved' });
    },
  };
}
