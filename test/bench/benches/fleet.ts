import { runFleet } from '../../fleet/fleet';
import type { FleetResult, Policy } from '../../fleet/fleet';
import type { Measurement } from '../figure';

const AGENTS = 10_000;

/**
 * Ten thousand agents in one process lose their server for twenty seconds on a virtual clock. Measures when
 * the last one is connected again and the peak load on the server, compared with the stock client's policy.
 */
export async function measureFleet(): Promise<readonly Measurement[]> {
  const ours = await measure('sidetone');
  const stock = await measure('stock');
  return [
    { unit: 's', values: [ours.seconds], baselines: [stock.seconds] },
    {
      of: 'handshakes in the busiest second',
      unit: '1/s',
      values: [ours.peakPerSecond],
      baselines: [stock.peakPerSecond],
    },
  ];
}

async function measure(policy: Policy): Promise<FleetResult & { readonly seconds: number }> {
  const result = await runFleet(policy, 'restart', AGENTS);
  if (result.secondsUntilAllBack === null) throw new Error(`${policy}: not all came back`);
  return { ...result, seconds: result.secondsUntilAllBack };
}
