import type { CallOperation } from '../../contract/call-operations';
import type { AppError } from '../../contract/errors';
import type { LineDescriptor } from '../../contract/lines';
import { succeed, type Result } from '../../contract/result';
import type { Numbers } from '../numbers/numbers';

type Addressing = LineDescriptor['addressing'];

/**
 * Converts a typed or pasted address to the form that the service of a line expects. Error: `bad-input`,
 * which names the field and says what is expected.
 */
export function toAddress(
  numbers: Numbers,
  addressing: Addressing,
  written: string,
  field = 'address',
): Result<string> {
  const address = normalize(numbers, addressing, written);
  if (address.ok) return address;
  return { ok: false, error: nameField(address.error, field) };
}

function normalize(numbers: Numbers, addressing: Addressing, written: string): Result<string> {
  switch (addressing) {
    case 'number':
      return numbers.toDialable(written);
    case 'e164':
      return numbers.toInternational(written);
    case 'network-id':
      return succeed(numbers.toNetworkId(written));
  }
}

/** Like `toAddress`, for the address of an operation, if it has one. */
export function withAddress(
  numbers: Numbers,
  { addressing }: Pick<LineDescriptor, 'addressing'>,
  operation: CallOperation,
): { readonly operation: CallOperation; readonly problem?: AppError } {
  if (!('address' in operation)) return { operation };
  const address = toAddress(numbers, addressing, operation.address);
  return address.ok
    ? { operation: { ...operation, address: address.value } }
    : { operation, problem: address.error };
}

function nameField(error: AppError, field: string): AppError {
  return { ...error, detail: `${field}: ${error.detail ?? ''}` };
}
