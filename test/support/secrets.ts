import type { Simulator } from '../../simulator/simulator';
import { no } from './verba-harness';

type SimulatedVendor = 'genesys' | 'telesocial' | 'bandwidth' | 'verba' | 'twilio';
type Secrets = Readonly<Record<SimulatedVendor, readonly string[]>>;

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

/** A refusal in the vendor's format whose message quotes all its secrets, as a message about a request can. */
export function refuseWithSecrets(
  simulator: Simulator,
  vendor: SimulatedVendor,
): { readonly status: number; readonly body: string } {
  const message = `Bad: ${secretsOf(simulator)[vendor].join(' ')}`;
  switch (vendor) {
    case 'genesys':
      return { status: 500, body: JSON.stringify({ statusCode: 4, statusMessage: message }) };
    case 'telesocial':
      return { status: 400, body: JSON.stringify({ ErrorResponse: { message, status: 400 } }) };
    case 'bandwidth':
      return { status: 400, body: JSON.stringify({ code: 'bad-request', message }) };
    case 'twilio':
      return { status: 400, body: JSON.stringify({ code: 20001, message, status: 400 }) };
    case 'verba':
      return { status: 200, body: no(message) };
  }
}
