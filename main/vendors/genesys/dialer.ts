import { notDone, type Outcome } from '../../../contract/outcome';
import { toPathSegment } from '../shared/endpoint';
import { postOperation, toDestination } from './operations';
import type { RequestParts } from './operations';
import { toError } from './reply';
import type { Session } from './session';
import type { WireDevice } from './wire';

/** Calls numbers from the agent's own device. */
export interface Dialer {
  dial(address: string, parts: RequestParts): Promise<Outcome>;
}

/**
 * Dials as described in doc:CallsDial. The device is looked up when it is first needed, and again after a
 * sign-in or a refusal, since the agent may have moved to another telephone.
 */
export function createDialer(agentExtension: string | undefined): Dialer {
  let known: { readonly session: Session; readonly deviceId: string } | undefined;

  async function dialOn(
    session: Session,
    deviceId: string,
    address: string,
    onExpired: RequestParts['onExpired'],
  ): Promise<Outcome> {
    const path = `/me/devices/${toPathSegment(deviceId)}/calls`;
    const body = { operationName: 'Dial', ...toDestination(address) };
    const answer = await postOperation(session, path, body, onExpired);
    known = answer.kind === 'failed' ? undefined : { session, deviceId };
    return answer;
  }

  return {
    async dial(address, { session, onExpired }) {
      if (session === undefined) return notDone(toError('not-connected'));
      if (known?.session === session) return dialOn(session, known.deviceId, address, onExpired);
      const read = await session.fetchDevices();
      if (read.kind === 'unauthorized') onExpired(session, read.error);
      if (read.kind !== 'fetched') return notDone(read.error);
      const device = chooseDevice(read.devices, agentExtension);
      return device === undefined
        ? notDone(toError('no-device'))
        : dialOn(session, device.id, address, onExpired);
    },
  };
}

/**
 * The telephone with the agent's own number, or else the first that is in service. If none is in service, the
 * first one: the vendor's refusal explains what is wrong with it.
 */
function chooseDevice(
  devices: readonly WireDevice[],
  agentExtension: string | undefined,
): WireDevice | undefined {
  const telephones = devices.filter(({ channels }) => channels?.includes('voice') ?? true);
  const active = telephones.filter(({ deviceState }) => deviceState === 'Active');
  const own = active.find(
    ({ phoneNumber }) => agentExtension !== undefined && phoneNumber === agentExtension,
  );
  return own ?? active[0] ?? telephones[0];
}
