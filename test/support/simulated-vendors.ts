import type { Simulator } from '../../simulator/simulator';

/** Sends a form to Telesocial with the key. Returns the HTTP status and the parsed body. */
export async function postTelesocial(
  { origin, profile }: Simulator,
  path: string,
  fields: Record<string, string | string[]> = {},
): Promise<{ status: number; body: unknown; text: string }> {
  const form = new URLSearchParams({ appkey: profile.telesocial.appKey });
  for (const [name, value] of Object.entries(fields)) {
    form.delete(name);
    for (const one of [value].flat()) form.append(name, one);
  }
  const response = await fetch(`${origin}/api/rest/conference${path}`, {
    method: 'POST',
    body: form,
  });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text), text };
}

export async function getTelesocial(
  { origin, profile }: Simulator,
  path: string,
): Promise<{ status: number; body: unknown }> {
  const url = new URL(`${origin}/api/rest/conference${path}`);
  url.searchParams.set('appkey', profile.telesocial.appKey);
  const response = await fetch(url);
  return { status: response.status, body: await response.json() };
}

/** Fetches a medium from Telesocial by its ID; the body is undefined if there is none. */
export async function fetchMediaStatus(
  { origin, profile }: Simulator,
  mediaId: string,
  appKey = profile.telesocial.appKey,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${origin}/api/rest/media/status/${mediaId}`, {
    method: 'POST',
    body: new URLSearchParams({ appkey: appKey }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** Sends a request to Bandwidth with the profile's credentials: a POST if there is a body, else a GET. */
export async function requestBandwidth(
  { profile }: Simulator,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const { baseUrl, userId, apiToken, apiSecret } = profile.bandwidth;
  const response = await fetch(`${baseUrl}/v1/users/${userId}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${apiToken}:${apiSecret}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    headers: response.headers,
  };
}

/** Sends a request to Verba with the profile's key, by GET or as a form. Returns the text. */
export async function requestVerba(
  { profile }: Simulator,
  parameters: Record<string, string>,
  method: 'GET' | 'POST' = 'GET',
): Promise<string> {
  const fields = new URLSearchParams({ apiKey: profile.verba.apiKey, ...parameters });
  const response =
    method === 'GET'
      ? await fetch(`${profile.verba.baseUrl}?${fields.toString()}`)
      : await fetch(profile.verba.baseUrl, { method, body: fields });
  return response.text();
}

/** Signs in to Verba with the profile's login. */
export async function fetchVerbaToken(simulator: Simulator): Promise<string> {
  const { login, password } = simulator.profile.verba;
  const answer = await requestVerba(simulator, {
    action: 'RequestToken',
    userName: login,
    password,
  });
  return /token="([^"]+)"/.exec(answer)?.[1] ?? '';
}
