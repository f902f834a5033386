import { eventually } from '../../support/eventually';
import { testInSidetone, type Sidetone } from '../../support/sidetone';

/** One app for the tray and the notifications, with a trace that shows numbers in full. */
export const test = testInSidetone({ flags: ['--trace-numbers'] });

/** Changes preferences as the settings do. */
export function prefer({ page }: Sidetone, change: object): Promise<unknown> {
  return page.evaluate(
    (wanted) =>
      (
        window as unknown as { sidetone: { changePreference(change: object): Promise<unknown> } }
      ).sidetone.changePreference(wanted),
    change,
  );
}

/** Starts an answered call, and waits until the tray shows it. */
export async function showCall({ simulator, desktop }: Sidetone, from: string, formatted = from) {
  const { id } = simulator.genesys.arrive({ from, formatted, state: 'Established' });
  await eventually(() => desktop.tray()?.tooltip).toBe(`In a call: ${formatted}`);
  return id;
}
