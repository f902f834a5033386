import { parseTime } from './format';
import type { Recording } from './recordings';

/** The recordings found, or the error of the search. */
export type Finding = { recordings: Recording[] } | { error: string };

const ORDERS = {
  start_time: ({ startTime }: Recording) => formatNumber(startTime),
  end_time: ({ endTime }: Recording) => formatNumber(endTime ?? 0),
  source_caller_id: ({ caller }: Recording) => caller,
  destination_caller_id: ({ called }: Recording) => called,
};

/** Pads to equal length, so that numbers can be sorted as text. */
function formatNumber(number: number): string {
  return String(number).padStart(16, '0');
}

function isOrder(name: string): name is keyof typeof ORDERS {
  return Object.hasOwn(ORDERS, name);
}

/**
 * SearchCalls (doc:SearchCalls): calls that started between `start` and `end`, ongoing or (by default)
 * recorded. `anynum` is part of a number. There are no names and no secondary recordings, so `anyname` finds
 * nothing and `secondary` nothing more.
 */
export function searchRecordings(recordings: Recording[], parameters: URLSearchParams): Finding {
  const start = parseTime(parameters.get('start') ?? '');
  const end = parseTime(parameters.get('end') ?? '');
  if (start === undefined || end === undefined) {
    return { error: 'start and end are mandatory, as YYYY-MM-DD hh:mm[:ss[.SSS]].' };
  }
  const status = parameters.get('status') ?? 'recorded';
  if (status !== 'ongoing' && status !== 'recorded') {
    return { error: `Invalid status: ${status}.` };
  }
  const order = parameters.get('orderby') ?? 'start_time';
  if (!isOrder(order)) {
    return { error: `Invalid orderby: ${order}.` };
  }
  const length = Number(parameters.get('pagelen') ?? 100);
  if (!Number.isInteger(length) || length < 1) {
    return { error: 'Invalid pagelen.' };
  }
  const numbers = parameters.getAll('anynum');
  const valueOf = ORDERS[order];
  const found = recordings.filter(
    ({ startTime, endTime, caller, called }) =>
      startTime >= start &&
      startTime <= end &&
      (endTime === undefined) === (status === 'ongoing') &&
      (numbers.length === 0 ||
        numbers.some((part) => caller.includes(part) || called.includes(part))) &&
      !parameters.has('anyname'),
  );
  found.sort((one, other) => valueOf(one).localeCompare(valueOf(other)));
  return { recordings: found.slice(0, length) };
}
