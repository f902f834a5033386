import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { fail, succeed, type Result } from '../../contract/result';
import { MAX_PROFILE_NAME } from '../../contract/profile-limits';
import { MAX_PROPOSAL } from '../../contract/proposal-limit';
import { cleanText } from '../../contract/text';
import type { Link } from './link';

/**
 * Room for three characters (a percent sign and two digits) per character of the profile, plus the
 * rest.
 */
const MAX_LINK = 3 * MAX_PROPOSAL + 1_000;
/** The action of a link, as a host or a path: browsers and desktops rewrite one as the other. */
const ACTION = /^sidetone:(?:\/\/)?([a-z]*)\/?(?:\?([^#]*))?$/i;

/** The parameters of each action. Repeated and other parameters are refused. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  show: [],
  dial: ['number'],
  profile: ['json', 'name'],
};

/** `sidetone:show`, `sidetone:dial?number=…` or `sidetone:profile?json=…&name=…`. Errors: `bad-input`. */
export function readSidetoneLink(link: string, isAddress: (text: string) => boolean): Result<Link> {
  if (link.length > MAX_LINK) return refuse(en.links.tooLong);
  const [, action = '', query] = ACTION.exec(link) ?? [];
  const kind = action.toLowerCase();
  const known = Object.hasOwn(PARAMETERS, kind) ? PARAMETERS[kind] : undefined;
  if (known === undefined) return refuse(en.links.unknownAction);
  const values = readParameters(query, known);
  if (!values.ok) return values;
  switch (kind) {
    case 'dial': {
      const number = values.value.get('number')?.trim() ?? '';
      return isAddress(number)
        ? succeed({ kind: 'dial', number })
        : refuse(format(en.links.noNumber, { scheme: 'sidetone' }));
    }
    case 'profile': {
      const text = values.value.get('json') ?? '';
      const name = values.value.get('name')?.trim();
      if (text === '') return refuse(en.links.noProfile);
      if (text.length > MAX_PROPOSAL) return refuse(en.links.tooLong);
      return isName(name) ? succeed({ kind: 'profile', name, text }) : refuse(en.links.badName);
    }
    default:
      return succeed({ kind: 'show' });
  }
}

function readParameters(
  query: string | undefined,
  known: readonly string[],
): Result<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  for (const parameter of query === undefined ? [] : query.split('&')) {
    const [name = '', ...rest] = parameter.split('=');
    if (!known.includes(name)) return refuse(format(en.links.unknownParameter, { name }));
    if (values.has(name)) return refuse(format(en.links.repeatedParameter, { name }));
    try {
      values.set(name, decodeURIComponent(rest.join('=')));
    } catch {
      return refuse(format(en.links.badEncoding, { name }));
    }
  }
  return succeed(values);
}

function isName(name: string | undefined): boolean {
  return (
    name === undefined ||
    (name !== '' && name.length <= MAX_PROFILE_NAME && cleanText(name) === name)
  );
}

const MAX_DETAIL = 200;

function refuse(detail: string): Result<never> {
  return fail({ code: 'bad-input', detail: cleanText(detail).slice(0, MAX_DETAIL) });
}
