/**
 * Times of the recorder have no zone (doc:APIAuthentication). Without a token they are in GMT, otherwise in
 * the user's zone. That zone is not reported: this computer's is the more likely one, and GMT the other.
 */
export type Zone = 'local' | 'gmt';

const MILLISECONDS_PER_MINUTE = 60_000;
const HOUR_MS = 3_600_000;

/** The zones that the recorder may use, most likely first. */
export function listZones(hasLogin: boolean): readonly Zone[] {
  return hasLogin ? ['local', 'gmt'] : ['gmt'];
}

/** `YYYY-MM-DD hh:mm:ss` of a moment in ms since the epoch. */
export function formatTime(moment: number, zone: Zone): string {
  const offset = zone === 'gmt' ? 0 : new Date(moment).getTimezoneOffset();
  const shifted = new Date(moment - offset * MILLISECONDS_PER_MINUTE);
  return shifted.toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss'.length).replace('T', ' ');
}

/** The moment in ms since the epoch, or undefined if the text is not a time. */
export function parseTime(text: string, zone: Zone): number | undefined {
  const moment = Date.parse(text.trim().replace(' ', 'T') + (zone === 'gmt' ? 'Z' : ''));
  return Number.isNaN(moment) ? undefined : moment;
}

/** The moments that a text can mean: two in the hour that repeats when daylight saving time ends. */
export function parseTimes(text: string, zone: Zone): number[] {
  const moment = parseTime(text, zone);
  if (moment === undefined) return [];
  const written = formatTime(moment, zone);
  return [moment - HOUR_MS, moment, moment + HOUR_MS].filter(
    (one) => formatTime(one, zone) === written,
  );
}

/** When an answer arrived, in ms. */
export interface AnswerTime {
  readonly now: number;
  /** How far this computer's clock is ahead of the recorder's. */
  readonly skew: number;
}

/** A smaller difference is due to rounding to seconds and to the answer's travel time, in ms. */
const TOLERANCE_MS = 2_000;

/**
 * The start of a recording as it is shown, to the second and never in the future: by this computer's clock if
 * the recorder's is ahead. `GMT` is added if that is the only possibility and this computer's zone differs.
 * Undefined if the text is not a time, or is in the future by both clocks.
 */
export function describeStart(
  text: string,
  zones: readonly Zone[],
  { now, skew }: AnswerTime,
): string | undefined {
  const meanings = zones.flatMap((zone) =>
    parseTimes(text, zone).map((moment) => ({ zone, moment })),
  );
  const past = meanings.find(({ moment }) => moment <= now);
  const ahead = meanings.find(({ moment }) => moment + skew <= now + TOLERANCE_MS);
  if (past !== undefined) return describeTime(past.moment, past.zone);
  return ahead && describeTime(Math.min(ahead.moment + skew, now), ahead.zone);
}

function describeTime(moment: number, zone: Zone): string {
  const time = formatTime(moment, zone);
  return time === formatTime(moment, 'local') ? time : `${time} GMT`;
}

/** A period as a search takes it, and the zone that it is written in. */
interface WrittenPeriod {
  readonly zone: Zone;
  readonly start: string;
  readonly end: string;
}

/** The period in each zone, once if the zones are the same at the time. */
export function listPeriods(
  period: readonly [number, number],
  zones: readonly Zone[],
): readonly WrittenPeriod[] {
  const written = zones.map((zone) => writePeriod(period, zone));
  return written.filter(
    ({ start, end }, index) =>
      index === written.findIndex((other) => other.start === start && other.end === end),
  );
}

/** Longer if daylight saving time begins or ends in it. */
function writePeriod([from, to]: readonly [number, number], zone: Zone): WrittenPeriod {
  const hasChange = zone === 'local' && offsetsOf([from, to]).size > 1;
  const margin = hasChange ? HOUR_MS : 0;
  return { zone, start: formatTime(from - margin, zone), end: formatTime(to + margin, zone) };
}

/**
 * Seconds from one text to another. Both are in the same zone, so it does not matter which, unless daylight
 * saving time begins or ends between them in this computer's zone. In that case the result is unknown.
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
