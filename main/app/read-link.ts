import { cleanText } from '../../contract/text';

/** `callto://…` and the like are wrong and common. */
const SCHEME = /^(tel|callto|sips?):(?:\/\/)?/i;
const MAX_LINK = 1_000;
const EXTENSION = /;ext=(\d{1,8})(?=;|$)/i;
/** What people write between digits is kept; the dialog shows it as it is. */
const NUMBER = /^(?=.*[\d*#])\(?\+?[\d\s().\-–/*#]{1,40}$/;
const NAME = /^\w[\w.-]{0,99}$/;
const HOST = /^\w[\w.-]{0,99}$/;

/** The scheme of a link that leads to a number or a person; undefined for any other word. */
export function schemeOf(word: string): string | undefined {
  return SCHEME.exec(word)?.[1]?.toLowerCase();
}

/**
 * The number, name or SIP address that a `tel:`, `callto:`, `sip:` or `sips:` link leads to; undefined if it
 * leads to nothing that could be dialed. Everything else in the link is dropped: it comes from any web page.
 */
export function readLink(link: string): string | undefined {
  const scheme = schemeOf(link);
  if (scheme === undefined || link.length > MAX_LINK) return undefined;
  const target = link.replace(SCHEME, '').replace(/\?.*$/s, '');
  return scheme.startsWith('sip') ? readAddress(target) : readNumber(target, scheme === 'callto');
}

function readNumber(target: string, canBeName: boolean): string | undefined {
  const text = decode(target.replace(/;.*$/s, ''));
  if (text === undefined) return undefined;
  const extension = EXTENSION.exec(target)?.[0] ?? '';
  if (NUMBER.test(text)) return `${text}${extension}`;
  return canBeName && NAME.test(text) ? text : undefined;
}

/** `user:password@host:port;parameters`, of which the user alone may be a number. */
function readAddress(target: string): string | undefined {
  const [user = '', rest, ...more] = target.split('@');
  if (more.length > 0) return undefined;
  const name = decode(user.replace(/[;:].*$/s, ''));
  if (name === undefined) return undefined;
  if (NUMBER.test(name)) return name;
  const host = rest?.replace(/[;:].*$/s, '') ?? '';
  return NAME.test(name) && HOST.test(host) ? `${name}@${host}` : undefined;
}

/** Undefined where it is no visible text of one line. */
function decode(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text).trim();
    return cleanText(decoded) === decoded ? decoded : undefined;
  } catch {
    return undefined;
  }
}
