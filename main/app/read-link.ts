import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { fail, succeed, type Result } from '../../contract/result';
import { cleanText } from '../../contract/text';
import { addContext, readParameters } from '../numbers/number-parts';
import type { Link } from './link';
import { readSidetoneLink } from './read-sidetone-link';

/** Links such as `callto://…` are wrong but common. */
const SCHEME = /^(tel|callto|sips?):(?:\/\/)?/i;
const OWN_SCHEME = /^sidetone:/i;
const MAX_LINK = 1_000;
const EXTENSION = /^\d{1,8}$/;
/** Separators between digits are kept, and the dialog shows them. */
const NUMBER = /^(?=.*[\d*#])\(?\+?[\d\s().\-–/*#]{1,40}$/;
const NAME = /^\w[\w.-]{0,99}$/;
const HOST = /^\w[\w.-]{0,99}$/;

/** The scheme of a link that Sidetone opens; undefined for any other argument. */
export function schemeOf(word: string): string | undefined {
  return OWN_SCHEME.test(word) ? 'sidetone' : SCHEME.exec(word)?.[1]?.toLowerCase();
}

/**
 * Parses a `tel:`, `callto:`, `sip:`, `sips:` or `sidetone:` link. From a link to a number, only
 * the number, name or address is used. Errors: `bad-input`, with the reason as its detail.
 */
export function readLink(link: string): Result<Link> {
  const scheme = schemeOf(link) ?? '';
  if (scheme === 'sidetone') return readSidetoneLink(link, isAddress);
  const number = link.length > MAX_LINK ? undefined : readNumberLink(scheme, link);
  return number === undefined ? refuseLink(scheme) : succeed({ kind: 'dial', number });
}

/** The error for a link that contains no usable number. */
export function refuseLink(scheme: string): Result<never> {
  return fail({ code: 'bad-input', detail: format(en.links.noNumber, { scheme }) });
}

function readNumberLink(scheme: string, link: string): string | undefined {
  const target = link.replace(SCHEME, '').replace(/\?.*$/s, '');
  return scheme.startsWith('sip') ? readAddress(target) : readNumber(target, scheme === 'callto');
}

function readNumber(target: string, canBeName: boolean): string | undefined {
  const [written = '', ...parameters] = target.split(';');
  const text = decode(written);
  if (text === undefined) return undefined;
  const values = readParameters(parameters);
  const number = addContext(text, decode(values.get('phone-context') ?? '') ?? '');
  const extension = values.get('ext') ?? '';
  if (NUMBER.test(number)) return EXTENSION.test(extension) ? `${number};ext=${extension}` : number;
  return canBeName && NAME.test(text) ? text : undefined;
}

/** `user:password@host:port;parameters`. Only the user can be a number. */
function readAddress(target: string): string | undefined {
  const [user = '', rest, ...more] = target.split('@');
  if (more.length > 0) return undefined;
  const number = readNumber(user.replace(/:.*$/s, ''), false);
  if (number !== undefined) return number;
  const name = decode(user.replace(/[;:].*$/s, '')) ?? '';
  const host = rest?.replace(/[;:].*$/s, '') ?? '';
  return NAME.test(name) && HOST.test(host) ? `${name}@${host}` : undefined;
}

/** Whether the text is a number, a name or a SIP address. */
function isAddress(text: string): boolean {
  if (cleanText(text) !== text) return false;
  const [name = '', host, ...more] = text.split('@');
  if (host === undefined) return NUMBER.test(text) || NAME.test(text);
  return more.length === 0 && NAME.test(name) && HOST.test(host);
}

/** Undefined unless it is one line of visible text. */
function decode(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text).trim();
    return cleanText(decoded) === decoded ? decoded : undefined;
  } catch {
    return undefined;
  }
}
