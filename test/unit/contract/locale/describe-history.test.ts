import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../../contract/history';
import { describeHistory } from '../../../../contract/locale/describe-history';

type CommandEntry = Extract<HistoryEntry, { kind: 'command' }>;

function command(fields: Partial<CommandEntry>): CommandEntry {
  return { kind: 'command', at: 0, action: 'mute', outcome: 'confirmed', ...fields };
}

describe('the description of a history entry', () => {
  it('names the target of a command once, in its name or next to it', () => {
    expect(describeHistory(command({ target: 'Ada' }))).toMatchObject({ what: 'Mute', who: 'Ada' });
    const added = command({ action: 'add-participant', target: 'Ada' });
    expect(describeHistory(added)).toMatchObject({ what: 'Add Ada', who: '' });
    // Tones are never shown.
    expect(describeHistory(command({ action: 'send-tones' }))).toMatchObject({
      what: 'Send tones',
      who: '',
    });
  });

  it('has the reason of a failed command, with the vendor’s message', () => {
    const why = (reason: string) => describeHistory(command({ outcome: 'failed', reason })).why;
    expect(why('refused: Not: the owner')).toBe(
      'The service refused the request. Details: Not: the owner',
    );
    expect(why('malformed-answer: body: Invalid input')).toBe(
      'The service sent an answer that Sidetone does not understand.',
    );
    expect(why('gone')).toBe('The call or the participant is no longer there.');
    expect(why('of-another-version: x')).toBe('of-another-version: x');
  });

  it('distinguishes joins from leaves', () => {
    const roster = { kind: 'roster', at: 0, callId: 'a' } as const;
    expect(describeHistory({ ...roster, joined: ['A', 'B'], left: ['C'] })).toMatchObject({
      what: 'Joined and left',
      who: 'Joined: A, B; Left: C',
    });
    expect(describeHistory({ ...roster, joined: [], left: ['C'] })).toMatchObject({
      what: 'Left',
      who: 'C',
    });
  });
});
