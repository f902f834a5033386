import type { OpenedLink } from '../../contract/settings';
import type { Result } from '../../contract/result';
import { describeSections } from '../settings/describe-sections';
import { readProposal } from '../settings/read-proposal';
import type { Link } from './link';

export interface LinkOpenerParts {
  readonly showWindow: () => void;
  /** Whether the profile has a line that dials, connected or not. */
  readonly canDial: () => boolean;
  /** Opens the dialog with this number in the window; the agent confirms it. */
  readonly fillInNumber: (number: string) => void;
  /** Shows in the window what the link brought. */
  readonly showLink: (link: OpenedLink) => void;
  /** Whether a profile that is stored now is used now. */
  readonly isStoredUsed: () => boolean;
}

/** Opens a link in the window, where the agent decides about it. Changes nothing. */
export function createLinkOpener(parts: LinkOpenerParts): (link: Result<Link>) => void {
  return (link) => {
    // The dialog shows why it cannot be dialed now: nobody sees what a link answers.
    if (link.ok && link.value.kind === 'dial' && parts.canDial()) {
      parts.fillInNumber(link.value.number);
      return;
    }
    parts.showWindow();
    if (!link.ok) {
      const { detail = '' } = link.error;
      parts.showLink({ kind: 'refused', mistakes: [{ field: '', message: detail }] });
    } else if (link.value.kind === 'profile') {
      parts.showLink(propose(link.value.name, link.value.text, parts.isStoredUsed()));
    }
  };
}

function propose(name: string | undefined, text: string, isUsedAtOnce: boolean): OpenedLink {
  const proposal = readProposal(text);
  if (!proposal.ok) return { kind: 'refused', mistakes: proposal.mistakes };
  return {
    kind: 'proposal',
    name: name ?? proposal.agentName.slice(0, MAX_NAME),
    sections: describeSections(proposal.content).filter(({ isSet }) => isSet),
    isUsedAtOnce,
    text,
  };
}

/** As long as the name of a profile can be. */
const MAX_NAME = 80;
