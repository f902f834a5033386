import type { Simulator } from '../../simulator/simulator';

type Secrets = Readonly<
  Record<'genesys' | 'telesocial' | 'bandwidth' | 'verba' | 'twilio', readonly string[]>
>;

/** The secrets of each service, and their encodings in requests. */
export function secretsOf({ profile, twilioProfile: twilio }: Simulator): Secrets {
  const { genesys, telesocial, bandwidth, verba } = profile;
  const basic = (name = '', password = ''): string =>
    Buffer.from(`${name}:${password}`).toString('base64');
  return {
    genesys: [genesys.password, basic(genesys.userName, genesys.password)],
    telesocial: [telesocial.appKey],
    bandwidth: [
      bandwidth.apiToken,
      bandwidth.apiSecret,
      basic(bandwidth.apiToken, bandwidth.apiSecret),
    ],
    verba: [verba.apiKey, verba.password, basic(verba.login, verba.password)],
    twilio: [
      twilio.apiKeySecret ?? '',
      twilio.authToken ?? '',
      basic(twilio.apiKeySid, twilio.apiKeySecret),
    ],
  };
}
