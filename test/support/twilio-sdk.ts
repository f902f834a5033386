import twilio, { RequestClient, type Twilio } from 'twilio';
import type { Simulator } from '../../simulator/simulator';
import type { TwilioExchange } from './twilio-document';

/** The vendor's own SDK with the simulated account, and the requests and answers. */
export function connectSdk({ origin, twilioProfile }: Simulator): {
  readonly client: Twilio;
  readonly exchanges: readonly TwilioExchange[];
} {
  const { accountSid, apiKeySid = '', apiKeySecret = '' } = twilioProfile;
  const httpClient = new RequestClient();
  const exchanges: TwilioExchange[] = [];
  httpClient.axios.interceptors.request.use((config) => {
    const { pathname, search } = new URL(config.url ?? '');
    config.url = `${origin}${pathname}${search}`;
    return config;
  });
  httpClient.axios.interceptors.response.use((response) => {
    const { config, status } = response;
    const { pathname, searchParams } = new URL(config.url ?? '');
    const params: unknown = config.params;
    const form: unknown = config.data;
    const body: unknown = response.data;
    exchanges.push({
      method: config.method?.toUpperCase() ?? 'GET',
      path: pathname,
      query: { ...Object.fromEntries(searchParams), ...toTexts(params) },
      form: Object.fromEntries(new URLSearchParams(typeof form === 'string' ? form : '')),
      status,
      body: body === '' ? undefined : body,
    });
    return response;
  });
  return { client: twilio(apiKeySid, apiKeySecret, { accountSid, httpClient }), exchanges };
}

/** As sent, where every value is text. */
function toTexts(fields: unknown): Record<string, string> {
  return typeof fields === 'object' && fields !== null
    ? Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
    : {};
}
