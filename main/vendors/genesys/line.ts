import type { LineDescriptor } from '../../../contract/lines';
import { OPERATION_NAMES } from './operation-names';

/** The agent's telephone calls. Their state is pushed, so without a connection it is unknown. */
export const genesysLine: LineDescriptor = {
  line: 'genesys',
  vendor: 'genesys',
  kind: 'telephone',
  addressing: 'number',
  participantIdentity: 'number',
  requiresConnection: true,
  callActions: [...OPERATION_NAMES.keys()],
  participantActions: ['remove'],
  canDial: true,
  canWatch: false,
};
