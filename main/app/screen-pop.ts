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

/** Opens the profile's page once for each incoming call. */
export interface ScreenPops {
  /**
   * Notes which calls ring. To be called after every change: a call that is answered automatically rings only
   * for a moment.
   */
  note(calls: Iterable<Pick<Call, 'id' | 'state'>>): void;
  /** Opens the pages that are due. May be called less often. */
  follow(snapshot: Snapshot): void;
}

export function createScreenPops(options: ScreenPopOptions): ScreenPops {
  /** Calls that have rung since the start; true once their page was opened. */
  const rung = new Map<string, boolean>();
  return {
    note: (calls) => {
      for (const { id, state } of calls) {
        if (state === 'ringing' && !rung.has(id)) rung.set(id, false);
      }
    },
    follow: (snapshot) => {
      const screenPop = options.findScreenPop();
      const shown = new Set(snapshot.calls.map(({ id }) => id));
      for (const id of rung.keys()) if (!shown.has(id)) rung.delete(id);
      for (const call of snapshot.calls) {
        if (call.direction !== 'inbound' || !isTelephoneCall(snapshot, call)) continue;
        // A call that was answered before the app started already has its page.
        if (screenPop === undefined || rung.get(call.id) !== false) continue;
        if (screenPop.when === 'answered' && call.state !== 'established') continue;
        rung.set(call.id, true);
        options.open(
          fillTemplate(screenPop.url, (field) => valueOf(call, field)),
          call.id,
        );
      }
    },
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
