import type { CallOperation } from '../../../contract/call-operations';
import { succeed } from '../../../contract/result';
import type { VendorCall } from '../../../main/calls/call-events';
import type { LinePort } from '../../../main/calls/ports';
import { defineVendor, type ClientOptions } from '../../../main/vendors/shared/vendor-module';
import { participant } from '../calls';
import { pigeonLine } from './line';
import type { PigeonProfile, PigeonSection } from './section';

export const FLIGHT: VendorCall = {
  id: 'flight:1',
  line: 'flight',
  reference: '1',
  state: 'established',
  isMuted: false,
  isHeld: false,
  participants: [participant('theta', { actions: ['remove'] })],
  actions: ['add-participant', 'complete-room'],
  recordingKeys: {},
};

/** The requests to the fictional service. */
export interface PigeonRequests {
  readonly operations: CallOperation[];
  readonly watched: string[];
}

/** A fictional vendor, as a folder in `main/vendors` would define it. */
export function createPigeon({ operations, watched }: PigeonRequests) {
  function createClient(options: ClientOptions<PigeonSection>): LinePort {
    const { listener, profile } = options;
    return {
      start: () => {
        listener.onConnection('connected');
        listener.onCallEvent({ kind: 'call-seen', call: { ...FLIGHT, reference: profile.loft } });
      },
      refresh: () => undefined,
      retry: () => undefined,
      stop: () => Promise.resolve(),
      watch: (id) => void watched.push(id),
      startConference: () => {
        const call: VendorCall = { ...FLIGHT, id: 'flight:2', reference: '2' };
        listener.onCallEvent({ kind: 'call-seen', call });
        return Promise.resolve({ kind: 'done', value: { callId: call.id } });
      },
      perform: (operation) => {
        operations.push(operation);
        listener.onCallEvent({ kind: 'call-seen', call: { ...FLIGHT, participants: [] } });
        return Promise.resolve({ kind: 'done', value: null });
      },
    };
  }
  return defineVendor<PigeonSection, PigeonProfile>({
    vendor: 'pigeon',
    sectionOf: (profile) => profile.pigeon,
    describeLine: () => pigeonLine,
    loadClient: () =>
      Promise.resolve((options) => {
        const line = createClient(options);
        return { port: line, line };
      }),
    loadTest: () => Promise.resolve(() => Promise.resolve(succeed(null))),
  });
}
