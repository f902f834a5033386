import type { Profile } from '../../../main/settings/profile';
import type { Measurement } from '../figure';
import type { Settings } from '../settings';
import { startBurstService, type BurstService } from '../support/burst-service';
import { connectSidetoneClient, whenTrue } from '../support/sidetone-client';
import { connectStockClient } from '../support/stock-client';
import { epochNow, watchFor, withWindow } from '../support/window';

const NOTIFICATIONS = 10_000;
const ROUNDS = 7;
const WINDOW_ROUNDS = 3;

/**
 * Ten thousand notifications as fast as they can be sent, until our call state and the window have the last
 * one, compared with the stock client, which only counts them.
 */
export async function measureBurst(settings: Settings): Promise<readonly Measurement[]> {
  const service = await startBurstService();
  try {
    const values: number[] = [];
    const baselines: number[] = [];
    // The first pair is a warm-up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      baselines.push(await countInStockClient(service));
      values.push(await followInOwnClient(service, numberOf(round)));
    }
    const baseline = baselines.slice(1);
    const shown = await withWindow(settings, telephoneOnly(service.profile), async (page) => {
      const times: number[] = [];
      for (let round = 0; round < WINDOW_ROUNDS; round += 1) {
        const text = numberOf(ROUNDS + 1 + round);
        const seen = await watchFor(page, { selector: 'li span', text, isPresent: true });
        const startedAt = epochNow();
        service.burst(NOTIFICATIONS, text);
        times.push((await seen()) - startedAt);
        service.release();
        await page.getByText('Ended', { exact: true }).first().waitFor();
      }
      return times;
    });
    return [
      { unit: 'ms', values: values.slice(1), baselines: baseline },
      { unit: 'ms', values: shown, baselines: baseline, of: 'in the window' },
    ];
  } finally {
    await service.close();
  }
}

async function countInStockClient(service: BurstService): Promise<number> {
  const { genesys } = service.profile;
  if (genesys === undefined) throw new Error('the profile has no telephone service');
  let count = 0;
  let finish: () => void = () => undefined;
  const whenAllCame = new Promise<void>((resolve) => (finish = resolve));
  const client = await connectStockClient(genesys, () => {
    count += 1;
    if (count === NOTIFICATIONS) finish();
  });
  const startedAt = epochNow();
  service.burst(NOTIFICATIONS, numberOf(0));
  await whenAllCame;
  const time = epochNow() - startedAt;
  await client.close();
  service.release();
  return time;
}

async function followInOwnClient(service: BurstService, lastNumber: string): Promise<number> {
  const client = await connectSidetoneClient(service.profile);
  const startedAt = epochNow();
  service.burst(NOTIFICATIONS, lastNumber);
  await whenTrue(client.store, () => {
    const calls = [...client.store.getState().calls.known.values()];
    return calls.some(({ participants }) => participants.some(({ name }) => name === lastNumber));
  });
  const time = epochNow() - startedAt;
  await client.close();
  service.release();
  return time;
}

function telephoneOnly({ version, agent, genesys }: Profile): Partial<Profile> {
  return { version, agent, ...(genesys && { genesys }) };
}

function numberOf(round: number): string {
  return `+1212${String(5_550_100 + round)}`;
}
