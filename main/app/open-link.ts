import { MAX_PROFILE_NAME } from '../../contract/profile-limits';
import type { OpenedLink } from '../../contract/settings';
import type { Result } from '../../contract/result';
import { describeSections } from '../settings/describe-sections';
import { readProposal } from '../settings/read-proposal';
import type { Link } from './link';

export interface LinkOpenerParts {
  readonly showWindow: () => void;
  /** Whether the profile has a line that can dial, connected or not. */
  readonly canDial: () => boolean;
  /** Opens the dialog with this number in the window; the agent confirms it. */
  readonly fillInNumber: (number: string) => void;
  /** Shows the link's request in the window. */
  readonly showLink: (link: OpenedLink) => void;
  /** Whether a profile that is stored now takes effect at once. */
  readonly isStoredUsed: () => boolean;
}

/** Shows a link in the window, where the agent confirms or rejects it. Changes nothing. */
export function createLinkOpener(parts: LinkOpenerParts): (link: Result<Link>) => void {
  return (link) => {
    // A link has no visible answer, so the dialog shows why the number cannot be dialed now.
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
    name: name ?? proposal.agentName.slice(0, MAX_PROFILE_NAME),
    sections: describeSections(proposal.content).filter(({ isSet }) => isSet),
    isUsedAtOnce,
    text,
  };
}
