import type { Participant } from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { Person } from '../ui/People';

/** Participants for the short overview of a TalkSpace or a conference. */
export function describePeople(participants: readonly Participant[]): Person[] {
  return participants.map((participant) => ({
    id: participant.id,
    name: participant.name,
    callingText: participant.presence === 'calling' ? en.window.calling : undefined,
    mutedText: participant.isMuted ? en.window.muted : undefined,
    heldText: participant.isHeld ? en.callStates.held : undefined,
  }));
}

export function describeRestOfPeople(count: number): string {
  return format(en.window.morePeople, { count });
}
