import type { ReactNode } from 'react';
import type { Line } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { useLine } from '../../state/window-context';
import { SelectField } from '../../ui/Fields';

interface MediaFieldProps {
  readonly line: Line;
  readonly label: string;
  readonly media: 'greetings' | 'recordings';
  /** The id of what is chosen; empty for what is taken where nothing is. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** One of the media that the profile names for a line's conferences. Not there where it names none. */
export function MediaField({ line, label, media, value, onChange }: MediaFieldProps): ReactNode {
  const named = useLine(line)?.start?.[media] ?? [];
  return named.length === 0 ? null : (
    <SelectField
      label={label}
      choices={[
        { value: '', label: en.actions.usual },
        ...named.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
