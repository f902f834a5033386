import { MAX_DATA_KEY, MAX_DATA_VALUE } from '../../../contract/call-limits';
import type { AttachedData } from '../../../contract/call-model';
import { cleanText, isWellFormed } from '../../../contract/text';
import type { WireCall } from './wire';

/**
 * SIP Server stores details of its own recording in the data of a call (`GSIP_RECORD`, `GSIP_REC_FN`). They
 * say nothing about the customer, duplicate `recordingState`, and should not be edited. They are not shown to
 * the agent, but the recorder's match rule can use them.
 */
const BOOKKEEPING = 'GSIP_REC';

/**
 * The user data of a call (doc:CallResource) as shown to the agent: sorted, because the vendor's data is
 * unordered.
 */
export function toAttachedData(userData: WireCall['userData']): AttachedData[] {
  return Object.entries(userData ?? {})
    .filter(([key]) => isKey(key) && !key.startsWith(BOOKKEEPING))
    .sort(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([key, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      const rest = text.length > MAX_DATA_VALUE ? '…' : '';
      const shown = cleanText(text.slice(0, MAX_DATA_VALUE)) + rest;
      return {
        key,
        value: shown,
        isText: typeof value === 'string',
        ...(shown !== text && { isAltered: true }),
      };
    });
}

/** Keys are sent back unchanged, so a key that cannot be sent is not shown. */
function isKey(key: string): boolean {
  return key !== '' && key.length <= MAX_DATA_KEY && isWellFormed(key);
}
