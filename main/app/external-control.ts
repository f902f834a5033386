import { canDial } from '../../contract/find-lines';
import type { Result } from '../../contract/result';
import type { OpenedLink } from '../../contract/settings';
import type { Link } from './link';
import { createLinkOpener } from './open-link';
import { createRemoteControl, type RemoteControl, type RemoteControlParts } from './remote-control';

/** Control of the running app by other programs. */
export interface ExternalControl {
  readonly performRemotely: RemoteControl;
  readonly openLink: (link: Result<Link>) => void;
}

export interface ExternalControlParts extends Omit<RemoteControlParts, 'fillInNumber'> {
  /** Opens the dialog with this number in the window; the agent confirms it. */
  readonly requestDialing: (number: string) => void;
  /** Shows a link's request in the window. */
  readonly showLink: (link: OpenedLink) => void;
  /** Whether a profile that is stored now takes effect at once. */
  readonly isStoredUsed: () => boolean;
}

export function createExternalControl(parts: ExternalControlParts): ExternalControl {
  const fillInNumber = (number: string): void => {
    parts.showWindow();
    parts.requestDialing(number);
  };
  return {
    performRemotely: createRemoteControl({ ...parts, fillInNumber }),
    openLink: createLinkOpener({
      ...parts,
      fillInNumber,
      canDial: () => canDial(parts.takeSnapshot()),
    }),
  };
}
