import type { Call, CallIdentity, Participant } from '../../contract/call-model';
import { descriptorOf } from '../../contract/descriptor-of';
import type { LineDescriptor } from '../../contract/lines';
import { en } from '../../contract/locale/en';
import { lineTexts } from '../../contract/locale/line-texts';
import { listNames } from '../../contract/locale/list-names';

/** Which keys of the attached data say who a call is with and what it is about, in order of preference. */
export interface IdentityKeys {
  readonly callerKeys: readonly string[];
  readonly reasonKeys: readonly string[];
}

/** The name of the contact with a number, if there is one. */
export type FindContact = (number: string) => string | undefined;

type IdentifiedCall = Pick<Call, 'line' | 'participants' | 'attachedData' | 'parentCallId'>;

const MAX_NAMES = 3;
/** Longer values are no names. In characters. */
const MAX_LENGTH = 200;

/** Who a call is with and what it is about, from its attached data and the other parties. */
export function identifyCall(
  call: IdentifiedCall,
  keys: IdentityKeys,
  lines: readonly LineDescriptor[],
  findContact: FindContact = () => undefined,
): CallIdentity {
  const [party, ...others] = call.participants;
  const only = others.length === 0 ? party : undefined;
  const number = only && numberOf(only);
  const given = findCaller(call, keys);
  const isNamed = given !== undefined || only === undefined || /\p{L}/u.test(only.name);
  const contact = isNamed ? undefined : findContact(only.address ?? only.name);
  const name = given ?? contact ?? describeParties(call, lines);
  const reason = findValue(call, keys.reasonKeys);
  return {
    name,
    ...(number !== undefined && !isSameNumber(number, name) && { number }),
    ...(reason !== undefined && { reason }),
    ...(contact !== undefined && { isFromContacts: true }),
  };
}

/** What to dial to reach the other party of a call; absent where there are several. */
export function findCallBackAddress({ participants }: IdentifiedCall): string | undefined {
  return participants.length === 1 ? participants[0]?.address : undefined;
}

/** Who calls and why, as far as the attached data says it. */
export function readCaller(
  call: IdentifiedCall,
  keys: IdentityKeys,
): { readonly caller: string | undefined; readonly about: string | undefined } {
  return { caller: findCaller(call, keys), about: findValue(call, keys.reasonKeys) };
}

/** A consultation has the customer's data, but the colleague is the one who is called. */
function findCaller(call: IdentifiedCall, { callerKeys }: IdentityKeys): string | undefined {
  return call.parentCallId === undefined ? findValue(call, callerKeys) : undefined;
}

function findValue(
  { attachedData = [] }: IdentifiedCall,
  keys: readonly string[],
): string | undefined {
  for (const key of keys) {
    const found = attachedData.find((item) => item.key === key && item.isText);
    const value = found?.value.trim() ?? '';
    if (value !== '' && value.length <= MAX_LENGTH) return value;
  }
  return undefined;
}

function describeParties(
  { line, participants }: IdentifiedCall,
  lines: readonly LineDescriptor[],
): string {
  const [only, ...others] = participants;
  if (only === undefined) {
    const isTelephone = descriptorOf({ lines }, line).kind === 'telephone';
    return isTelephone ? en.window.unknownParty : lineTexts(line).title;
  }
  if (others.length === 0) return only.name;
  return listNames(
    participants.map(({ name }) => name),
    MAX_NAMES,
  );
}

function numberOf({ number, name, address }: Participant): string | undefined {
  if (number !== undefined) return number;
  return /\p{L}/u.test(name) ? address : name;
}

/** A name that is itself the number, in this or another notation. */
function isSameNumber(number: string, name: string): boolean {
  if (number === name) return true;
  if (/\p{L}/u.test(name)) return false;
  const [digits, nameDigits] = [number, name].map((text) => text.replace(/\D/g, ''));
  if (!digits || !nameDigits) return false;
  return digits.endsWith(nameDigits) || nameDigits.endsWith(digits);
}
