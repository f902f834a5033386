import { testInSidetone } from '../../support/sidetone';

/** The agent's telephone, as Genesys knows it. */
export const DEVICE = 'device-of-eta';

/** One app for calls that nobody answers before the test says so. */
export const test = testInSidetone({
  simulator: { genesys: { deviceId: DEVICE, remoteAnswerDelay: null } },
});
