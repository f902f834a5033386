import type { Call } from '../../../contract/call-model';
import { isolate } from '../../../contract/text';

/** What is known of a call beside who it is with: the number, then the subject or the queue. */
export function describeAbout({ identity }: Pick<Call, 'identity'>): string {
  const { number, reason } = identity;
  return [number, reason]
    .filter((part) => part !== undefined)
    .map(isolate)
    .join(' · ');
}
