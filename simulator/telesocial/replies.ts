import type { Reply } from '../http/exchange';
import type { MediaContent } from './media-store';

/** A body in a wrapper; slashes are escaped, like the vendor's. */
export function wrapped(
  wrapper: string,
  status: number,
  fields: Record<string, unknown>,
  message = '',
): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ [wrapper]: { message, status, ...fields } }).replaceAll('/', '\\/'),
  };
}

/** The wrapper for everything that changes a conference. HTTP status and body status are equal. */
export function conferenceReply(
  status: number,
  message = '',
  fields: { conferenceId?: string; uri?: string } = {},
): Reply {
  return wrapped('ConferenceResponse', status, { conferenceId: '', uri: '', ...fields }, message);
}

/** The wrapper for everything about media; unused fields are empty. */
export function mediaReply(status: number, content?: MediaContent): Reply {
  const fields = { downloadUrl: '', fileSize: 0, mediaId: '', uri: '', ...content };
  return wrapped('MediaResponse', status, fields);
}

/** "None yet": an HTTP 204 has no body, although SDKs expect the status in it. */
export function noContentReply(isInBody: boolean): Reply {
  return isInBody ? { ...mediaReply(204), status: 200 } : { status: 204 };
}

/** How the vendor writes lists: an empty one is omitted, a single element is not in a list. */
export function quirkyList(name: string, values: string[]): Record<string, unknown> {
  return values.length === 0 ? {} : { [name]: values.length === 1 ? values[0] : values };
}
