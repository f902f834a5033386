import { expect, onTestFinished, test } from 'vitest';
import { eventually } from '../../support/eventually';
import { startGateway, type Ending } from '../../support/gateway-server';
import { startGenesys } from '../../support/genesys-harness';
import { createManualClock } from '../../support/manual-clock';

/** Connects through a gateway and leaves a poll open for eight seconds. */
async function connectThroughGateway() {
  const gateway = await startGateway();
  onTestFinished(() => gateway.close());
  const clock = createManualClock();
  const harness = await startGenesys({ clock, profile: { baseUrl: gateway.baseUrl } });
  onTestFinished(() => harness.stop());
  gateway.setTarget(harness.simulator.origin);
  const polls = () => harness.requestsFor('/meta/connect');
  /** Waits without advancing the clock, except for timers that are due at once. */
  const until = (isSo: () => boolean) =>
    eventually(() => {
      clock.advance(0);
      return isSo();
    }, 5).toBe(true);
  harness.telephony.start();
  await until(() => polls().length === 2 && gateway.polls() === 1);
  await until(() => harness.recorder.connections.at(-1)?.state === 'connected');
  clock.advance(8_000);
  const states = () => harness.recorder.connections.map(({ state }) => state);
  return { ...harness, gateway, polls, until, states };
}

const ENDINGS: readonly Ending[] = ['cut', 502, 504];

test.each(ENDINGS)(
  'a poll that a gateway ends (%s) is repeated with a shorter timeout',
  async (ending) => {
    const { gateway, polls, until, states, simulator, recorder } = await connectThroughGateway();
    gateway.endPolls(ending);
    await until(() => polls().length === 3);
    expect(polls()[2]?.body).toMatchObject([{ advice: { timeout: 6_000 } }]);
    const { id } = simulator.genesys.arrive({ from: '15001' });
    await recorder.whenCall(({ reference }) => reference === id);
    expect(states()).toEqual(['connecting', 'connected']);
  },
);

test.each(ENDINGS)(
  'what a poll would have delivered before it was ended (%s) is fetched',
  async (ending) => {
    const { gateway, states, simulator, recorder } = await connectThroughGateway();
    gateway.loseNextAnswer(ending);
    const { id } = simulator.genesys.arrive({ from: '15001' });
    await recorder.whenCall(({ reference }) => reference === id);
    expect(states()).toEqual(['connecting', 'connected']);
  },
);
