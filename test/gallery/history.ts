import type { HistoryEntry } from '../../contract/history';

/** Noon today, so that the pictures show the same times whenever they are taken. */
const NOON = new Date().setHours(12, 0, 0, 0);
const MINUTE = 60_000;

const TELEPHONE = { kind: 'call', callId: 'genesys:1', line: 'genesys' } as const;

/** Recent entries, newest first. */
export const HISTORY: readonly HistoryEntry[] = [
  {
    ...TELEPHONE,
    at: NOON - 3 * MINUTE,
    parties: ['(212) 555-0142'],
    caller: 'Harriet Whitcombe',
    about: 'Lost luggage, flight BA 117',
    direction: 'inbound',
    address: '+12125550142',
    seconds: 168,
    wasAnswered: true,
  },
  {
    kind: 'command',
    at: NOON - 4 * MINUTE,
    action: 'mute',
    outcome: 'confirmed',
    target: '(212) 555-0142',
  },
  {
    kind: 'command',
    at: NOON - 5 * MINUTE,
    action: 'transfer',
    outcome: 'failed',
    target: '15001',
    reason: 'not-allowed',
  },
  {
    ...TELEPHONE,
    at: NOON - 31 * MINUTE,
    parties: ['(415) 555-0177'],
    caller: 'Oskar Lind',
    about: 'Billing',
    direction: 'inbound',
    address: '+14155550177',
    wasAnswered: false,
    isMissed: true,
  },
  {
    kind: 'roster',
    at: NOON - 48 * MINUTE,
    callId: 'genesys:1',
    joined: ['Grace Okafor'],
    left: [],
  },
  {
    ...TELEPHONE,
    at: NOON - 50 * MINUTE,
    parties: ['Ada Marsh'],
    direction: 'outbound',
    address: '15000',
    seconds: 421,
    wasAnswered: true,
  },
];
