/**
 * Times of the recorder, which it writes and reads without a zone (vendor page, section 2): of a
 * request without a token they are GMT, else those of the user's zone. Which zone that is, is told
 * nowhere, so this computer's is tried first, and GMT after it.
 */
export type Zone = 'local' | 'gmt';

const MILLISECONDS_PER_MINUTE = 60_000;

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
