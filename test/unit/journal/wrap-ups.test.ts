import { describe, expect, it } from 'vitest';
import { createCallStore } from '../../../main/calls/store';
import { createTrace } from '../../../main/journal/trace';
import { createWrapUps } from '../../../main/journal/wrap-ups';
import { telephoneCall } from '../../support/calls';
import { createManualClock } from '../../support/manual-clock';

const CALL = 'genesys:a';
const NOTHING = { note: '', outcome: '' };

function setUp(earlier: Parameters<typeof createWrapUps>[0]['earlier'] = new Map()) {
  const clock = createManualClock();
  const store = createCallStore(clock);
  const rows: string[] = [];
  const journal = createTrace({
    write: (row) => rows.push(row),
    now: () => clock.now(),
    hasNumbers: true,
    secrets: () => ['hunter-2'],
  });
  const wrapUps = createWrapUps({ store, clock, journal, earlier });
  return {
    clock,
    store,
    wrapUps,
    see: (state: 'established' | 'ended') =>
      store.apply({ kind: 'call-seen', call: telephoneCall('a', { state }) }),
    shown: () => store.getState().wrapUps.get(CALL),
    /** The lines of the journal, without times. */
    kept: () => rows.map((row) => JSON.parse(row) as Record<string, unknown>),
  };
}

describe('a note about an ongoing call', () => {
  it('is shown at once, and saved a moment later in its current version', () => {
    const app = setUp();
    app.see('established');
    app.wrapUps.save(CALL, { note: 'lam', outcome: '' });
    app.wrapUps.save(CALL, { note: 'lamp\r\nshade\u0007', outcome: 'Resolved' });
    expect(app.shown()).toEqual({ note: 'lamp\nshade', outcome: 'Resolved' });
    expect(app.kept()).toEqual([]);
    app.clock.advance(3_000);
    expect(app.kept()).toMatchObject([
      { kind: 'wrap-up', call: CALL, note: 'lamp\nshade', outcome: 'Resolved' },
    ]);
    app.clock.advance(60_000);
    expect(app.kept()).toHaveLength(1);
  });

  it('is saved when the call ends and when the app quits', () => {
    const app = setUp();
    app.see('established');
    app.wrapUps.save(CALL, { note: 'lamp', outcome: '' });
    app.see('ended');
    expect(app.kept()).toMatchObject([{ note: 'lamp' }]);

    const other = setUp();
    other.see('established');
    other.wrapUps.save(CALL, { note: 'lamp', outcome: '' });
    other.wrapUps.dispose();
    expect(other.kept()).toMatchObject([{ note: 'lamp' }]);
  });

  it('is saved without a secret that was pasted into it', () => {
    const app = setUp();
    app.see('established');
    app.wrapUps.save(CALL, { note: 'the password is hunter-2', outcome: '' });
    app.wrapUps.dispose();
    expect(JSON.stringify(app.kept())).not.toContain('hunter-2');
  });

  it('is empty until something is written', () => {
    const app = setUp();
    app.see('established');
    app.wrapUps.save(CALL, NOTHING);
    app.wrapUps.dispose();
    expect(app.shown()).toBeUndefined();
    expect(app.kept()).toEqual([]);
  });

  it('is restored after a restart', () => {
    const app = setUp(new Map([[CALL, { note: 'before', outcome: '' }]]));
    app.see('established');
    expect(app.shown()).toEqual({ note: 'before', outcome: '' });
  });
});

describe('a note about an ended call', () => {
  it('is saved at once, and can be emptied', () => {
    const app = setUp();
    app.see('established');
    app.see('ended');
    app.wrapUps.save(CALL, { note: 'later', outcome: '' });
    app.wrapUps.save(CALL, NOTHING);
    expect(app.kept()).toMatchObject([{ note: 'later' }, NOTHING]);
  });

  it('names the start of a call that is only in the history, or that preceded one with the same ID', () => {
    const app = setUp();
    app.wrapUps.save('genesys:old', { note: 'x', outcome: '' }, { at: 86_400_000 });
    app.see('established');
    const before = app.clock.now() - 3_600_000;
    app.wrapUps.save(CALL, { note: 'y', outcome: '' }, { at: before });
    expect(app.shown()).toBeUndefined();
    expect(app.kept()).toMatchObject([
      { call: 'genesys:old', began: '1970-01-02T00:00:00.000Z', note: 'x' },
      { call: CALL, began: new Date(before).toISOString(), note: 'y' },
    ]);
  });

  it('stays with its call when that comes back under the same id', () => {
    const app = setUp();
    app.see('established');
    const { sequence } = app.store.getState().calls.known.get(CALL)!;
    app.clock.advance(60_000);
    app.see('ended');
    app.clock.advance(3_000);
    const call = telephoneCall('a', { state: 'ringing' });
    app.store.apply({ kind: 'call-fetched', call });
    const returnedAt = app.clock.now();
    app.wrapUps.save(CALL, { note: 'lamp', outcome: '' }, { sequence });
    expect(app.shown()).toBeUndefined();
    expect(app.kept()).toMatchObject([
      { call: CALL, note: 'lamp', began: new Date(returnedAt - 1).toISOString() },
    ]);
  });

  it('disappears when the history is cleared, unless the call is ongoing', () => {
    const app = setUp();
    app.see('established');
    app.wrapUps.save(CALL, { note: 'lamp', outcome: '' });
    app.wrapUps.forgetEnded();
    expect(app.shown()).toEqual({ note: 'lamp', outcome: '' });
    app.see('ended');
    app.wrapUps.forgetEnded();
    expect(app.shown()).toBeUndefined();
  });

  it('of a call that has ended is not asked for after the history was cleared', () => {
    const app = setUp();
    app.see('established');
    app.see('ended');
    app.wrapUps.forgetEnded();
    expect(app.store.getState().calls.known.size).toBe(0);
    app.see('ended');
    expect(app.store.getState().calls.known.size).toBe(0);
  });
});
