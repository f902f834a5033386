/** Half of a character: invalid in UTF-8, so `encodeURIComponent` throws on it. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Marks, embeddings, overrides and isolates: they change the direction of the text around them. */
const DIRECTION_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const WHITE_SPACE_CONTROLS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const OTHER_CONTROLS = /\p{Cc}/gu;

/**
 * Remote text as one line that is safe to show: ill-formed characters become U+FFFD, line breaks
 * and tabs become spaces, and control characters, including direction controls, are removed.
 * Joiners are kept, because scripts and emoji need them.
 */
export function cleanText(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(DIRECTION_CONTROLS, '')
    .replace(WHITE_SPACE_CONTROLS, ' ')
    .replace(OTHER_CONTROLS, '');
}

/** Like `cleanText`, for text of several lines. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(cleanText)
    .join('\n');
}

/** Whether the text is well-formed, so that it can be sent. */
export function isWellFormed(text: string): boolean {
  return text.search(LONE_SURROGATE) === -1;
}

/** The Unicode blocks of right-to-left scripts, including their digits. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/**
 * Isolates a name within plain text (a notification, a tooltip, a menu), so that it does not affect
 * the direction of the surrounding text. A name in a left-to-right script is returned unchanged. In
 * markup, use `<bdi>` instead.
 */
export function isolate(text: string): string {
  const cleaned = cleanText(text);
  return RIGHT_TO_LEFT.test(cleaned)
    ? `${FIRST_STRONG_ISOLATE}${cleaned}${POP_DIRECTIONAL_ISOLATE}`
    : cleaned;
}

/** Like `isolate`, for the identity of a call. In a list of names, each is already isolated. */
export function isolateIdentity(name: string): string {
  return name.includes(POP_DIRECTIONAL_ISOLATE) ? name : isolate(name);
}

/** Removes the characters that isolate names and numbers, for programs that compare them. */
export function removeIsolates(text: string): string {
  return text.replace(/[\u2066\u2068\u2069]/g, '');
}
