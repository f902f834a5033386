import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../contract/history';
import { createHistorySearch } from '../../../main/journal/search-history';

const CALL: HistoryEntry = {
  kind: 'call',
  at: 1,
  callId: 'genesys:a',
  line: 'genesys',
  parties: ['Ada Lovelace', '* (***) ***-*647'],
  wasAnswered: false,
};
const ROSTER: HistoryEntry = {
  kind: 'roster',
  at: 2,
  callId: 'genesys:a',
  joined: ['**002'],
  left: [],
};
const FAILED: HistoryEntry = {
  kind: 'command',
  at: 3,
  action: 'remove-participant',
  outcome: 'failed',
  target: '**002',
  reason: 'refused: Not the owner',
};
const ENTRIES = [CALL, ROSTER, FAILED];

describe('searching the history', () => {
  it.each([
    ['', [FAILED, ROSTER, CALL]],
    ['   ', [FAILED, ROSTER, CALL]],
    ['ada', [CALL]],
    ['LOVELACE telephone', [CALL]],
    ['not answered', [CALL]],
    ['joined', [ROSTER]],
    ['002', [FAILED, ROSTER]],
    ['remove failed', [FAILED]],
    ['the service refused. owner', [FAILED]],
    ['ada failed', []],
    ['genesys:a', []],
  ])('finds %j by what the agent reads, newest first', (text, found) => {
    expect(createHistorySearch().find(ENTRIES, text)).toEqual(found);
  });

  it.each([
    ['15002', [FAILED, ROSTER]],
    ['9 (703) 255-5647', [CALL]],
    ['15002 failed', [FAILED]],
    ['15003', []],
  ])('finds the number %s although only its last digits were kept', (text, found) => {
    expect(createHistorySearch().find(ENTRIES, text)).toEqual(found);
  });
});
