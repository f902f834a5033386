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
   * Notes which calls ring. To be called after every change, with all calls: a call that is answered
   * automatically rings only for a moment.
   */
  note(calls: Iterable<CallRef & Pick<Call, 'state'>>): void;
  /** Opens the pages that are due. May be called less often. */
  follow(snapshot: Snapshot): void;
}

/** A call that comes back after its end is another one with the same ID. */
type CallRef = Pick<Call, 'id' | 'sequence'>;

export function createScreenPops(options: ScreenPopOptions): ScreenPops {
  /** Calls that have rung since the start; true once their page was opened. */
  const rung = new Map<string, boolean>();
  let noted = new Map<string, CallRef>();
  return {
    note: (calls) => {
      const known = new Map<string, CallRef>();
      for (const call of calls) {
        known.set(call.id, call);
        const before = noted.get(call.id);
        // A call that comes back may be answered before it is seen.
        const isBack = before !== undefined && keyOf(before) !== keyOf(call);
        if ((call.state === 'ringing' || isBack) && !rung.has(keyOf(call))) {
          rung.set(keyOf(call), false);
        }
      }
      noted = known;
    },
    follow: (snapshot) => {
      const screenPop = options.findScreenPop();
      const shown = new Set(snapshot.calls.map(keyOf));
      for (const key of rung.keys()) if (!shown.has(key)) rung.delete(key);
      for (const call of snapshot.calls) {
        if (call.direction !== 'inbound' || !isTelephoneCall(snapshot, call)) continue;
        // A call that was answered before the app started already has its page.
        if (screenPop === undefined || rung.get(keyOf(call)) !== false) continue;
        if (screenPop.when === 'answered' && call.state !== 'established') continue;
        rung.set(keyOf(call), true);
        options.open(
          fillTemplate(screenPop.url, (field) => valueOf(call, field)),
          call.id,
        );
      }
    },
  };
}

function keyOf({ id, sequence }: CallRef): string {
  return `${id} ${String(sequence)}`;
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
