import type { AttachedData, Call } from './call-model';
import { cleanText } from './text';
import type { WrapUp } from './wrap-up';
import { WRAP_UP_KEYS } from './wrap-up-limits';

type Attachable = Pick<Call, 'attachedData'>;

export function isEmptyWrapUp({ note, outcome }: WrapUp): boolean {
  return note === '' && outcome === '';
}

/** Whether the wrap-up is in the call's data: no, the current one, or an earlier one. */
export function findAttachedWrapUp(
  { attachedData = [] }: Attachable,
  { note, outcome }: WrapUp,
): 'none' | 'same' | 'other' {
  const values = [
    [findValue(attachedData, WRAP_UP_KEYS.note), note],
    [findValue(attachedData, WRAP_UP_KEYS.outcome), outcome],
  ] as const;
  if (values.every(([attached]) => attached === undefined)) return 'none';
  return values.every(([attached = '', written]) => attached === cleanText(written))
    ? 'same'
    : 'other';
}

/** The data to attach for a wrap-up. An empty part only replaces one that is attached. */
export function toWrapUpData(
  { attachedData = [] }: Attachable,
  wrapUp: WrapUp,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (['note', 'outcome'] as const)
      .filter(
        (part) => wrapUp[part] !== '' || findValue(attachedData, WRAP_UP_KEYS[part]) !== undefined,
      )
      .map((part) => [WRAP_UP_KEYS[part], wrapUp[part]]),
  );
}

function findValue(data: readonly AttachedData[], key: string): string | undefined {
  return data.find((item) => item.key === key)?.value;
}
