import type { Reply } from '../http/exchange';
import type { MediaContent } from './media-shelf';

/** A body in one wrapper; slashes are escaped, as the vendor's are. */
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

/** The wrapper of everything that changes a conference. HTTP status and body status are equal. */
export function conferenceReply(
  status: number,
  message = '',
  fields: { conferenceId?: string; uri?: string } = {},
): Reply {
  return wrapped('ConferenceResponse', status, { conferenceId: '', uri: '', ...fields }, message);
}

/** The wrapper of everything about media; fields that are not used are empty. */
export function mediaReply(status: number, content?: MediaContent): Reply {
  const fields = { downloadUrl: '', fileSize: 0, mediaId: '', uri: '', ...content };
  return wrapped('MediaResponse', status, fields);
}

/** "None yet": HTTP's 204 can have no body, yet SDKs look for the status in one. */
export function noContentReply(isInBody: boolean): Reply {
  return isInBody ? { ...mediaReply(204), status: 200 } : { status: 204 };
}

/** The vendor's way with lists: an empty one is absent, a single element comes bare. */
export function quirkyList(name: string, values: string[]): Record<string, unknown> {
  return values.length === 0 ? {} : { [name]: values.length === 1 ? values[0] : values };
}
