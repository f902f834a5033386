import { describe, expect, it } from 'vitest';
import { createCallStore } from '../../../main/calls/store';
import { followStore } from '../../../main/journal/follow-store';
import { createTrace } from '../../../main/journal/trace';
import { traceLineSchema } from '../../../main/journal/trace-schema';
import { nameCode } from '../../../main/vendors/shared/vendor-errors';
import { participant, telephoneCall } from '../../support/calls';
import { createManualClock } from '../../support/manual-clock';

function setUp(hasNumbers = false) {
  const clock = createManualClock();
  const store = createCallStore(clock);
  const lines: Record<string, unknown>[] = [];
  let text = '';
  const trace = createTrace({
    write: (line) => {
      text += `${line}\n`;
      lines.push(traceLineSchema.parse(JSON.parse(line)));
    },
    now: () => clock.now(),
    hasNumbers,
    secrets: () => ['hush-1', 'ZXRhOmh1c2gtMQ=='],
  });
  followStore(store, trace);
  return { clock, store, trace, lines, text: () => text };
}

describe('the trace', () => {
  it('has the versions of the format and of Sidetone on its first line', () => {
    const { trace, text } = setUp();
    trace.start('0.1.0');
    expect(text()).toBe('{"v":1,"t":"2026-01-01T00:00:00.000Z","kind":"start","app":"0.1.0"}\n');
  });

  it('has calls with codes for their states, and the last three digits of numbers', () => {
    const { store, lines } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a', { state: 'held', isHeld: true }) });
    expect(lines).toEqual([
      {
        t: '2026-01-01T00:00:00.000Z',
        kind: 'call',
        id: 'genesys:a',
        line: 'genesys',
        state: 'held',
        muted: false,
        held: true,
        participants: ['**001'],
      },
    ]);
  });

  it('writes complete numbers if requested', () => {
    const { store, lines } = setUp(true);
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    expect(lines[0]!.participants).toEqual(['15001']);
  });

  it('reports joins and leaves, and nothing twice', () => {
    const { store, lines } = setUp();
    const people = [participant('15001'), participant('15002')];
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    store.apply({ kind: 'call-seen', call: telephoneCall('a', { participants: people }) });
    store.apply({ kind: 'call-seen', call: telephoneCall('a', { participants: people }) });
    const rosters = lines.filter(({ kind }) => kind === 'participants');
    expect(rosters).toMatchObject([{ id: 'genesys:a', joined: ['**002'], left: [] }]);
    expect(lines).toHaveLength(3);
  });

  it('has the same codes for conferences as for other calls', () => {
    const { store, lines } = setUp();
    const room = { id: 'conference:r', line: 'conference' as const };
    store.apply({ kind: 'call-seen', call: telephoneCall('r', { ...room, state: 'waiting' }) });
    store.apply({ kind: 'call-seen', call: telephoneCall('r', room) });
    store.apply({ kind: 'call-ended', callId: room.id, isStated: true });
    expect(lines.map(({ state }) => state)).toEqual(['waiting', 'established', 'ended']);
  });

  it('does not say that a call continues if another one begins under its id', () => {
    const { store, lines } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    store.apply({ kind: 'call-ended', callId: 'genesys:a', isStated: true });
    store.apply({ kind: 'call-fetched', call: telephoneCall('a', { state: 'ringing' }) });
    expect(lines.at(-1)).toMatchObject({ state: 'ringing' });
    expect(lines.at(-1)).not.toHaveProperty('resumed');
  });

  it('has the length of a call, an unseen end, and a call that continues after all', () => {
    const { store, lines, clock } = setUp();
    const end = { kind: 'call-ended', callId: 'genesys:a', isStated: false } as const;
    store.apply({ kind: 'call-seen', call: telephoneCall('a', { lastedMs: 5_000 }) });
    clock.advance(2_000);
    store.apply(end);
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    clock.advance(3_600_000);
    store.apply(end);
    expect(lines.slice(1)).toMatchObject([
      { state: 'ended', end: 'seen', seconds: 7 },
      { state: 'established', resumed: true },
      { state: 'ended', end: 'away' },
    ]);
    expect(lines.map(({ kind }) => kind)).not.toContain('participants');
    expect(lines[3]).not.toHaveProperty('seconds');
  });

  it('reports connections with their reason, and commands with theirs', () => {
    const { store, trace, lines } = setUp();
    store.setConnection('genesys', 'error', { code: 'refused', detail: 'no device 15000' });
    trace.command({
      id: '1',
      action: 'mute',
      target: '',
      outcome: 'failed',
      error: { code: 'gone' },
    });
    expect(lines).toMatchObject([
      {
        kind: 'connection',
        vendor: 'genesys',
        state: 'error',
        reason: 'refused',
        detail: 'no device **000',
      },
      { kind: 'command', id: '1', action: 'mute', outcome: 'failed', reason: 'gone' },
    ]);
  });

  it('has the error code of a service in full', () => {
    const { store, lines } = setUp();
    const detail = `no call to 15000 · ${nameCode(21_220)}`;
    store.setConnection('twilio', 'error', { code: 'gone', detail });
    expect(lines).toMatchObject([{ detail: 'no call to **000 · error-21220' }]);
  });

  it('contains no secret, wherever it comes from, even if numbers are written in full', () => {
    const { store, trace, lines } = setUp(true);
    const error = { code: 'refused', detail: 'Basic ZXRhOmh1c2gtMQ== is hush-1' } as const;
    store.setConnection('genesys', 'error', error);
    trace.command({ id: '1', action: 'mute', target: 'hush-1', outcome: 'failed', error });
    trace.notification('hush-1 joined', 'Call with hush-1');
    trace.tray('idle', 'hush-1');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatchObject({ detail: 'Basic [secret] is [secret]' });
    expect(JSON.stringify(lines)).not.toMatch(/hush|ZXRh/);
  });

  it('names the target of a command, but never keypad input', () => {
    const { trace, lines } = setUp();
    trace.command({ id: '1', action: 'mute', target: '15001', outcome: 'sent' });
    trace.command({ id: '2', action: 'send-tones', target: '4711#', outcome: 'sent' });
    expect(lines).toMatchObject([{ target: '**001' }, { action: 'send-tones' }]);
    expect(lines[1]).not.toHaveProperty('target');
  });

  it('names the rule that suppressed a notification', () => {
    const { trace, lines } = setUp();
    trace.notification('15002 joined', 'Call with 15001');
    trace.notification('15002 joined', 'Call with 15001', 'call-ended');
    trace.notification('15002 joined', 'Call with 15001', 'desktop-refused', 'no bus for 15001');
    expect(lines).toMatchObject([
      { title: '**002 joined', shown: true },
      { shown: false, why: 'call-ended' },
      { shown: false, why: 'desktop-refused', detail: 'no bus for **001' },
    ]);
    expect(lines[0]).not.toHaveProperty('why');
  });
});
