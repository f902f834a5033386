/** Items that exist but can be missing from the answer to a fetch, as during a failover. */
export const OMISSIONS = [
  'a call',
  'the list of calls',
  'a TalkSpace',
  'the people of a TalkSpace',
  'a member of a conference',
  'a participant of a Twilio conference',
] as const;
export type Omission = (typeof OMISSIONS)[number];

type Body = Record<string, unknown>;

const PATHS: Record<Omission, RegExp> = {
  'a call': /\/api\/v2\/me\/calls$/,
  'the list of calls': /\/api\/v2\/me\/calls$/,
  'a TalkSpace': /\/api\/rest\/conference$/,
  'the people of a TalkSpace': /\/api\/rest\/conference\/[^/]+$/,
  'a member of a conference': /\/conferences\/[^/]+\/members$/,
  'a participant of a Twilio conference': /\/Conferences\/[^/]+\/Participants\.json$/,
};

export function isAbout(what: Omission, url: URL): boolean {
  return PATHS[what].test(url.pathname);
}

/** The body of an answer without the item; undefined if the answer does not contain it. */
export function without(what: Omission, text: string): string | undefined {
  const body = parse(text);
  const stripped = strip(what, body);
  return stripped === undefined ? undefined : JSON.stringify(stripped);
}

function strip(what: Omission, body: unknown): unknown {
  if (what === 'a member of a conference') return withoutFirst(body);
  if (!isBody(body)) return undefined;
  switch (what) {
    case 'a call': {
      const calls = withoutFirst(body.calls);
      return calls && { ...body, calls };
    }
    case 'the list of calls':
      return Array.isArray(body.calls) ? withoutKey(body, 'calls') : undefined;
    case 'a participant of a Twilio conference': {
      const participants = withoutFirst(body.participants);
      return participants && { ...body, participants };
    }
    case 'a TalkSpace':
      return withoutList(body, 'ConferenceListResponse', 'active');
    case 'the people of a TalkSpace':
      return withoutList(body, 'ConferenceDetailsResponse', 'participants');
  }
}

function withoutList(body: Body, wrapper: string, list: string): Body | undefined {
  const content = body[wrapper];
  return isBody(content) && list in content
    ? { ...body, [wrapper]: withoutKey(content, list) }
    : undefined;
}

function withoutKey(body: Body, key: string): Body {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
}

function withoutFirst(list: unknown): readonly unknown[] | undefined {
  return Array.isArray(list) && list.length > 0 ? list.slice(1) : undefined;
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
