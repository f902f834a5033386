import type { AttachedData } from '../../../contract/call-model';
import { cleanText, isWellFormed } from '../../../contract/text';
import type { WireCall } from './wire';

/**
 * SIP Server keeps its recording's book-keeping among the data of a call (`GSIP_RECORD`, `GSIP_REC_FN`).
 * That says nothing of the customer, `recordingState` says it better, and nobody should edit it: the
 * agent does not see it, the recorder's match rule does.
 */
const BOOKKEEPING = 'GSIP_REC';

/** Keys are sent back as they are: what could not be sent back is not shown. */
const MAX_KEY = 200;
/** As much of a value as is shown. */
const MAX_VALUE = 4_000;

/** The user data of a call (doc:CallResource) for the agent to read: sorted, as the vendor's have no order. */
export function toAttachedData(userData: WireCall['userData']): AttachedData[] {
  return Object.entries(userData ?? {})
    .filter(([key]) => isKey(key) && !key.startsWith(BOOKKEEPING))
    .sort(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([key, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return {
        key,
        value: cleanText(text.slice(0, MAX_VALUE)) + (text.length > MAX_VALUE ? '…' : ''),
        // Changing a part of it would lose the rest.
        isText: typeof value === 'string' && text.length <= MAX_VALUE,
      };
    });
}

function isKey(key: string): boolean {
  return key !== '' && key.length <= MAX_KEY && isWellFormed(key);
}
