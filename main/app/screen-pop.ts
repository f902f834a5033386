import type { Call } from '../../contract/call-model';
import { isTelephoneCall } from '../../contract/find-calls';
import type { Snapshot } from '../../contract/snapshot';
import { removeIsolates } from '../../contract/text';
import { fillTemplate, type ScreenPop } from '../settings/screen-pop';

export interface ScreenPopOptions {
  /** The setting in the profile in use; without it nothing is opened. */
  readonly findScreenPop: () => ScreenPop | undefined;
  readonly open: (url: string, callId: string) => void;
}

/**
 * Opens the profile's page once for each incoming call. Returns a function to call with each
 * snapshot.
 */
export function createScreenPop(options: ScreenPopOptions): (snapshot: Snapshot) => void {
  /** Calls that have rung since the start; true once their page was opened. */
  const calls = new Map<string, boolean>();
  return (snapshot) => {
    const screenPop = options.findScreenPop();
    const incoming = snapshot.calls.filter(
      (call) => call.direction === 'inbound' && isTelephoneCall(snapshot, call),
    );
    const shown = new Set(incoming.map(({ id }) => id));
    for (const id of calls.keys()) if (!shown.has(id)) calls.delete(id);
    for (const call of incoming) {
      if (call.state === 'ringing' && !calls.has(call.id)) calls.set(call.id, false);
      if (screenPop === undefined || calls.get(call.id) !== false) continue;
      // A call that was answered before the app started already has its page.
      if (screenPop.when === 'answered' && call.state !== 'established') continue;
      calls.set(call.id, true);
      options.open(
        fillTemplate(screenPop.url, (field) => valueOf(call, field)),
        call.id,
      );
    }
  };
}

function valueOf(call: Call, field: string): string | undefined {
  switch (field) {
    case 'number':
      return call.participants[0]?.address ?? call.identity.number;
    case 'name':
      return removeIsolates(call.identity.name);
    case 'reason':
      return call.identity.reason;
    default:
      return call.attachedData?.find(({ key }) => `data.${key}` === field)?.value;
  }
}
