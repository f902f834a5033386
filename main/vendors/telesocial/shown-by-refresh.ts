import type { CallOperation } from '../../../contract/call-operations';
import type { VendorCall } from '../../calls/call-events';

/** The service only lists who has joined a TalkSpace. */
export function isShownByRefresh(operation: CallOperation, { participants }: VendorCall): boolean {
  switch (operation.kind) {
    case 'add-participant':
    case 'mute-participant':
    case 'unmute-participant':
      return false;
    case 'remove-participant':
      return participants.some(
        ({ id, presence }) => id === operation.participantId && presence === 'joined',
      );
    default:
      return true;
  }
}
