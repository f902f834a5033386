import { jsonReply, type Reply, type VendorRequest } from '../http/exchange';
import type { TwilioBook } from './book';
import type { TwilioConference } from './entities';
import { errorReply } from './errors';
import { isOnDay, listReply } from './lists';
import { conferenceResource } from './resources';

/** The dependencies of the requests. */
export interface TwilioContext {
  readonly book: TwilioBook;
  readonly account: string;
  /** The numbers that calls may come from. */
  readonly numbers: readonly string[];
  /** Called when a call has been placed. */
  readonly onPlaced: (callSid: string) => void;
}

const FILTERS = [
  ['Status', 'status'],
  ['FriendlyName', 'name'],
] as const;

/** Newest first. */
export function listConferences(request: VendorRequest, { book, account }: TwilioContext): Reply {
  const all = [...book.conferences.values()];
  const dated = all.map((conference) => [
    isOnDay(request, 'DateCreated', conference.createdAt),
    isOnDay(request, 'DateUpdated', conference.updatedAt),
  ]);
  if (dated.flat().includes(undefined)) {
    return errorReply(20001, 'DateCreated or DateUpdated');
  }
  const items = all.filter(
    (conference, index) =>
      dated[index]?.every((fits) => fits) === true &&
      FILTERS.every(([name, key]) => [null, conference[key]].includes(request.query.get(name))),
  );
  return listReply(request, {
    name: 'conferences',
    items: items.reverse(),
    sidOf: ({ sid }) => sid,
    toResource: (conference) => conferenceResource(conference, account),
  });
}

/** Ends the conference, plays to everybody in it, or both. */
export function updateConference(
  { form }: VendorRequest,
  conference: TwilioConference,
  { book, account }: TwilioContext,
): Reply {
  const status = form.get('Status');
  if (status !== null && status !== 'completed') {
    return errorReply(20001, 'Status');
  }
  if (conference.status === 'completed') {
    return errorReply(20404);
  }
  const url = form.get('AnnounceUrl');
  if (url !== null) {
    conference.announcements.push(url);
  }
  if (status === 'completed') {
    book.complete(conference, 'conference-ended-via-api');
  }
  return jsonReply(200, conferenceResource(conference, account));
}
