import { testInSidetone } from '../../support/sidetone';

/** The number of the agent's telephone in Genesys. */
export const DEVICE = 'device-of-eta';

/** One app for calls that are answered only by the test. */
export const test = testInSidetone({
  simulator: { genesys: { deviceId: DEVICE, remoteAnswerDelay: null } },
});
