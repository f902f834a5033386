import type {
  BandwidthOptions,
  GenesysOptions,
  SimulatorOptions,
  TelesocialOptions,
  TwilioOptions,
  VerbaOptions,
} from './types';

interface AllOptions {
  genesys: GenesysOptions;
  telesocial: TelesocialOptions;
  bandwidth: BandwidthOptions;
  verba: VerbaOptions;
  twilio: TwilioOptions;
}

/** Completes the given options with a vendor's defaults. */
export function completeOptions(given: SimulatorOptions): AllOptions {
  return {
    genesys: {
      hasCsrf: true,
      hasMuteCall: true,
      hasClearCall: true,
      hasRecording: true,
      effect: 'after',
      effectDelay: 5,
      remoteAnswerDelay: 1500,
      sessionSeconds: 1800,
      externalOrigin: undefined,
      deviceId: '631608b3-ceb1-472b-ba05-2ae39555b0d1',
      timeout: 30_000,
      maxInterval: 10_000,
      hasAcknowledgement: false,
      ...given.genesys,
    },
    telesocial: {
      answerDelay: 300,
      networkIds: ['theta', 'iota', 'kappa', '@lambda'],
      isSecondCloseAllowed: false,
      recordingDelay: 2_000,
      isNoContentInBody: false,
      ...given.telesocial,
    },
    bandwidth: {
      hasRateLimit: true,
      dateFormat: 'seconds',
      output: 'minimal',
      callAnswerDelay: 300,
      ...given.bandwidth,
    },
    verba: {
      // An API key without a login needs no token.
      hasAuthentication:
        given.profile?.verba === undefined || given.profile.verba.login !== undefined,
      tokenSeconds: 3600,
      ...given.verba,
    },
    twilio: {
      answerDelay: 300,
      recordingDelay: 500,
      ...given.twilio,
    },
  };
}
