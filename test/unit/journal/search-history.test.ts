import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../contract/history';
import type { HistoryFilter } from '../../../contract/history-choices';
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
    ['the service refused owner', [FAILED]],
    ['ada failed', []],
    ['genesys:a', []],
  ])('finds %j by the displayed text, newest first', (text, found) => {
    expect(createHistorySearch().find(ENTRIES, text)).toEqual(found);
  });

  it.each([
    ['15002', [FAILED, ROSTER]],
    ['9 (703) 255-5647', [CALL]],
    ['15002 failed', [FAILED]],
    ['15003', []],
  ])('finds the number %s even if only its last digits were kept', (text, found) => {
    expect(createHistorySearch().find(ENTRIES, text)).toEqual(found);
  });

  it.each([
    '212 555 0143',
    '2125550143',
    '+1 (212) 555-0143',
    '212.555',
    '0212 555',
    'marsh 212555',
    'order 4711 (212)',
  ])('finds a number in any grouping, together with other words: %s', (text) => {
    const other: HistoryEntry = { ...CALL, parties: ['+1 (646) 555-0143'] };
    const call: HistoryEntry = {
      ...CALL,
      parties: ['+1 (212) 555-0143'],
      caller: 'Ada Marsh',
      about: 'Order 4711',
    };
    expect(createHistorySearch().find([other, call], text)).toEqual([call]);
  });

  it('does not find a number that spans two of them', () => {
    const call: HistoryEntry = { ...CALL, parties: ['15001', '15002'] };
    expect(createHistorySearch().find([call], '0115')).toEqual([]);
  });

  it('lists only the calls of one kind', () => {
    const missed: HistoryEntry = { ...CALL, direction: 'inbound', isMissed: true };
    const answered: HistoryEntry = { ...CALL, direction: 'inbound', wasAnswered: true };
    const dialed: HistoryEntry = { ...CALL, direction: 'outbound' };
    const find = (filter: HistoryFilter, text = '') =>
      createHistorySearch().find([...ENTRIES, missed, answered, dialed], text, filter);
    expect(find('missed')).toEqual([missed]);
    expect(find('inbound')).toEqual([answered, missed]);
    expect(find('outbound')).toEqual([dialed]);
    expect(find('inbound', 'missed')).toEqual([missed]);
  });
});
