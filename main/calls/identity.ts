import type { AttachedData, CallIdentity, Participant } from '../../contract/call-model';
import { descriptorOf } from '../../contract/descriptor-of';
import type { LineDescriptor } from '../../contract/lines';
import { isConsultation } from '../../contract/find-calls';
import { en } from '../../contract/locale/en';
import { lineTexts } from '../../contract/locale/line-texts';
import { listNames } from '../../contract/locale/list-names';
import type { PastCall } from './earlier-calls';
import {
  isNumber,
  nameParticipants,
  withName,
  type FindContact,
  type FindEarlierCaller,
} from './name-participants';

/** Which keys of the attached data say who a call is with and what it is about, in order of preference. */
export interface IdentityKeys {
  readonly callerKeys: readonly string[];
  readonly reasonKeys: readonly string[];
}

/** The displayed identity of a call. */
export interface IdentifiedPeople {
  readonly identity: CallIdentity;
  /** The participants with the names that the identity uses. */
  readonly participants: Participant[];
}

type IdentifiedCall = Pick<
  PastCall,
  | 'line'
  | 'direction'
  | 'participants'
  | 'attachedData'
  | 'parentCallId'
  | 'isConsultation'
  | 'startedAt'
  | 'endedAt'
  | 'callerId'
>;

const MAX_NAMES = 3;
/** The maximum length of a name, in characters. */
const MAX_LENGTH = 200;

/**
 * Who a call is with and what it is about, from its attached data, the other parties and the contacts. Who the agent
 * calls may also be known from an earlier call.
 */
export function identifyCall(
  call: IdentifiedCall,
  keys: IdentityKeys,
  lines: readonly LineDescriptor[],
  findContact: FindContact = () => undefined,
  findEarlierCaller: FindEarlierCaller = () => undefined,
): IdentifiedPeople {
  const withContacts = nameParticipants(call.participants, findContact);
  const isToOne = call.direction === 'outbound' && call.participants.length === 1;
  const participants = isToOne
    ? nameParticipants(withContacts, (number) => findEarlierCaller(number, call.startedAt))
    : withContacts;
  const caller = findCaller(call, keys);
  const name = caller ?? describeParties({ line: call.line, participants }, lines);
  const reason = findValue(call, keys.reasonKeys);
  const [only] = participants.length === 1 ? participants : [];
  // The number of somebody else would read as the caller's.
  const isTheirs = caller === undefined || findCallerAmong(call) !== undefined;
  const number = isTheirs && only ? numberOf(only) : undefined;
  const isContact = only !== undefined && withContacts[0] !== call.participants[0];
  const isEarlierCaller = only !== undefined && only !== withContacts[0];
  return {
    identity: {
      name,
      ...(number !== undefined && !isSameNumber(number, name) && { number }),
      ...(reason !== undefined && { reason }),
      ...(caller !== undefined && { isFromData: true }),
      ...(caller === undefined && isContact && { isFromContacts: true }),
      ...(caller === undefined && isEarlierCaller && { isFromEarlierCall: true }),
    },
    participants: nameCaller(call, participants, caller),
  };
}

/** A name from the vendor takes precedence, and no name is used twice. */
function nameCaller(
  call: IdentifiedCall,
  named: Participant[],
  caller: string | undefined,
): Participant[] {
  if (caller === undefined || isNumber(caller)) return named;
  const found = findCallerAmong(call);
  if (found === undefined || !isNumber(found.name)) return named;
  if (named.some(({ id, name }) => id !== found.id && name === caller)) return named;
  return named.map((one) => (one.id === found.id ? withName(found, caller) : one));
}

/** The first party, if they are still there. If nobody is known to have been there before, it is the only one. */
function findCallerAmong(call: IdentifiedCall): Participant | undefined {
  const { participants, callerId } = call;
  const [first, ...others] = participants;
  if (callerId === undefined) return others.length === 0 ? first : undefined;
  return participants.find(({ id }) => id === callerId);
}

/** What to dial to reach the caller; absent if they have left or are not alone. */
export function findCallerAddress(call: IdentifiedCall): string | undefined {
  return call.participants.length === 1 ? findCallerAmong(call)?.address : undefined;
}

/** What to dial to reach the other party of a call; absent if there are several parties. */
export function findCallBackAddress({ participants }: IdentifiedCall): string | undefined {
  return participants.length === 1 ? participants[0]?.address : undefined;
}

/** The caller and the reason, as far as the attached data contains them. */
export function readCaller(
  call: IdentifiedCall,
  keys: IdentityKeys,
): { readonly caller: string | undefined; readonly about: string | undefined } {
  return { caller: findCaller(call, keys), about: findValue(call, keys.reasonKeys) };
}

/** The attached data in which `readCaller` finds this caller and reason. */
export function toAttachedData(
  { caller, about }: { readonly caller?: string | undefined; readonly about?: string | undefined },
  { callerKeys, reasonKeys }: IdentityKeys,
): AttachedData[] {
  const found = [
    [callerKeys[0], caller],
    [reasonKeys[0], about],
  ];
  return found.flatMap(([key, value]) =>
    key === undefined || value === undefined ? [] : [{ key, value, isText: true }],
  );
}

/**
 * A consultation has the customer's data, but the other party is the colleague. The same goes for a call that
 * the customer has left, until it is over: then it was still their call.
 */
function findCaller(call: IdentifiedCall, { callerKeys }: IdentityKeys): string | undefined {
  if (isConsultation(call) || (call.endedAt === undefined && !mayHaveCaller(call)))
    return undefined;
  return findValue(call, callerKeys);
}

/** Whether the caller may be among those who are there now. */
function mayHaveCaller(call: IdentifiedCall): boolean {
  const { participants, callerId } = call;
  // Nobody has been seen yet. In a consultation, the colleague comes first.
  if (participants.length === 0 && callerId === undefined) return call.isConsultation !== true;
  if (participants.length === 0 || callerId === undefined) return true;
  return callerId === null ? participants.length > 1 : findCallerAmong(call) !== undefined;
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
  { line, participants }: Pick<IdentifiedCall, 'line' | 'participants'>,
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
  return isNumber(name) ? name : address;
}

/** Whether a name is just the number, in any notation. */
function isSameNumber(number: string, name: string): boolean {
  if (number === name) return true;
  if (!isNumber(name)) return false;
  const [digits, nameDigits] = [number, name].map((text) => text.replace(/\D/g, ''));
  if (!digits || !nameDigits) return false;
  return digits.endsWith(nameDigits) || nameDigits.endsWith(digits);
}
