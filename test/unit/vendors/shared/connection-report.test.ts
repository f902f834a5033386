import { expect, test } from 'vitest';
import type { ConnectionState } from '../../../../contract/snapshot';
import { createConnectionReport } from '../../../../main/vendors/shared/connection-report';

test('reports a state once, and again if a bug occurred during a report in between', () => {
  const shown: ConnectionState[] = [];
  let hasBug = false;
  const report = createConnectionReport({
    onConnection(state) {
      if (hasBug) throw new Error('a bug');
      shown.push(state);
    },
  });
  report('connected');
  report('connected');
  hasBug = true;
  expect(() => report('reconnecting')).toThrow('a bug');
  hasBug = false;
  report('connected');
  report('connected');
  expect(shown).toEqual(['connected', 'connected']);
});

test('remembers the newest state when the listener reports another one from inside a report', () => {
  const shown: ConnectionState[] = [];
  const report = createConnectionReport({
    onConnection(state) {
      shown.push(state);
      if (state === 'connecting') report('connected');
    },
  });
  report('connecting');
  report('connected');
  expect(shown).toEqual(['connecting', 'connected']);
  report('connecting');
  expect(shown).toEqual(['connecting', 'connected', 'connecting', 'connected']);
});
