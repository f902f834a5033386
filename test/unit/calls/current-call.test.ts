import { describe, expect, it } from 'vitest';
import { chooseCurrentCall, type Pin } from '../../../main/calls/current-call';
import type { KnownCall } from '../../../main/calls/reducer';
import { knownCall } from '../../support/calls';

let sequence = 0;
function call(id: string, changes: Partial<KnownCall> = {}): KnownCall {
  sequence += 1;
  return knownCall(id, { sequence, ...changes });
}

function choose(calls: KnownCall[], pin?: Pin): string | undefined {
  return chooseCurrentCall(calls, pin)?.reference;
}

describe('the current call', () => {
  it('is ringing, then established, dialing, held, just ended, TalkSpace, conference', () => {
    const order = [
      call('ringing', { state: 'ringing' }),
      call('established'),
      call('dialing', { state: 'dialing' }),
      call('held', { state: 'held' }),
      call('ended', { state: 'ended' }),
      call('talkspace', { line: 'talkspace' }),
      call('conference', { line: 'conference' }),
    ];
    while (order.length > 0) {
      expect(choose([...order].reverse())).toBe(order[0]!.reference);
      order.shift();
    }
  });

  it('may be one whose state is not known, before those that can wait', () => {
    expect(choose([call('unknown', { state: 'unknown' }), call('held', { state: 'held' })])).toBe(
      'unknown',
    );
    expect(choose([call('unknown', { state: 'unknown' }), call('established')])).toBe(
      'established',
    );
  });

  it('is the newest of those that are alike', () => {
    expect(choose([call('older'), call('newer')])).toBe('newer');
  });

  it('is none when nobody is in a conference or all has ended', () => {
    expect(choose([call('empty', { line: 'conference', state: 'waiting' })])).toBeUndefined();
    expect(choose([call('closed', { line: 'talkspace', state: 'ended' })])).toBeUndefined();
    expect(choose([call('old', { state: 'ended', isPutAway: true })])).toBeUndefined();
  });

  it('is the one that the agent chose, until it ends or another one rings', () => {
    const held = call('held', { state: 'held' });
    const established = call('established');
    const pin: Pin = { callId: held.id, nextSequence: sequence + 1 };
    expect(choose([held, established], pin)).toBe('held');
    expect(choose([held, established, call('new', { state: 'ringing' })], pin)).toBe('new');
    expect(choose([{ ...held, state: 'ended' }, established], pin)).toBe('established');
  });
});
