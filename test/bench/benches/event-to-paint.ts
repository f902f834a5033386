import { startSimulator } from '../../../simulator/simulator';
import type { Measurement } from '../figure';
import type { Settings } from '../settings';
import { measureFrame, epochNow, watchFor, withWindow } from '../support/window';

const SAMPLES = 60;
const CALL = 'bench';

/** From the moment the vendor sends a change to the frame that shows it, compared with one frame. */
export async function measureEventToPaint(settings: Settings): Promise<readonly Measurement[]> {
  const simulator = await startSimulator();
  try {
    return await withWindow(settings, simulator.profile, async (page) => {
      simulator.genesys.arrive({ alias: CALL, from: '15001', state: 'Established' });
      await page.getByRole('button', { name: 'Mute', exact: true }).waitFor();
      const values: number[] = [];
      const baselines: number[] = [];
      for (let sample = 0; sample < SAMPLES; sample += 1) {
        baselines.push(await measureFrame(page));
        const isMuted = sample % 2 === 0;
        const selector = 'section[aria-label="Current call"] span';
        const seen = await watchFor(page, { selector, text: 'Muted', isPresent: isMuted });
        const sentAt = epochNow();
        simulator.genesys.mute(CALL, isMuted);
        values.push((await seen()) - sentAt);
      }
      return [{ unit: 'ms', values, baselines }];
    });
  } finally {
    await simulator.close();
  }
}
