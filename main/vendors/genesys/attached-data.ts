import type { AttachedData } from '../../../contract/call-model';
import type { WireCall } from './wire';

/**
 * SIP Server keeps its recording's book-keeping among the data of a call (`GSIP_RECORD`, `GSIP_REC_FN`).
 * That says nothing of the customer, `recordingState` tells it better, and nobody should edit it: the
 * agent does not see it, the recorder's match rule does.
 */
const BOOKKEEPING = 'GSIP_REC';

/** The user data of a call (doc:CallResource) for the agent to read: sorted, as the vendor's have no order. */
export function toAttachedData(userData: WireCall['userData']): AttachedData[] {
  return Object.entries(userData ?? {})
    .filter(([key]) => !key.startsWith(BOOKKEEPING))
    .sort(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([key, value]) =>
      typeof value === 'string'
        ? { key, value, isText: true }
        : { key, value: JSON.stringify(value), isText: false },
    );
}
