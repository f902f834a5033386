import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../contract/preferences';
import { fail, succeed } from '../../../contract/result';
import { createConnectionLog } from '../../../main/app/connection-log';
import { writeReport, type DiagnosticFacts } from '../../../main/app/diagnostics-report';
import { createTestLog } from '../../../main/app/test-log';
import { createCallStore } from '../../../main/calls/store';
import { createManualClock } from '../../support/manual-clock';

const FACTS: DiagnosticFacts = {
  now: Date.UTC(2026, 0, 5, 9),
  system: { Sidetone: '1.2.3', Electron: '45.0.0' },
  profile: {
    version: 1,
    agent: { name: 'Eta', extension: '+12125550143' },
    genesys: {
      baseUrl: 'http://127.0.0.1:41234',
      userName: 'eta',
      password: 'hush-1',
      session: 'attach',
    },
  },
  preferences: DEFAULT_PREFERENCES,
  connections: [
    {
      vendor: 'genesys',
      state: 'error',
      since: Date.UTC(2026, 0, 5, 8),
      reason: { code: 'refused', detail: 'no +12125550143 for hush-1' },
    },
  ],
  tests: [
    { vendor: 'genesys', at: Date.UTC(2026, 0, 5, 8, 30), error: undefined },
    {
      vendor: 'verba',
      at: Date.UTC(2026, 0, 5, 8, 45),
      error: { code: 'no-route', detail: 'ENOTFOUND' },
    },
  ],
  log: '2026-01-05T08:00:00.000Z warn hush-1 was quoted\n',
};

describe('the diagnostics report', () => {
  const report = writeReport(FACTS);

  it('contains the versions, the settings, the connections and the log', () => {
    expect(report).toContain('Sidetone: 1.2.3');
    expect(report).toContain('"baseUrl": "http://127.0.0.1:41234"');
    expect(report).toContain('"rosterThreshold": 10');
    expect(report).toContain('2026-01-05T08:00:00.000Z genesys error refused');
    expect(report).toContain('2026-01-05T08:30:00.000Z genesys accepted');
    expect(report).toContain('2026-01-05T08:45:00.000Z verba no-route ENOTFOUND');
    expect(report).toContain('2026-01-05T08:00:00.000Z warn');
  });

  it('says which secrets exist, but contains none of them', () => {
    expect(report).toContain('"password": "[secret]"');
    expect(report).not.toContain('hush');
  });

  it('contains no complete telephone number', () => {
    expect(report).not.toContain('5550143');
    expect(report).toMatch(/no \+[*\d ]*143 for/);
  });

  it('contains the last test of each service, without a password that was typed but not saved', () => {
    const clock = createManualClock();
    const log = createTestLog(clock);
    const { profile } = FACTS;
    const typed = { ...profile!, genesys: { ...profile!.genesys!, password: 'typed-2' } };
    log.add(typed, 'genesys', succeed(null));
    const quoted = { code: 'refused', detail: 'typed-2 is wrong for +12125550143' } as const;
    log.add(typed, 'genesys', fail(quoted));
    expect(log.list()).toHaveLength(1);
    const written = writeReport({ ...FACTS, tests: log.list() });
    expect(written).toMatch(/genesys refused \[secret\] is wrong for \+[*\d ]*143/);
    expect(written).not.toContain('typed-2');
  });

  it('works without a profile', () => {
    expect(writeReport({ ...FACTS, profile: undefined, connections: [] })).toContain(
      '## Profile\n\nNone.',
    );
  });
});

describe('the log of the connections', () => {
  it('has the latest changes since the start', () => {
    const clock = createManualClock();
    const store = createCallStore(clock);
    const log = createConnectionLog(store);
    store.setConnection('genesys', 'connecting');
    store.setConnection('verba', 'connecting');
    store.setConnection('genesys', 'connected');
    expect(log.list().map(({ vendor, state }) => `${vendor} ${state}`)).toEqual([
      'genesys connecting',
      'verba connecting',
      'genesys connected',
    ]);
    for (let count = 0; count < 300; count += 1) {
      store.setConnection('verba', count % 2 === 0 ? 'connected' : 'error');
    }
    expect(log.list()).toHaveLength(200);
  });
});
