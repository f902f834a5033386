import type { Line } from '../../contract/call-model';
import type { CallOperation } from '../../contract/call-operations';
import type { AppError } from '../../contract/errors';
import { succeed, type Result } from '../../contract/result';
import type { Numbers } from '../numbers/numbers';

/**
 * An address as the service of a line takes it, from what was typed or pasted. Error: `bad-input`, which
 * names the field and says what is expected.
 */
export function toAddress(
  numbers: Numbers,
  line: Line,
  written: string,
  field = 'address',
): Result<string> {
  const address = toLineAddress(numbers, line, written);
  if (address.ok) return address;
  return { ok: false, error: nameField(address.error, field) };
}

function toLineAddress(numbers: Numbers, line: Line, written: string): Result<string> {
  switch (line) {
    case 'genesys':
      return numbers.toDialable(written);
    case 'conference':
      return numbers.toInternational(written);
    case 'talkspace':
      return succeed(numbers.toNetworkId(written));
  }
}

/** As `toAddress`, for the address of an operation that has one. */
export function withAddress(
  numbers: Numbers,
  line: Line | undefined,
  operation: CallOperation,
): { readonly operation: CallOperation; readonly problem?: AppError } {
  if (!('address' in operation) || line === undefined) return { operation };
  const address = toAddress(numbers, line, operation.address);
  return address.ok
    ? { operation: { ...operation, address: address.value } }
    : { operation, problem: address.error };
}

function nameField(error: AppError, field: string): AppError {
  return { ...error, detail: `${field}: ${error.detail ?? ''}` };
}
