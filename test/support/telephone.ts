import type { Locator } from 'playwright-core';
import type { CallSpec } from '../../simulator/genesys/types';
import type { Change } from './journal';
import type { Sidetone } from './sidetone';
import { currentCall } from './window';

/** A telephone call that is on the screen. */
export interface ShownCall {
  /** The vendor's id. */
  readonly id: string;
  readonly region: Locator;
}

/** Starts a call, answered unless said otherwise, and waits until the window is about it. */
export async function showCall(
  { page, simulator }: Pick<Sidetone, 'page' | 'simulator'>,
  spec: CallSpec,
): Promise<ShownCall> {
  const { id } = simulator.genesys.arrive({ state: 'Established', ...spec });
  const parties = [spec, ...(spec.others ?? [])].map(
    (party) => party.formatted ?? ('from' in party ? party.from : party.number),
  );
  const region = currentCall(page);
  await region.getByRole('heading', { name: parties.join(', '), exact: true }).waitFor();
  return { id, region };
}

/** The one request that an operation on a call is. */
export function onCall(
  id: string,
  operationName: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Change {
  return {
    request: `POST /api/v2/me/calls/${id}`,
    parameters: { operationName, ...parameters },
  };
}
