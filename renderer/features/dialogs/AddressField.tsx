import { useMemo, type ReactNode } from 'react';
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
  /** Who needs no suggesting, because they are in the call already. */
  readonly without?: readonly (string | undefined)[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** As long as a number or a network ID can be. */
const MAX_ADDRESS = 200;

/** Who to call on a line: typed, or chosen from contacts and the people of calls. */
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
