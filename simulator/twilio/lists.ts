import { jsonReply, type Reply, type VendorRequest } from '../http/exchange';
import { errorReply } from './errors';

const DEFAULT_SIZE = 50;
const MAX_SIZE = 1_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

interface Listed<Item> {
  /** The name of the list in the answer. */
  readonly name: string;
  readonly items: readonly Item[];
  readonly sidOf: (item: Item) => string;
  readonly toResource: (item: Item) => object;
}

/**
 * One page of a list. The token of the next page names the last item of this one, so that the next page
 * continues after it even if the list has changed.
 */
export function listReply<Item>(request: VendorRequest, listed: Listed<Item>): Reply {
  const { name, items, sidOf, toResource } = listed;
  const size = readNumber(request, 'PageSize', DEFAULT_SIZE);
  const page = readNumber(request, 'Page', 0);
  if (size === undefined || size < 1 || size > MAX_SIZE || page === undefined) {
    return errorReply(20001, 'PageSize or Page');
  }
  const token = request.query.get('PageToken')?.replace(/^PA/, '');
  const last = items.findIndex((item) => sidOf(item) === token);
  const start = last < 0 ? page * size : last + 1;
  const shown = items.slice(start, start + size);
  const hasNext = start + size < items.length;
  const lastShown = shown.at(-1);
  return jsonReply(200, {
    [name]: shown.map(toResource),
    page,
    page_size: size,
    start,
    end: start + Math.max(0, shown.length - 1),
    uri: pageUri(request, size, page),
    first_page_uri: pageUri(request, size, 0),
    next_page_uri:
      hasNext && lastShown !== undefined
        ? pageUri(request, size, page + 1, `PA${sidOf(lastShown)}`)
        : null,
    previous_page_uri: page > 0 ? pageUri(request, size, page - 1) : null,
  });
}

function readNumber(request: VendorRequest, name: string, fallback: number): number | undefined {
  const text = request.query.get(name);
  if (text === null) {
    return fallback;
  }
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function pageUri(request: VendorRequest, size: number, page: number, token?: string): string {
  const query = new URLSearchParams(request.query);
  query.delete('PageToken');
  query.set('PageSize', String(size));
  query.set('Page', String(page));
  if (token !== undefined) {
    query.set('PageToken', token);
  }
  return `${request.path}?${query.toString()}`;
}

/**
 * Whether a time matches the filter of a day, `NAME`, `NAME<` or `NAME>`. Undefined if the day is not in the
 * format `YYYY-MM-DD`, which the service refuses.
 */
export function isOnDay(request: VendorRequest, name: string, time: number): boolean | undefined {
  const day = new Date(time).toISOString().slice(0, 10);
  const [on, until, since] = ['', '<', '>'].map((sign) => request.query.get(`${name}${sign}`));
  const asked = [on, until, since].filter((value) => typeof value === 'string');
  if (asked.some((value) => !DAY.test(value))) {
    return undefined;
  }
  return (!on || day === on) && (!until || day <= until) && (!since || day >= since);
}
