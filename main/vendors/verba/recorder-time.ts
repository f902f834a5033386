/**
 * Times of the recorder, which it writes and reads without a zone (vendor page, section 2): of a
 * request without a token they are GMT, else those of the user's zone. Which zone that is, is reported
 * nowhere, so this computer's is tried first, and GMT after it.
 */
export type Zone = 'local' | 'gmt';

const MILLISECONDS_PER_MINUTE = 60_000;
const HOUR_MS = 3_600_000;

/** The zones that the recorder may use, the likeliest first. */
export function listZones(hasLogin: boolean): readonly Zone[] {
  return hasLogin ? ['local', 'gmt'] : ['gmt'];
}

/** `YYYY-MM-DD hh:mm:ss` of a moment in ms since the epoch. */
export function formatTime(moment: number, zone: Zone): string {
  const offset = zone === 'gmt' ? 0 : new Date(moment).getTimezoneOffset();
  const shifted = new Date(moment - offset * MILLISECONDS_PER_MINUTE);
  return shifted.toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss'.length).replace('T', ' ');
}

/** The moment in ms since the epoch, or undefined where the text is no time. */
export function parseTime(text: string, zone: Zone): number | undefined {
  const moment = Date.parse(text.trim().replace(' ', 'T') + (zone === 'gmt' ? 'Z' : ''));
  return Number.isNaN(moment) ? undefined : moment;
}

/** The moments that a text can mean: two in the hour that comes twice when summer time ends. */
export function parseTimes(text: string, zone: Zone): number[] {
  const moment = parseTime(text, zone);
  if (moment === undefined) return [];
  const written = formatTime(moment, zone);
  return [moment - HOUR_MS, moment, moment + HOUR_MS].filter(
    (one) => formatTime(one, zone) === written,
  );
}

/** A period as the recorder is asked for it: longer where summer time begins or ends in it. */
export function formatPeriod(from: number, to: number, zone: Zone): { start: string; end: string } {
  const hasChange = zone === 'local' && offsetsOf([from, to]).size > 1;
  const margin = hasChange ? HOUR_MS : 0;
  return { start: formatTime(from - margin, zone), end: formatTime(to + margin, zone) };
}

/**
 * Seconds from one text to another. Both are of one zone, so which it is makes no difference, unless
 * summer time begins or ends between them in this computer's: then it is not known.
 */
export function secondsBetween(start: string, end: string): number | undefined {
  const [from, to] = [parseTime(start, 'gmt'), parseTime(end, 'gmt')];
  if (from === undefined || to === undefined || to < from) return undefined;
  const moments = [start, end].flatMap((text) => parseTimes(text, 'local'));
  return offsetsOf(moments).size > 1 ? undefined : (to - from) / 1_000;
}

function offsetsOf(moments: readonly number[]): Set<number> {
  return new Set(moments.map((moment) => new Date(moment).getTimezoneOffset()));
}
