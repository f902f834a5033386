import { useMemo, type ReactNode } from 'react';
import { MAX_ADDRESS } from '../../../contract/call-limits';
import type { Line } from '../../../contract/call-model';
import { descriptorOf } from '../../../contract/descriptor-of';
import { en } from '../../../contract/locale/en';
import { filterPeople, listRecentPeople } from '../../state/people';
import { useWindowState } from '../../state/window-context';
import { SuggestField } from '../../ui/SuggestField';
import { mergePeople } from '../contacts/merge-people';
import { useSuggestedPeople } from '../contacts/use-suggested-people';

interface AddressFieldProps {
  readonly line: Line;
  /** People who are not suggested, because they are already in the call. */
  readonly without?: readonly (string | undefined)[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field for an address to call on a line, with suggestions from contacts and calls. */
export function AddressField({
  line,
  without = [],
  value,
  onChange,
}: AddressFieldProps): ReactNode {
  const snapshot = useWindowState((state) => state.snapshot);
  const recent = useMemo(
    () => (snapshot === undefined ? [] : listRecentPeople(snapshot, line)),
    [snapshot, line],
  );
  const found = useSuggestedPeople(line, value);
  const isNetworkId =
    descriptorOf({ lines: snapshot?.lines ?? [] }, line).addressing === 'network-id';
  const present = new Set(without);
  const suggestions = mergePeople(found, filterPeople(recent, value), (address) =>
    present.has(address),
  );
  return (
    <SuggestField
      label={isNetworkId ? en.actions.networkId : en.actions.number}
      listLabel={en.contacts.suggestions}
      value={value}
      maxLength={MAX_ADDRESS}
      suggestions={suggestions}
      onChange={onChange}
    />
  );
}
