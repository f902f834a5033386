import { expect, test } from 'vitest';
import { runFleet } from './fleet';
import type { FleetResult, Policy, Fault } from './fleet';

const agents = Number(process.env.SIDETONE_FLEET_AGENTS ?? 1000);

async function run(policy: Policy, fault: Fault): Promise<FleetResult> {
  const result = await runFleet(policy, fault, agents);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return result;
}

test('after a restart all agents are back within 90 s, without waves of requests', async () => {
  const ours = await run('sidetone', 'restart');
  await run('stock', 'restart');
  expect(ours.secondsUntilAllBack).toBeLessThan(90);
  expect(ours.peakPerSecond).toBeLessThanOrEqual(3 * ours.meanPerSecond);
});

test('a server with little capacity is not overloaded', async () => {
  const ours = await run('sidetone', 'overload');
  const stock = await run('stock', 'overload');
  expect(ours.secondsUntilAllBack).not.toBeNull();
  expect(ours.peakPerSecond).toBeLessThan(stock.peakPerSecond / 5);
});

test('a server that rejects requests is tried once, and then left alone', async () => {
  const ours = await run('sidetone', 'rejection');
  const stock = await run('stock', 'rejection');
  // The poll, the fetch after it, and the sign-in.
  expect(ours.requests).toBeLessThanOrEqual(4 * agents);
  expect(ours.requests).toBeLessThan(stock.requests);
});
