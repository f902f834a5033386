import type { LineDescriptor } from '../../../contract/lines';
import type { LineTexts } from '../../../contract/locale/en/lines';

/** Conferences by carrier pigeon. */
export const pigeonLine: LineDescriptor = {
  line: 'flight',
  vendor: 'pigeon',
  kind: 'conference',
  addressing: 'network-id',
  participantIdentity: 'id',
  requiresConnection: true,
  callActions: ['add-participant', 'complete-room'],
  participantActions: ['remove'],
  canDial: false,
  canWatch: true,
  start: { action: 'create-conference', greetings: [], recordings: [] },
};

export const pigeonTexts: LineTexts = {
  title: 'Flight',
  call: 'Pigeon flight',
  answered: 'Landed',
  unanswered: 'Lost',
  addPerson: 'Send a pigeon to {name}',
  over: 'Not possible, because the pigeon is home.',
};
